/**
 * Debian's Chromium, for what only a browser can tell. Where there is none, what needs it is left out and counted;
 * REQUIRE_BROWSER=1 turns that into a failure.
 */
import { existsSync } from 'node:fs';

export const CHROMIUM = '/usr/bin/chromium';

export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const isBrowserWanted = (): boolean => existsSync(CHROMIUM) || process.env['REQUIRE_BROWSER'] === '1';
