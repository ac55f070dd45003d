import type { Vault } from '../core/ports.js';

/** This machine, private networks and links (RFC 1918, RFC 4193, RFC 3927, RFC 4291): whoever is met there stands for others. */
const SOMEBODY_NEAR =
  /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|0:0:0:0::|f[cd][0-9a-f]{2}:|fe80:)/i;

/**
 * What a visitor's tries are counted under: a keyed digest, of this shop alone, so that neither the database nor another shop
 * learns the address. Null where the address tells nobody from another: a proxy that was not declared has all shoppers behind it.
 */
export function visitorDigest(vault: Vault, shopId: string, address: string): string | null {
  if (address === '' || SOMEBODY_NEAR.test(address)) return null;
  return vault.digest('visitor', `${shopId} ${address}`).slice(0, 22);
}
