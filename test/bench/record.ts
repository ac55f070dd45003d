/** RESULTS.md: what each bench measured last, each in a section of its own. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, 'RESULTS.md');
const TITLE = '# What the benches measured';

/** Puts the section in the place of the one with the same title; a new one at the end. */
export function recordSection(title: string, body: string, file: string = FILE): void {
  const sections = new Map(sectionsOf(existsSync(file) ? readFileSync(file, 'utf8') : ''));
  sections.set(title, body.trim());
  const texts = [...sections].map(([name, text]) => `## ${name}\n\n${text}\n`);
  writeFileSync(file, [`${TITLE}\n`, ...texts].join('\n'));
}

function sectionsOf(text: string): (readonly [string, string])[] {
  const [, ...sections] = text.split(/^## /m);
  return sections.map(section => {
    const end = section.indexOf('\n');
    return [section.slice(0, end), section.slice(end).trim()];
  });
}
