/** What every bench does around its measuring: reads its options, ends in order on Ctrl-C, says and records. */
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { asMarkdown, asText } from './table.js';
import { recordSection } from './record.js';

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

export interface Findings {
  /** Of the section in RESULTS.md. */
  readonly title: string;
  /** In a sentence: how it was measured. */
  readonly how: string;
  readonly rows: readonly (readonly string[])[];
  readonly verdicts: readonly string[];
}

export function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores, ${memory} GB, Node ${process.versions.node}`;
}

/** What the bench takes as options, with what it is when it is not given: a number, or `false` for what is asked for by its name. */
export type Usual = Readonly<Record<string, number | boolean>>;

export async function runBench<Wishes extends Usual>(
  usual: Wishes,
  measure: (wishes: Wishes, stop: AbortSignal) => Promise<Findings>,
): Promise<void> {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort());
  try {
    const { wishes, record } = readOptions(usual);
    const { title, how, rows, verdicts } = await measure(wishes, interrupted.signal);
    say(`\n${how}\n\n${asText(rows)}\n\n${verdicts.join('\n')}`);
    const list = verdicts.map(verdict => `- ${verdict}`).join('\n');
    if (record) recordSection(title, `${how}\n\n${asMarkdown(rows)}\n\n${list}`);
  } catch (error) {
    const isOurs = interrupted.signal.aborted;
    process.stderr.write(isOurs ? 'Stopped.\n' : `${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = isOurs ? 130 : 1;
  }
}

function readOptions<Wishes extends Usual>(usual: Wishes): { wishes: Wishes; record: boolean } {
  const typeOf = (value: number | boolean) => (typeof value === 'boolean' ? ('boolean' as const) : ('string' as const));
  const options = Object.fromEntries(Object.entries(usual).map(([name, value]) => [name, { type: typeOf(value) }]));
  const { values } = parseArgs({ options: { ...options, record: { type: 'boolean', default: false } } });
  const given = Object.entries(values).flatMap(([name, value]): (readonly [string, number | boolean])[] => {
    if (name === 'record' || value === undefined) return [];
    if (typeof value === 'boolean') return [[name, value]];
    const number = Number(value);
    if (!(number > 0)) throw new Error(`--${name} takes a number above 0.`);
    return [[name, number]];
  });
  return { wishes: { ...usual, ...Object.fromEntries(given) }, record: values.record === true };
}
