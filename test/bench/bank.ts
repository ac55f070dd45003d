/** The sandbox bank as a process of its own. */
import { open } from 'node:fs/promises';
import { startBank } from '../../bank/bank.js';
import { readBook } from '../../bank/book-reader.js';
import { answerQuestions, cpuMeter } from './answering.js';

const bookFile = process.env['BANK_BOOK'] ?? '';
const bank = await startBank({ bookFile, seed: 'bench' });
const cpu = cpuMeter();

/** How many authorisations stand in its book as approved, by the merchant who asked for them. */
async function approved(): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const file = await open(bookFile);
  try {
    await readBook(file, ({ lines }) => {
      for (const line of lines)
        if (line.kind === 'AUTHORISED' && line.code === '00')
          counts.set(line.acceptor, (counts.get(line.acceptor) ?? 0) + 1);
    });
  } finally {
    await file.close();
  }
  return counts;
}

answerQuestions({ ready: () => bank.isoPort, measure: () => ({ cpu_ms: cpu() }), approved }, () => bank.close());
