/**
 * 0800: a connection signs on, shows that it is alive, signs off.
 */
import type { Line } from './line.js';
import type { Message } from './message.js';

export function answerNetwork(message: Message, line: Line): string {
  const what = message.must(70);
  if (what === '001') line.signedOn = true;
  else if (what === '002') line.signedOn = false;
  else if (what !== '301') return '40';
  return '00';
}
