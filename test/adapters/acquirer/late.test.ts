import { expect, test } from '@jest/globals';
import { expectedOf } from '../../../server/adapters/acquirer/answers.js';
import { authorisationMessage } from '../../../server/adapters/acquirer/dialect.js';
import { LateAnswers } from '../../../server/adapters/acquirer/late.js';
import { createLocalTime } from '../../../server/adapters/acquirer/local-time.js';
import { keyOfAnswerTo } from '../../../server/adapters/acquirer/question.js';
import type { AuthorisationRequest, LateAnswer } from '../../../server/core/ports.js';
import { authorisation, CARD_NUMBER } from './examples.js';
import { answerTo } from './scripted-host.js';

const localise = createLocalTime();

/** Late answers, a clock that is moved by hand, and a host that answers late. */
function memory(most: number): {
  late: LateAnswers;
  move: (by_ms: number) => void;
  remember: (request: AuthorisationRequest) => void;
  answered: (request: AuthorisationRequest, changes?: Record<number, string>) => LateAnswer | null;
} {
  let now_ms = 0;
  const late = new LateAnswers({ now: () => new Date(now_ms), monotonic_ms: () => now_ms }, most, 3_600_000);
  return {
    late,
    move: by_ms => void (now_ms += by_ms),
    remember(request) {
      const message = authorisationMessage(request, localise);
      late.remember(keyOfAnswerTo(message), request, expectedOf(message));
    },
    answered: (request, changes) =>
      late.recognise({ message: answerTo(authorisationMessage(request, localise), changes), fault: null }),
  };
}

function numbered(stan: number): AuthorisationRequest {
  return { ...authorisation, stan: String(stan).padStart(6, '0') };
}

test('an hour long an answer is late, then it is nobody’s', () => {
  const { remember, answered, move, late } = memory(10);
  remember(numbered(1));
  move(3_599_999);
  expect(answered(numbered(1), { 39: '51' })).toMatchObject({ stan: '000001', responseCode: '51' });
  move(1);
  expect(answered(numbered(1))).toBeNull();
  remember(numbered(2));
  expect(late.size).toBe(1);
});

test('of more than can be remembered the oldest are forgotten', () => {
  const { remember, answered, late } = memory(3);
  for (const stan of [1, 2, 3, 4, 5]) remember(numbered(stan));
  expect(late.size).toBe(3);
  expect([1, 2, 3, 4, 5].map(stan => answered(numbered(stan)) !== null)).toEqual([false, false, true, true, true]);
});

test('a hundred thousand unanswered authorisations take no more room than ten thousand', () => {
  const { late } = memory(10_000);
  for (let index = 0; index < 100_000; index += 1) late.remember(`question ${index}`, authorisation, new Map());
  expect(late.size).toBe(10_000);
});

test('a late answer shows only what it was checked against and what it says, wherever the host puts the card', () => {
  const { remember, answered } = memory(10);
  remember(numbered(1));
  const late = answered(numbered(1), { 2: CARD_NUMBER, 43: CARD_NUMBER, 48: `ST16${CARD_NUMBER}`, 90: CARD_NUMBER });
  expect(Object.keys(late?.answer ?? {}).map(Number)).toEqual([0, 3, 4, 7, 11, 32, 37, 38, 39, 41, 42, 49]);
});
