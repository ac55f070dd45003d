/** A copy of evidence in which something is no longer true. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FILES, type Verdict } from '../../evidence.js';
import { checkEvidence } from '../check-evidence.js';

/** Rows as they are in the files: a corruption knows no types. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Row = Record<string, any>;

export class Corrupted {
  readonly folder = mkdtempSync(join(tmpdir(), 'guichet-corrupted-'));

  readonly #beside = `${this.folder}-beside`;

  constructor(evidence: string) {
    cpSync(evidence, this.folder, { recursive: true });
  }

  /** Changes the lines of a file; what is answered takes their place, and nothing answered keeps the changed ones. */
  lines(file: string, change: (rows: Row[]) => Row[] | void): void {
    const path = join(this.folder, file);
    const rows = rowsOf(path);
    const before = JSON.stringify(rows);
    const after = change(rows) ?? rows;
    if (JSON.stringify(after) === before) throw new Error(`Nothing was corrupted in ${file}.`);
    writeFileSync(path, after.map(row => `${JSON.stringify(row)}\n`).join(''));
  }

  read(table: string): Row[] {
    return rowsOf(join(this.folder, FILES.tables, `${table}.jsonl`));
  }

  table(name: string, change: (rows: Row[]) => Row[] | void): void {
    this.lines(join(FILES.tables, `${name}.jsonl`), change);
  }

  json(file: string, change: (value: Row) => void): void {
    const path = join(this.folder, file);
    const value = JSON.parse(readFileSync(path, 'utf8')) as Row;
    const before = JSON.stringify(value);
    change(value);
    if (JSON.stringify(value) === before) throw new Error(`Nothing was corrupted in ${file}.`);
    writeFileSync(path, JSON.stringify(value));
  }

  append(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text, { flag: 'a' });
  }

  /** Beside the evidence, the profile of a browser that the run says has paid. */
  profile(files: Readonly<Record<string, string>>): void {
    mkdirSync(join(this.#beside, 'pages'), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(this.#beside, file), text);
    this.json(FILES.raw, raw => void (raw['profile'] = this.#beside));
  }

  async verdict({ bytes }: { readonly bytes: boolean }): Promise<Verdict> {
    try {
      return await checkEvidence(this.folder, { bytes });
    } finally {
      for (const folder of [this.folder, this.#beside]) rmSync(folder, { recursive: true, force: true });
    }
  }
}

function rowsOf(path: string): Row[] {
  const texts = readFileSync(path, 'utf8').trimEnd().split('\n').filter(Boolean);
  return texts.map(text => JSON.parse(text) as Row);
}

/** The first that is so; a corruption that finds nothing to corrupt is a test that cannot fail. */
export function first(rows: readonly Row[], isSo: (row: Row) => boolean): Row {
  const found = rows.find(isSo);
  if (!found) throw new Error('There is nothing to corrupt.');
  return found;
}

export const without = (rows: readonly Row[], isSo: (row: Row) => boolean): Row[] => {
  const gone = first(rows, isSo);
  return rows.filter(row => row !== gone);
};
