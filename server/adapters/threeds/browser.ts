/**
 * What the AReq says of the shopper's browser (EMV 3-D Secure table A.1, "Browser …"). It comes from a stranger: whatever
 * it is, it is made to fit or left out, and never stops a payment.
 */
import { isIP } from 'node:net';
import type { AuthenticationRequest, BrowserScript } from '../../core/threeds-port.js';
import type { Values } from './message.js';
import { headerText } from './text.js';

/** Bits of a colour that the protocol knows. */
const COLOR_DEPTHS = [1, 4, 8, 15, 16, 24, 32, 48] as const;
/** The widest that time zones get from UTC, with room. */
const MOST_MINUTES = 24 * 60;

export function browserValues({ browser, version }: AuthenticationRequest): Values {
  const { acceptHeader, userAgent, language, address, script } = browser;
  return {
    browserAcceptHeader: headerText(acceptHeader, 2048) || '*/*',
    browserUserAgent: headerText(userAgent, 2048) || 'unknown',
    browserLanguage: languageTag(language),
    browserIP: address === null ? null : plainAddress(address),
    // 2.1 has no word for a browser without JavaScript; there the absence of what follows has to tell it.
    browserJavascriptEnabled: version === '2.1.0' ? null : script !== null,
    ...(script && scriptValues(script)),
  };
}

function scriptValues(script: BrowserScript): Values {
  return {
    browserJavaEnabled: script.javaEnabled,
    browserColorDepth: String(COLOR_DEPTHS.findLast(depth => depth <= script.colorDepth) ?? 24),
    browserScreenHeight: String(within(script.screenHeight, 0, 999_999)),
    browserScreenWidth: String(within(script.screenWidth, 0, 999_999)),
    browserTZ: String(within(script.timeZoneOffset_minutes, -MOST_MINUTES, MOST_MINUTES)),
  };
}

/** A whole number; 0 for what is none. Adding 0 takes the sign from a zero. */
function within(value: number, least: number, most: number): number {
  return Number.isNaN(value) ? 0 : Math.min(most, Math.max(least, Math.trunc(value))) + 0;
}

/** Eight characters have to do: of a longer tag its language alone. */
function languageTag(language: string): string {
  const tag = language.trim();
  const [primary = ''] = tag.split('-');
  return [tag, primary].find(each => /^[A-Za-z]{2,8}(?:-[\dA-Za-z]+)*$/.test(each) && each.length <= 8) ?? 'en';
}

/** An IPv4 address as itself, also where a socket for both kinds wrote it as IPv6 (RFC 4291, 2.5.5.2). */
function plainAddress(address: string): string | null {
  const text = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(text) === 0 || text.includes('%') ? null : text;
}
