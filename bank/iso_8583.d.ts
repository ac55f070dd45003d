/** The part of the npm package `iso_8583` (plain JavaScript) that codec.ts uses. */
declare module 'iso_8583' {
  type FieldFormat = { ContentType: string; Label: string; LenType: string; MaxLen: number };
  type Problem = { error: string };

  class Iso8583 {
    constructor(message?: Record<string, string>, formats?: Record<string, FieldFormat>);
    getIsoJSON(payload: Buffer, config: { lenHeader: boolean }): Record<string, string> | Problem;
    getRawMessage(): Buffer | Problem | Uint8Array;
  }

  export = Iso8583;
}
