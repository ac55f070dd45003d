/** The sandbox bank as a process of its own. */
import { startBank } from '../../bank/bank.js';
import { answerQuestions, cpuMeter } from './answering.js';

const bank = await startBank({ bookFile: process.env['BANK_BOOK'] ?? '', seed: 'bench' });
const cpu = cpuMeter();

answerQuestions({ ready: () => bank.isoPort, measure: () => ({ cpu_ms: cpu() }) }, () => bank.close());
