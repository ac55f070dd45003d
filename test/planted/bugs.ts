import type { Bug } from './bug.js';
import { sentBeforeWritten } from './bugs/sent-before-written.js';

export const BUGS: readonly Bug[] = [sentBeforeWritten];
