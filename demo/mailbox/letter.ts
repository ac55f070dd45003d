/** A letter as the mailbox shows it: its envelope as the server was told, the rest as the letter says. */
import PostalMime, { type Attachment } from 'postal-mime';
import type { Kept } from './store.js';

export interface Letter extends Kept {
  readonly subject: string;
  readonly messageId: string | null;
  readonly date: string | null;
  readonly text: string | null;
  readonly html: string | null;
  readonly attachments: readonly LetterAttachment[];
}

export interface LetterAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** What cannot be read as a letter is shown as one without a subject: its source is there all the same. */
export async function readLetter(kept: Kept, raw: Buffer): Promise<Letter> {
  const email = await PostalMime.parse(raw).catch(() => null);
  return {
    ...kept,
    subject: email?.subject ?? '',
    messageId: email?.messageId ?? null,
    date: email?.date ?? null,
    text: email?.text ?? null,
    html: email?.html ?? null,
    attachments: (email?.attachments ?? []).map(asAttachment),
  };
}

function asAttachment({ filename, mimeType, content }: Attachment, place: number): LetterAttachment {
  return {
    filename: filename ?? `attachment-${place + 1}`,
    contentType: mimeType,
    content: typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content as Uint8Array),
  };
}
