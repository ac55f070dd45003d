/**
 * What a long run has to come by: each thing that is asked, each thing that goes wrong, each place where a process ends.
 */
import { VERBS } from './operations.js';
import { FATES } from './sim-bank.js';
import { CHALLENGE_ENDS } from './sim-challenge.js';
import { DIRECTORY_FATES } from './sim-directory.js';
import { HOOK_FATES, MAIL_FATES } from './sim-receiver.js';
import { WAYS } from './made-up.js';

const ENDS = ['KILLED_BEFORE', 'KILLED_AFTER', 'ASLEEP_BEFORE', 'ASLEEP_AFTER'].flatMap(end =>
  ['STATEMENT', 'COMMIT', 'SEND'].map(step => `${end} at ${step}`),
);
const LOST = ['LINE_LOST_BEFORE', 'LINE_LOST_AFTER'].flatMap(end =>
  ['STATEMENT', 'COMMIT'].map(step => `${end} at ${step}`),
);

export const WANTED: readonly string[] = [
  ...VERBS,
  ...FATES.map(fate => `${fate} of AUTHORISATION`),
  ...['REVERSAL', 'ADVICE', 'TOTALS'].map(subject => `ANSWER_LOST of ${subject}`),
  ...HOOK_FATES.map(fate => `${fate} of HOOK`),
  ...ENDS,
  ...LOST,
  'KILLED_BEFORE at HOOK',
  'KILLED_AFTER at HOOK',
  ...WAYS.filter(way => way !== '00').map(way => `card ${way} at the directory`),
  ...DIRECTORY_FATES.map(fate => `${fate} of DIRECTORY`),
  ...CHALLENGE_ENDS.map(end => `challenge ${end}`),
  ...['Y', 'N'].flatMap(word => ['RRes', 'Erro'].map(answer => `RREQ ${word} answered with ${answer}`)),
  'RREQ unanswered',
  'a challenge is mandated',
  ...MAIL_FATES,
  'clock wrong by 2 h',
  'clock wrong by -2 h',
  ...['KILLED_BEFORE', 'KILLED_AFTER', 'ASLEEP_BEFORE', 'ASLEEP_AFTER'].map(end => `${end} at DIRECTORY`),
];
