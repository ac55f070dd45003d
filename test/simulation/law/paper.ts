/**
 * The law of a transaction once more, as a till clerk would keep it on paper: written from the description of the domain, in other
 * terms than the house's. It keeps one sheet of what is open and a list of refunds, and knows nothing of events and pots.
 */
export interface Paper {
  readonly status: string;
  /** What the bank has agreed to, of the latest time it was asked. */
  readonly agreed: number;
  /** What may still become a capture. */
  readonly open: number;
  /** What was given up of the latest agreement. */
  readonly given: number;
  readonly travelling: number;
  readonly taken: number;
  /** Whether the shop has released what is open, or never had to. */
  readonly released: boolean;
  /** Whether the bank is asked a second time. */
  readonly second: boolean;
  readonly refunds: readonly { readonly amount: number; readonly state: 'ASKED' | 'PAID' | 'FREED' }[];
  readonly disputed: number;
}

export const BLANK: Paper = {
  status: 'NEW',
  agreed: 0,
  open: 0,
  given: 0,
  travelling: 0,
  taken: 0,
  released: false,
  second: false,
  refunds: [],
  disputed: 0,
};

/** What the paper looks like afterwards; null where it may not happen. */
export type Rule = (paper: Paper, amount: number) => Paper | null;

export function sumOf(paper: Paper, ...states: readonly ('ASKED' | 'PAID' | 'FREED')[]): number {
  return paper.refunds.filter(({ state }) => states.includes(state)).reduce((sum, { amount }) => sum + amount, 0);
}

export function refundable(paper: Paper): number {
  return Math.max(0, paper.taken - sumOf(paper, 'ASKED', 'PAID') - paper.disputed);
}

const when =
  (statuses: readonly string[], then: Rule): Rule =>
  (paper, amount) =>
    statuses.includes(paper.status) ? then(paper, amount) : null;

const becomes =
  (status: string): Rule =>
  paper => ({ ...paper, status });

/** Nobody's words, and no money with them: the bank says something late, or acknowledges something. */
const noted: Rule = paper => (paper.status === 'NEW' ? null : paper);

const firstOnly =
  (then: Rule): Rule =>
  (paper, amount) =>
    paper.second ? null : then(paper, amount);

const secondOnly =
  (then: Rule): Rule =>
  (paper, amount) =>
    paper.second ? then(paper, amount) : null;

/** The first yes begins a new sheet with all of it open. */
const agreedFirst = (status: string, released: boolean): Rule =>
  firstOnly((_, amount) => (amount > 0 ? { ...BLANK, status, agreed: amount, open: amount, released } : null));

/** The second yes is to what was open, and what was given up before is of no interest any more. */
const agreedAgain: Rule = secondOnly((paper, amount) =>
  amount === paper.open ? { ...BLANK, status: 'TO_CAPTURE', agreed: amount, open: amount, released: true } : null,
);

const allGivenUp =
  (status: string): Rule =>
  (paper, amount) =>
    amount === paper.open ? { ...paper, status, open: 0, given: paper.given + amount } : null;

const releasedTo =
  (status: string, second: boolean): Rule =>
  (paper, amount) =>
    amount > 0 && amount <= paper.open
      ? { ...paper, status, released: true, second, given: paper.given + paper.open - amount, open: amount }
      : null;

const refundTo =
  (state: 'PAID' | 'FREED'): Rule =>
  (paper, amount) => {
    if (amount > sumOf(paper, 'ASKED')) return null;
    return { ...paper, refunds: [...settled(paper, amount), { amount, state }] };
  };

/** Which of the refunds that wait it was is not said: the sums are the same. */
function settled({ refunds }: Paper, amount: number): Paper['refunds'] {
  let left = amount;
  return refunds.map(refund => {
    if (refund.state !== 'ASKED') return refund;
    const off = Math.min(left, refund.amount);
    left -= off;
    return { ...refund, amount: refund.amount - off };
  });
}

const BEFORE_REMITTANCE = ['TO_VALIDATE', 'TO_AUTHORISE', 'TO_CAPTURE'];

