/**
 * A shop's colour, made safe to read: whatever the shop chose, text on it and it on the page keep the contrast that
 * WCAG 2.2 asks (1.4.3: 4.5 to 1 for text; 1.4.11: 3 to 1 for the shape of a button).
 */
export interface Accent {
  /** `#rrggbb` */
  readonly background: string;
  readonly text: string;
}

type Rgb = readonly [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** What our own pages lie on (assets/style.css); a test compares. */
export const PAGE_COLOURS = { light: '#ffffff', dark: '#1b2027' } as const;
export const DEFAULT_ACCENT = '#1f4e9c';

/** The colour itself where it will do, else the nearest mix with black or white that will. */
export function accentFor(colour: string | null, theme: keyof typeof PAGE_COLOURS): Accent {
  const page = parse(PAGE_COLOURS[theme]) ?? WHITE;
  const wanted = parse(colour ?? DEFAULT_ACCENT) ?? parse(DEFAULT_ACCENT) ?? BLACK;
  for (let step = 0; step <= 20; step++) {
    const background = mix(wanted, theme === 'light' ? BLACK : WHITE, step / 20);
    const text = contrast(background, WHITE) >= contrast(background, BLACK) ? WHITE : BLACK;
    if (contrast(background, page) >= 4.5 && contrast(background, text) >= 4.5)
      return { background: format(background), text: format(text) };
  }
  return { background: format(theme === 'light' ? BLACK : WHITE), text: format(theme === 'light' ? WHITE : BLACK) };
}

export function contrastOf(one: string, other: string): number {
  return contrast(parse(one) ?? BLACK, parse(other) ?? BLACK);
}

function parse(colour: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!match) return null;
  const [, red = '', green = '', blue = ''] = match;
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

function mix(colour: Rgb, other: Rgb, share: number): Rgb {
  const channel = (place: 0 | 1 | 2): number => Math.round(colour[place] * (1 - share) + other[place] * share);
  return [channel(0), channel(1), channel(2)];
}

function format(colour: Rgb): string {
  return `#${colour.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance(colour: Rgb): number {
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

function contrast(one: Rgb, other: Rgb): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}
