/**
 * How fast-check makes stories up: most are about money alone, some about who pays, about the daily mail, about clocks that are wrong.
 */
import * as fc from 'fast-check';
import type { Subject } from '../../bank/dialect.js';
import { MOVES, type Move } from './shopper.js';
import { FATES } from './sim-bank.js';
import { DIRECTORY_FATES } from './sim-directory.js';
import { MISHAPS, type Mishap } from './sim-process.js';
import { HOOK_FATES, MAIL_FATES } from './sim-receiver.js';
import { PLACES } from './stage.js';
import type { Doing, Later, Plan, Step, Story } from './story.js';

/** Ordinary days, and those before a night that Paris makes an hour shorter or longer. */
export const STARTS = ['2026-11-24T10:00:00Z', '2026-03-28T20:30:00Z', '2026-10-24T20:30:00Z', '2026-06-30T21:10:00Z'];

const LATER = ['GIVE_UP', 'VALIDATE', 'CANCEL', 'REFUND', 'REVERSE', 'HOLD', 'RELEASE', 'CLOSE'] as const;
const CODES = ['00', '00', '00', '00', '00', '51', '05', '08', '91'];
/** With those that ask for an authentication. */
const CODES_OF_ENROLLED = [...CODES, 'A1', 'A1', '1A', '65', '65'];
/** PROTOCOL-3DS.md, "What a test card does". */
export const WAYS = '00 01 02 02 02 03 04 05 05 06 07 08 09 10 11 11 12 13 14 15 15 16 17 18'.split(' ');
/** What shoppers do, most of them one thing after another; some nothing. */
const WHOLE_WAYS: Move[][] = [
  ['METHOD_DONE', 'PROVES', 'RETURN'],
  ['METHOD_OVER', 'PROVES', 'RETURN'],
  ['METHOD_DONE', 'RETURN', 'PROVES'],
  ['FAILS', 'RETURN'],
  ['CANCELS', 'RETURN'],
  ['METHOD_DONE', 'PROVES'],
  ['RETURN'],
  [],
];
const LIKELY: Move[] = ['PROVES', 'PROVES', 'PROVES', 'RETURN', 'RETURN'];
const SUBJECTS = ['AUTHORISATION', 'REVERSAL', 'REVERSAL', 'ADVICE', 'ADVICE', 'TOTALS'] as const;
/** Minutes; the longer ones end business days. */
const WHILES = [0, 1, 26 * 60];
const PAUSES = [1, 2, 30, 24 * 60, 8 * 24 * 60];

const mishapAt = (...at: Mishap['at'][]) =>
  fc.record({
    kind: fc.constantFrom(...MISHAPS),
    at: fc.constantFrom('ANY', 'COMMIT', 'SEND', 'HOOK', ...at),
    step: fc.constantFrom(0, 0, 0, 1, 2, 5, 10),
  });
const doingAt = (...at: Mishap['at'][]): fc.Arbitrary<Doing> =>
  fc.record({
    place: fc.constantFrom(...PLACES),
    mishap: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: mishapAt(...at) }),
    waits: fc.oneof({ weight: 2, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  });
const fate = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: fc.constantFrom(...FATES) });
const plan = fc.constantFrom<Plan[]>('IMMEDIATE', 'VALIDATION', 'DEFERRED');
const number = fc.nat({ max: 7 });
const fault = fc.record({
  subject: fc.constantFrom<Subject[]>(...SUBJECTS),
  fate: fc.constantFrom(...FATES),
  count: fc.integer({ min: 1, max: 3 }),
});
const shop = fc.constantFrom<(0 | 1)[]>(0, 1);
const kind = <K extends Step['kind']>(name: K) => fc.constant(name);

/** How often stories of a kind do what; the others are in all of them alike. */
interface Share {
  readonly pay: number;
  readonly payEnrolled: number;
  readonly shopper: number;
  readonly directory: number;
  readonly ask: number;
  readonly clocks: number;
  readonly mail: number;
  /** Steps that something befalls, beside those of all stories. */
  readonly at?: readonly Mishap['at'][];
}

/** With cards that nobody authenticates, and with cards that the directory knows. */
const paymentsOf = ({ pay, payEnrolled }: Share, doing: fc.Arbitrary<Doing>) => {
  const payment = { kind: kind('PAY'), order: number, fate, doing };
  return [
    {
      weight: pay,
      arbitrary: fc.record({
        ...payment,
        code: fc.constantFrom(...CODES),
        way: fc.constant(null),
        moves: fc.constant([]),
      }),
    },
    {
      weight: payEnrolled,
      arbitrary: fc.record({
        ...payment,
        code: fc.constantFrom(...CODES_OF_ENROLLED),
        way: fc.constantFrom(...WAYS),
        moves: fc.constantFrom(...WHOLE_WAYS),
      }),
    },
  ];
};

