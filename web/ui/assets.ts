/**
 * Where our script and our stylesheet lie, with the fingerprints under which a browser takes them. The build writes
 * this in place of `process.env.GUICHET_ASSETS` (next.config.mjs), so it is no part of the environment.
 */
export interface Asset {
  readonly url: string;
  /** Subresource Integrity (W3C): `sha384-…`. */
  readonly integrity: string;
}

export interface Assets {
  readonly script: Asset;
  readonly style: Asset;
  /** The till's own stylesheet. */
  readonly till: Asset;
}

export function assets(): Assets {
  return JSON.parse(process.env.GUICHET_ASSETS ?? '{}') as Assets;
}
