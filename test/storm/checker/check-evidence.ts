/** The independent checker: reads a folder of evidence, and says what does not hold. */
import type { Verdict } from '../evidence.js';
import { atMostOne } from './at-most-one.js';
import { audit } from './audit.js';
import { booksAgree } from './books-agree.js';
import { bounds } from './bounds.js';
import type { Check } from './check.js';
import { heardIsWritten } from './heard.js';
import { journalBalances } from './journal-balances.js';
import { legalSteps } from './legal-steps.js';
import { logOrder } from './log-order.js';
import { noneForgotten, notifications } from './notifications.js';
import { numbers } from './numbers.js';
import { pages } from './pages.js';
import { readEvidence, type Evidence } from './read.js';
import { readers } from './readers.js';
import { remittances } from './remittances.js';
import { sameAnswer } from './same-answer.js';
import { secrets } from './secrets.js';
import { signatures } from './signatures.js';
import { toldStays } from './told-stays.js';
import { unknowns } from './unknowns.js';
import { whose } from './whose.js';

const INVARIANTS: readonly ((evidence: Evidence) => Check | Promise<Check>)[] = [
  journalBalances,
  bounds,
  booksAgree,
  heardIsWritten,
  atMostOne,
  toldStays,
  whose,
  pages,
  unknowns,
  notifications,
  signatures,
  noneForgotten,
  remittances,
  legalSteps,
  logOrder,
  readers,
  audit,
  secrets,
  sameAnswer,
  numbers,
];

/** `bytes: false` leaves out the byte scan, for whoever only wants to know what has become of the money. */
export async function checkEvidence(folder: string, { bytes = true } = {}): Promise<Verdict> {
  const evidence = readEvidence(folder);
  const checks: Check[] = [];
  for (const invariant of INVARIANTS) if (bytes || invariant !== secrets) checks.push(await invariant(evidence));
  return {
    checked: Object.fromEntries(checks.map(({ invariant, name, looked }) => [`${invariant} ${name}`, looked])),
    violations: checks.flatMap(check => check.verdict()),
  };
}
