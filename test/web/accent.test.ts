import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { DEFAULT_ACCENT, PAGE_COLOURS, accentFor, contrastOf } from '../../web/ui/accent.ts';

const sheet = readFileSync('web/assets/style/1-base.css', 'utf8');
const [light = '', dark = ''] = sheet.split('prefers-color-scheme: dark');
const colour = (part: string, name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(part)?.[1] ?? name;

test.each(['#ffff00', '#ffffff', '#000000', '#808080', '#e30613', '#00a0e9', DEFAULT_ACCENT])(
  'a shop may have %s, and its button can be read on light and dark pages',
  wanted => {
    for (const theme of ['light', 'dark'] as const) {
      const { background, text } = accentFor(wanted, theme);
      expect(contrastOf(background, text)).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(background, PAGE_COLOURS[theme])).toBeGreaterThanOrEqual(4.5);
    }
  },
);

test('a colour that is good already is left alone, and what is no colour is ours', () => {
  expect(accentFor('#1f4e9c', 'light')).toEqual({ background: '#1f4e9c', text: '#ffffff' });
  expect(accentFor('red;}body{display:none', 'light').background).toBe(DEFAULT_ACCENT);
});

test('the colours that the accents are measured on are those of the stylesheet', () => {
  expect({ light: colour(light, 'panel'), dark: colour(dark, 'panel') }).toEqual(PAGE_COLOURS);
});

test.each([
  ['light', light],
  ['dark', dark],
])('texts can be read on what they lie on, and edges seen: %s', (_, part) => {
  const [panels, texts] = [
    ['page', 'panel'],
    ['text', 'soft', 'accent', 'wrong', 'good', 'edge'],
  ];
  const pairs = panels.flatMap(panel => texts.map(text => [text, panel] as const));
  // WCAG 2.2: 1.4.3 for texts, 1.4.11 for the edges of boxes.
  const dim = pairs.filter(
    ([text, panel]) => contrastOf(colour(part, text), colour(part, panel)) < (text === 'edge' ? 3 : 4.5),
  );
  expect(dim).toEqual([]);
});
