/**
 * Field 48: a run of tags, each two letters, a length of two digits and a value.
 */

interface TagSpec {
  readonly shape: RegExp;
  /** Whether the journal may keep it (PCI DSS 3.3.1: security codes never; a CAVV is a seal of the same kind). */
  readonly shown: boolean;
}

const TAGS = {
  SC: { shape: /^\d{3,4}$/, shown: false },
  SR: { shape: /^[MNP]$/, shown: true },
  CV: { shape: /^[\dA-Za-z+/=]{28}$/, shown: false },
  EC: { shape: /^\d{2}$/, shown: true },
  DT: { shape: /^[\dA-Za-z-]{36}$/, shown: true },
  BR: { shape: /^(CB|VISA|MASTERCARD|AMEX|MAESTRO)$/, shown: true },
  IN: { shape: /^[SM]$/, shown: true },
  ST: { shape: /^[\x21-\x7e]{1,32}$/, shown: true },
  BN: { shape: /^\d{1,12}$/, shown: true },
} satisfies Readonly<Record<string, TagSpec>>;

export type TagName = keyof typeof TAGS;
export type Tags = Readonly<Partial<Record<TagName, string>>>;

export class TagError extends Error {
  override readonly name = 'TagError';
  constructor(readonly tag: TagName) {
    super(`The value of tag ${tag} cannot be sent.`);
  }
}

function isTagName(name: string): name is TagName {
  return Object.hasOwn(TAGS, name);
}

/** Field 48, or null where there is nothing to say: an empty field is not sent. */
export function encodeTags(tags: Tags): string | null {
  let text = '';
  for (const [name, value] of Object.entries(tags)) {
    if (!isTagName(name)) continue;
    if (!TAGS[name].shape.test(value)) throw new TagError(name);
    text += name + String(value.length).padStart(2, '0') + value;
  }
  return text === '' ? null : text;
}

/** The tags this house knows, others skipped; null where the run is broken, or says one thing twice. */
export function decodeTags(text: string): Tags | null {
  const tags: Partial<Record<TagName, string>> = {};
  let offset = 0;
  while (offset < text.length) {
    const head = /^([A-Z]{2})(\d{2})$/.exec(text.slice(offset, offset + 4));
    const name = head?.[1];
    if (name === undefined) return null;
    const start = offset + 4;
    offset = start + Number(head?.[2]);
    if (offset > text.length) return null;
    if (!isTagName(name)) continue;
    const value = text.slice(start, offset);
    if (tags[name] !== undefined || !TAGS[name].shape.test(value)) return null;
    tags[name] = value;
  }
  return tags;
}

/** What of field 48 may be kept: known tags that are not secret. Nothing of a run that cannot be read. */
export function maskTags(text: string): string | null {
  const tags = decodeTags(text);
  if (!tags) return null;
  return encodeTags(Object.fromEntries(Object.entries(tags).filter(([name]) => isTagName(name) && TAGS[name].shown)));
}
