import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { drawInto, emptyDocument } from '../../scripts/state-diagrams.js';

test('the diagrams in ARCHITECTURE.md are those of the tables; scripts/draw-state-tables.ts draws them', () => {
  const document = readFileSync(join(__dirname, '../../server/ARCHITECTURE.md'), 'utf8');
  expect(document).toBe(drawInto(document));
});

test('drawing keeps what stands around the markers, and twice is once', () => {
  const once = drawInto(`Before.\n${emptyDocument()}After.\n`);
  expect(once).toMatch(/^Before\.\n[\s\S]*TO_CAPTURE --> REMITTING: REMITTANCE_CLOSED[\s\S]*\nAfter\.\n$/);
  expect(drawInto(once)).toBe(once);
});

test('a document that lost a marker is not written', () => {
  expect(() => drawInto(emptyDocument().replace('<!-- end: refund -->', ''))).toThrow('refund');
});