const stepOf = (share: Share): fc.Arbitrary<Step> => {
  const doing = doingAt(...(share.at ?? []));
  return fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({ kind: kind('OPEN'), shop, amount: fc.integer({ min: 2, max: 90_000 }), plan, doing }),
    },
    ...paymentsOf(share, doing),
    {
      weight: share.shopper,
      arbitrary: fc.record({ kind: kind('SHOPPER'), order: number, move: fc.constantFrom(...MOVES, ...LIKELY), doing }),
    },
    {
      weight: share.directory,
      arbitrary: fc.record({ kind: kind('DIRECTORY'), fate: fc.constantFrom(...DIRECTORY_FATES) }),
    },
    {
      weight: share.ask,
      arbitrary: fc.record({
        kind: kind('ASK'),
        verb: fc.constantFrom<Later[]>(...LATER, 'REFUND', 'REFUND', 'REFUND', 'CLOSE'),
        order: number,
        share: fc.constantFrom(null, 40, 60, 100),
        twice: fc.boolean(),
        doing,
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: kind('AGAIN'), request: number, doing }) },
    { weight: 6, arbitrary: fc.record({ kind: kind('WORK'), minutes: fc.constantFrom(...WHILES), doing }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('PASS'), minutes: fc.constantFrom(...PAUSES) }) },
    {
      weight: share.clocks,
      arbitrary: fc.record({
        kind: kind('CLOCK'),
        place: fc.constantFrom(...PLACES),
        hours: fc.constantFrom(2, 2, -2, -2, 0),
      }),
    },
    {
      weight: share.clocks,
      arbitrary: fc.record({ kind: kind('ADVANCE'), shop, hours: fc.constantFrom(1, 12, 26, 8 * 24), doing }),
    },
    { weight: 4, arbitrary: fault.map(each => ({ kind: 'BANK' as const, ...each })) },
    { weight: 1, arbitrary: fc.record({ kind: kind('HOOK'), fate: fc.constantFrom(...HOOK_FATES) }) },
    { weight: share.mail, arbitrary: fc.record({ kind: kind('MAIL'), fate: fc.constantFrom(...MAIL_FATES) }) },
    { weight: 1, arbitrary: fc.record({ kind: kind('WAKE') }) },
  );
};

const PLAIN: Share = { pay: 5, payEnrolled: 0, shopper: 0, directory: 0, ask: 6, clocks: 0, mail: 0 };
const AUTHENTICATED: Share = {
  pay: 1,
  payEnrolled: 12,
  shopper: 9,
  directory: 2,
  ask: 3,
  clocks: 1,
  mail: 0,
  // A payment asks the directory once or twice, among some forty steps: a process would hardly ever end just there.
  at: Array.from({ length: 8 }, () => 'DIRECTORY' as const),
};
const REPORTED: Share = { ...PLAIN, mail: 5, at: ['MAIL'] };
const WRONG_CLOCKS: Share = { ...PLAIN, payEnrolled: 1, shopper: 1, clocks: 6 };

/** What of a story is not in its steps. */
type Frame = Pick<Story, 'before' | 'knowsRanges' | 'reports'>;

const storyOf = (share: Share, frame: { [K in keyof Frame]: readonly Frame[K][] }): fc.Arbitrary<Story> =>
  fc.record({
    start: fc.constantFrom(...STARTS),
    before: fc.constantFrom(...frame.before),
    plan,
    knowsRanges: fc.constantFrom(...frame.knowsRanges),
    reports: fc.constantFrom(...frame.reports),
    faults: fc.array(fault, { maxLength: 3, size: 'max' }),
    steps: fc.array(stepOf(share), { minLength: 1, maxLength: 9, size: 'max' }),
    last: fc.oneof(fc.constant(null), mishapAt(...(share.at ?? []))),
  });

const ABOUT_MONEY: { [K in keyof Frame]: readonly Frame[K][] } = {
  before: ['NOTHING', 'OPENED', 'PAID', 'CAPTURED', 'CAPTURED'],
  knowsRanges: [true],
  reports: [false],
};
const ABOUT_WHO_PAYS: typeof ABOUT_MONEY = {
  before: ['NOTHING', 'OPENED', 'CHALLENGED'],
  knowsRanges: [true, true, true, false],
  reports: [false],
};

/** Without the bias towards what is small: a short story is what shortening is for. */
export const stories: fc.Arbitrary<Story> = fc.noBias(
  fc.oneof(
    { weight: 7, arbitrary: storyOf(PLAIN, ABOUT_MONEY) },
    { weight: 3, arbitrary: storyOf(AUTHENTICATED, ABOUT_WHO_PAYS) },
    { weight: 1, arbitrary: storyOf(REPORTED, { ...ABOUT_MONEY, reports: [true] }) },
    { weight: 1, arbitrary: storyOf(WRONG_CLOCKS, { ...ABOUT_MONEY, reports: [false, false, true] }) },
  ),
);
