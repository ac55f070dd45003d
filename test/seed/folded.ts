/** The stories as rows: what the law makes of their events, for any amount of a payment. */
import { EMPTY_JOURNAL, applyEvent, type Amounts } from '../../server/core/amounts.js';
import { next as nextOfAuthentication } from '../../server/core/authentication-states.js';
import { next as nextOfRefund } from '../../server/core/refund.js';
import { next as nextOfSession } from '../../server/core/session.js';
import { BEGINNINGS, ENDINGS, type Share, type Step, type Story } from './stories.js';

/** An amount as so many times all of the payment and so many times its part. */
export type Factors = readonly [ofAll: number, ofPart: number];

export interface FoldedStep extends Step {
  readonly sequence: number;
  readonly from: string;
  readonly to: string;
  readonly factors: Factors;
}

export interface FoldedStory {
  readonly number: number;
  readonly beginning: string;
  readonly ending: string;
  readonly steps: readonly FoldedStep[];
  readonly messages: Story['messages'];
  readonly amounts: Readonly<Record<keyof Amounts, Factors>>;
  /** Of each subject that the story has: its last status, how many events, and when the last one came. */
  readonly last: Readonly<Partial<Record<Step['told'][0], FoldedStep>>>;
}

const FACTORS: Readonly<Record<Share, Factors>> = { ALL: [1, 0], PART: [0, 1], REST: [1, -1], NONE: [0, 0] };
/** A payment that stands for all: of its amounts one can tell how they were made. */
const SAMPLE = { all: 1000n, part: 400n };

export function factorsOf(share: Share): Factors {
  return FACTORS[share];
}

export function foldedStories(): FoldedStory[] {
  return Object.entries(ENDINGS).flatMap(([ending, tell], index) =>
    BEGINNINGS.map((beginning, variant) =>
      fold(index * BEGINNINGS.length + variant, beginning, ending, tell(beginning)),
    ),
  );
}

function fold(number: number, beginning: string, ending: string, story: Story): FoldedStory {
  const last: Partial<Record<Step['told'][0], FoldedStep>> = {};
  let folded = EMPTY_JOURNAL;
  const steps = story.steps.map(step => {
    const [subject] = step.told;
    const before = last[subject];
    const from = before?.to ?? 'NEW';
    if (step.told[0] === 'TRANSACTION')
      folded = applyEvent(folded, { event: step.told[1], amount: sampleOf(FACTORS[step.share]) });
    const to = step.told[0] === 'TRANSACTION' ? folded.status : statusAfter(step, from);
    const sequence = (before?.sequence ?? 0) + 1;
    return (last[subject] = { ...step, sequence, from, to, factors: FACTORS[step.share] });
  });
  const amounts = Object.fromEntries(Object.entries(folded.amounts).map(([name, value]) => [name, factorsFor(value)]));
  return {
    number,
    beginning,
    ending,
    steps,
    messages: story.messages,
    amounts: amounts as Record<keyof Amounts, Factors>,
    last,
  };
}

function statusAfter({ told }: Step, from: string): string {
  switch (told[0]) {
    case 'SESSION':
      return nextOfSession(from as Parameters<typeof nextOfSession>[0], told[1]);
    case 'AUTHENTICATION':
      return nextOfAuthentication(from as Parameters<typeof nextOfAuthentication>[0], told[1]);
    case 'REFUND':
      return nextOfRefund(from as Parameters<typeof nextOfRefund>[0], told[1]);
    case 'TRANSACTION':
      throw new Error('A transaction is folded with its amounts.');
  }
}

function sampleOf([ofAll, ofPart]: Factors): bigint {
  return BigInt(ofAll) * SAMPLE.all + BigInt(ofPart) * SAMPLE.part;
}

function factorsFor(amount: bigint): Factors {
  const found = Object.values(FACTORS).find(factors => sampleOf(factors) === amount);
  if (!found) throw new Error(`${amount} is neither all of the sample, nor its part or its rest.`);
  return found;
}