export const RULES: Readonly<Record<string, Rule>> = {
  AUTHENTICATION_STARTED: when(['NEW'], becomes('AUTHENTICATING')),
  AUTHENTICATION_REFUSED: when(['AUTHENTICATING'], becomes('REFUSED')),
  RULE_REFUSED: when(['NEW', 'AUTHENTICATING'], becomes('REFUSED')),
  AUTHORISATION_REQUESTED: when(['NEW', 'AUTHENTICATING', 'TO_AUTHORISE'], (paper, amount) =>
    paper.second && amount !== paper.open ? null : { ...paper, status: 'AUTHORISING' },
  ),
  AUTHORISED_FOR_CAPTURE: when(['AUTHORISING'], (paper, amount) =>
    (paper.second ? agreedAgain : agreedFirst('TO_CAPTURE', true))(paper, amount),
  ),
  AUTHORISED_FOR_VALIDATION: when(['AUTHORISING'], agreedFirst('TO_VALIDATE', false)),
  AUTHORISED_FOR_REVIEW: when(['AUTHORISING'], agreedFirst('TO_REVIEW', false)),
  DECLINED: when(['AUTHORISING'], firstOnly(becomes('DECLINED'))),
  SOFT_DECLINED: when(['AUTHORISING'], firstOnly(becomes('AUTHENTICATING'))),
  REAUTHORISATION_DECLINED: when(['AUTHORISING'], secondOnly(allGivenUp('EXPIRED'))),
  ANSWER_MISSING: when(['AUTHORISING'], becomes('UNKNOWN')),
  REVERSAL_CONFIRMED: when(['UNKNOWN'], firstOnly(becomes('REVERSED'))),
  REAUTHORISATION_REVERSED: when(['UNKNOWN'], secondOnly(becomes('TO_AUTHORISE'))),
  REVIEW_ACCEPTED_FOR_CAPTURE: when(['TO_REVIEW'], (paper, amount) =>
    amount === paper.open ? { ...paper, status: 'TO_CAPTURE', released: true } : null,
  ),
  REVIEW_ACCEPTED_FOR_VALIDATION: when(['TO_REVIEW'], becomes('TO_VALIDATE')),
  REVIEW_REFUSED: when(['TO_REVIEW'], allGivenUp('CANCELLED')),
  REVIEW_LAPSED: when(['TO_REVIEW'], allGivenUp('EXPIRED')),
  VALIDATED: when(['TO_VALIDATE'], releasedTo('TO_CAPTURE', false)),
  VALIDATED_AFTER_LAPSE: when(['TO_VALIDATE'], releasedTo('TO_AUTHORISE', true)),
  VALIDATION_LAPSED: when(['TO_VALIDATE'], allGivenUp('EXPIRED')),
  AUTHORISATION_LAPSED: when(['TO_CAPTURE'], paper => ({ ...paper, status: 'TO_AUTHORISE', second: true })),
  REAUTHORISATION_LAPSED: when(['TO_AUTHORISE'], allGivenUp('EXPIRED')),
  CANCELLED: when(BEFORE_REMITTANCE, allGivenUp('CANCELLED')),
  CANCELLED_IN_PART: when(BEFORE_REMITTANCE, (paper, amount) =>
    amount > 0 && amount < paper.open ? { ...paper, open: paper.open - amount, given: paper.given + amount } : null,
  ),
  REMITTANCE_CLOSED: when(['TO_CAPTURE'], (paper, amount) =>
    amount === paper.open ? { ...paper, status: 'REMITTING', open: 0, travelling: amount } : null,
  ),
  CAPTURE_ACCEPTED: when(['REMITTING'], (paper, amount) =>
    amount === paper.travelling ? { ...paper, status: 'CAPTURED', travelling: 0, taken: amount } : null,
  ),
  CAPTURE_REJECTED: when(['REMITTING'], (paper, amount) =>
    amount === paper.travelling ? { ...paper, status: 'TO_CAPTURE', travelling: 0, open: amount } : null,
  ),
  HELD: when(['TO_CAPTURE'], paper => paper),
  HOLD_RELEASED: when(['TO_CAPTURE'], paper => paper),
  LATE_APPROVAL: noted,
  RELEASE_REQUESTED: noted,
  RELEASE_CONFIRMED: noted,
  REFUND_REQUESTED: when(['CAPTURED'], (paper, amount) =>
    amount > 0 && amount <= refundable(paper)
      ? { ...paper, refunds: [...paper.refunds, { amount, state: 'ASKED' }] }
      : null,
  ),
  REFUND_CREDITED: when(['CAPTURED'], refundTo('PAID')),
  REFUND_FREED: when(['CAPTURED'], refundTo('FREED')),
  CHARGED_BACK: when(['CAPTURED'], (paper, amount) =>
    paper.disputed + amount <= paper.taken ? { ...paper, disputed: paper.disputed + amount } : null,
  ),
  CHARGEBACK_WON: when(['CAPTURED'], (paper, amount) =>
    amount <= paper.disputed ? { ...paper, disputed: paper.disputed - amount } : null,
  ),
};
