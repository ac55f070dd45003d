/** Lighthouse's word on a page: a judge from outside, and no dependency of ours. */
import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fetched, type Edition } from './fetched.js';

const LIGHTHOUSE: Edition = { name: 'Lighthouse', version: '13.5.0', packages: { lighthouse: '13.5.0' } };
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
export type Category = (typeof CATEGORIES)[number];

export interface Judged {
  /** 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** What took points off, in Lighthouse's words. */
  readonly complaints: readonly string[];
}

export type Judge = (url: string, device: 'mobile' | 'desktop') => Promise<Judged>;

/** A judge who looks through this browser, and is whom the browser is signed in as. */
export async function judgeWith(port: number, stop: AbortSignal): Promise<Judge> {
  const program = join(await fetched(LIGHTHOUSE, stop), 'node_modules/lighthouse/cli/index.js');
  return async (url, device) => {
    const report = join(tmpdir(), `guichet-lighthouse-${process.pid}.json`);
    const options = [
      `--port=${port}`,
      '--quiet',
      '--disable-storage-reset',
      `--only-categories=${CATEGORIES.join(',')}`,
      '--output=json',
      `--output-path=${report}`,
      ...(device === 'desktop' ? ['--preset=desktop'] : []),
    ];
    try {
      await promisify(execFile)(process.execPath, [program, url, ...options], { signal: stop, timeout: 180_000 });
      return judged(url, JSON.parse(readFileSync(report, 'utf8')) as Report);
    } finally {
      rmSync(report, { force: true });
    }
  };
}

interface Report {
  readonly runtimeError?: { readonly message: string };
  readonly finalDisplayedUrl: string;
  readonly categories: Readonly<
    Record<Category, { readonly score: number | null; readonly auditRefs: readonly { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<Record<string, { readonly score: number | null; readonly title: string }>>;
}

function judged(url: string, { runtimeError, finalDisplayedUrl, categories, audits }: Report): Judged {
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
  // Whoever is not signed in is led elsewhere, and praise for that page would be for another.
  if (finalDisplayedUrl !== url) throw new Error(`Lighthouse saw ${finalDisplayedUrl} instead of ${url}.`);
  const scores = Object.fromEntries(CATEGORIES.map(name => [name, Math.round((categories[name].score ?? 0) * 100)]));
  const heavy = CATEGORIES.flatMap(name => categories[name].auditRefs.filter(({ weight }) => weight > 0));
  const complaints = heavy.flatMap(({ id }) => {
    const audit = audits[id];
    return audit && audit.score !== null && audit.score < 0.9 ? [`${audit.title} (${audit.score})`] : [];
  });
  return { scores: scores as Judged['scores'], complaints };
}
