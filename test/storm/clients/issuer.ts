/** A shopper before the issuer's own pages: not every one of them knows the code, or stays. */
import { leavingForm } from '../../adapters/threeds/shopper.js';
import type { Random } from '../random.js';

const RIGHT = { code: '1234' };
const WRONG = { code: '0000' };
const CANCEL = { cancel: 'yes' };

const MANNERS = {
  well: [RIGHT],
  'well at last': [WRONG, RIGHT],
  badly: [WRONG, WRONG, WRONG],
  'by cancelling': [CANCEL],
  'with nothing': [],
  'in two tabs': [RIGHT],
  twice: [RIGHT, RIGHT],
} as const;
export type Manner = keyof typeof MANNERS;

interface Challenge {
  readonly acsUrl: string;
  readonly creq: string;
  readonly sessionData: string;
}

export class Issuer {
  constructor(private readonly random: Random) {}

  manner(): Manner {
    return this.random.weighted<Manner>([
      [12, 'well'],
      [2, 'well at last'],
      [2, 'badly'],
      [2, 'by cancelling'],
      [1, 'with nothing'],
      [2, 'in two tabs'],
      [2, 'twice'],
    ]);
  }

  /** The CRes that the browser is sent back with; null when it is not, or the issuer is not there. */
  async answer(challenge: Challenge, manner: Manner): Promise<string | null> {
    const one = () => walk(challenge, MANNERS[manner]).catch(() => null);
    const [cres] = await Promise.all(manner === 'in two tabs' ? [one(), one()] : [one()]);
    return cres ?? null;
  }

  async showMethod({ url, data }: { readonly url: string; readonly data: string }): Promise<boolean> {
    return post(url, { threeDSMethodData: data }).then(
      page => leavingForm(page) !== null,
      () => false,
    );
  }
}

async function walk(
  { acsUrl, creq, sessionData }: Challenge,
  entries: readonly Readonly<Record<string, string>>[],
): Promise<string | null> {
  let page = await post(acsUrl, { creq, threeDSSessionData: sessionData });
  for (const entry of entries) {
    if (leavingForm(page)) break;
    page = await post(acsUrl, entry);
  }
  return leavingForm(page)?.fields['cres'] ?? null;
}

/** A page that does not come in that time is not waited for. */
const PATIENCE_ms = 6_000;

async function post(url: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const body = new URLSearchParams(fields);
  const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE_ms) });
  const page = await response.text();
  if (!response.ok) throw new Error(`The issuer answered ${response.status}.`);
  return page;
}
