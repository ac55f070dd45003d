/**
 * Addresses that merchants give us to call. They could be anybody's: our own network's, this machine's, a cloud's metadata.
 * Checked as text, then as what the name resolves to; the connection is made to the very address that was checked.
 */
import { isIP } from 'node:net';
import type { HookAddress } from '../core/hooks-port.js';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';

/** Gives every address of a name. Rejects when there is none. */
export type Resolve = (name: string) => Promise<readonly string[]>;

const LENGTH_MOST = 2_048;
const ADDRESSES_MOST = 4;
const NOT_PUBLIC = 'The address has to be a public one.';

/** What is wrong with the text of an address, as a sentence, or its URL. */
export function readHookAddress({ url: text, allowLoopback }: HookAddress): string | URL {
  if (text.length > LENGTH_MOST || !URL.canParse(text))
    return `An absolute address of at most ${LENGTH_MOST} characters.`;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return 'No credentials and no fragment.';
  const loopback = allowLoopback && namesLoopback(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) return 'The address begins with https://.';
  if (!isPortAllowed(url.port)) return 'The port is 443, 80, or 1024 and above.';
  const host = bare(url.hostname);
  if (isIP(host) === 0) return namesLoopback(host) && !loopback ? NOT_PUBLIC : url;
  // 2130706433, 0x7f.1 and 0177.0.0.1 are all read as 127.0.0.1: only the common way of writing an address is taken.
  if (isIP(host) === 4 && !text.toLowerCase().includes(`//${host}`))
    return 'Write the address as four decimal numbers.';
  return isPublicAddress(host) || loopback ? url : NOT_PUBLIC;
}

/** The addresses to connect to, in order; none when the name is unknown or any of its addresses may not be told. */
export async function addressesToCall(url: URL, allowLoopback: boolean, resolve: Resolve): Promise<string[]> {
  const host = bare(url.hostname);
  if (isIP(host) !== 0) return [host];
  const loopback = allowLoopback && namesLoopback(host);
  const addresses = await resolve(host).catch(() => []);
  // One private address among public ones is enough: whoever answers names may change their order.
  const allowed = addresses.every(address => isPublicAddress(address) || (loopback && isLoopbackAddress(address)));
  // A machine without IPv6 finds that out at once, but one whose IPv6 leads nowhere only after a long wait.
  return allowed ? addresses.toSorted((one, other) => isIP(one) - isIP(other)).slice(0, ADDRESSES_MOST) : [];
}

/** Whether it is a name that a certificate can be for, not an address. */
export function isName(hostname: string): boolean {
  return isIP(bare(hostname)) === 0;
}

/** Only by its own names: a name of somebody's that resolves to this machine is an attempt to come in. */
function namesLoopback(hostname: string): boolean {
  const host = bare(hostname).replace(/\.$/, '');
  return host === 'localhost' || host.endsWith('.localhost') || isLoopbackAddress(host);
}

function isPortAllowed(port: string): boolean {
  return port === '' || port === '443' || port === '80' || Number(port) >= 1024;
}

/** IPv6 addresses stand in brackets in a URL. */
function bare(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}
