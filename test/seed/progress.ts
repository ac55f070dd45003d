import type { WriteStream } from 'node:tty';
import type { Progress } from './seed.js';

const WIDTH = 40;

/** One line that fills up on a terminal; elsewhere a line for every tenth. */
export function progressBar(out: Pick<WriteStream, 'write' | 'isTTY'>): Progress {
  const began = performance.now();
  let tenths = -1;
  return (done, what) => {
    const took_s = (performance.now() - began) / 1000;
    const left = done > 0.02 && done < 1 ? `, ${Math.ceil((took_s * (1 - done)) / done)} s left` : '';
    const line = `${String(Math.floor(done * 100)).padStart(3)} % ${what}${left}`;
    if (out.isTTY) {
      const full = Math.round(done * WIDTH);
      out.write(`\r[${'█'.repeat(full)}${'·'.repeat(WIDTH - full)}] ${line}\x1b[K${done >= 1 ? '\n' : ''}`);
    } else if (Math.floor(done * 10) > tenths) {
      tenths = Math.floor(done * 10);
      out.write(`${line}\n`);
    }
  };
}
