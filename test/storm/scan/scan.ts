/**
 * The byte scan: reads files as bytes, whatever they are, and finds any of thousands of card numbers in any writing we could think of.
 * Streaming, in bounded memory; it tells where and how, and never the number.
 */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Marker } from '../evidence.js';
import { base64Runs, escapes, hexRuns } from './decoded-runs.js';
import { packedDigits, writtenDigits, zonedDigits, type Report, type Stream } from './digit-streams.js';
import { MarkerIndex } from './marker-index.js';
import { knownForms } from './secrets-in-text.js';

export interface Found {
  readonly file: string;
  /** About where: of what was decoded, where its run ended. */
  readonly at: number;
  /** `text`, `base64 > text`, `hex > BCD` … */
  readonly how: string;
  /** First six and last four digits, or the beginning of what it is. */
  readonly what: string;
}

export interface Scanned {
  readonly files: number;
  readonly bytes: number;
  readonly found: readonly Found[];
}

export interface ScanOptions {
  readonly markers: readonly Pick<Marker, 'number'>[];
  /** Whether bearer tokens and keys are looked for as well. */
  readonly tokens?: boolean;
  /** Files that are left out. */
  readonly without?: ReadonlySet<string>;
}

const CHUNK = 1 << 20;
/** Base64 in base64 has been seen; deeper nobody looks. */
const DEEPEST = 2;
/** Of one file so many; a log that tells a number ten thousand times is told once. */
const FOUND_MOST = 20;

export async function scanFolder(folder: string, options: ScanOptions): Promise<Scanned> {
  const index = new MarkerIndex(options.markers);
  const found: Found[] = [];
  let files = 0;
  let bytes = 0;
  for await (const path of filesIn(folder)) {
    if (options.without?.has(path)) continue;
    files += 1;
    bytes += await scanFile(path, relative(folder, path), index, options, found);
  }
  return { files, bytes, found };
}

async function* filesIn(path: string): AsyncGenerator<string> {
  const kind = await stat(path);
  if (kind.isFile()) yield path;
  if (!kind.isDirectory()) return;
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) yield* filesIn(join(path, entry.name));
    else if (entry.isFile()) yield join(path, entry.name);
  }
}

async function scanFile(
  path: string,
  file: string,
  index: MarkerIndex,
  { tokens = false }: ScanOptions,
  found: Found[],
): Promise<number> {
  const seen = new Set<string>();
  const report: Report = (how, at, what) => {
    const key = `${how} ${what}`;
    if (seen.has(key) || seen.size >= FOUND_MOST) return;
    seen.add(key);
    found.push({ file, at, how, what });
  };
  const layer = layerOf(index, report, tokens, 0);
  // A name is written to the disk as well.
  layer.feed(Buffer.from(file), 0);
  layer.reset();
  let at = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    layer.feed(chunk, at);
    at += chunk.length;
  }
  return at;
}

/** Everything that is looked for in one stream of bytes, and in what its runs decode to. */
export function layerOf(index: MarkerIndex, report: Report, tokens: boolean, depth: number): Stream {
  const streams = [
    writtenDigits(index, report),
    packedDigits(index, report),
    zonedDigits(index, report),
    knownForms(report, { tokens }),
  ];
  if (depth < DEEPEST) {
    const into = (how: string) => {
      const inner = layerOf(index, (inside, at, what) => report(`${how} > ${inside}`, at, what), tokens, depth + 1);
      return (bytes: Buffer, at: number) => {
        inner.reset();
        inner.feed(bytes, at);
      };
    };
    streams.push(hexRuns(into('hex')), base64Runs(into('base64')), escapes(into('escaped')));
  }
  return {
    reset: () => streams.forEach(stream => stream.reset()),
    feed: (chunk, at) => streams.forEach(stream => stream.feed(chunk, at)),
  };
}
