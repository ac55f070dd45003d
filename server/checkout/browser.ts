import type { BrowserFacts } from '../database/tables.js';
import type { BrowserInput } from './checkout.inputs.js';

/** What the browser said of itself, bounded; the adapter makes it fit EMV 3-D Secure's fields. */
export function browserFacts(input: BrowserInput | null): BrowserFacts {
  const script = input?.javaScript === true;
  return {
    acceptHeader: (input?.acceptHeader ?? '*/*').slice(0, 2_048),
    userAgent: (input?.userAgent ?? 'unknown').slice(0, 2_048),
    language: (input?.language ?? 'en').slice(0, 35),
    address: input?.ip?.slice(0, 45) ?? null,
    script: script
      ? {
          javaEnabled: false,
          colorDepth: input.colourDepth ?? 24,
          screenHeight: input.screenHeight ?? 0,
          screenWidth: input.screenWidth ?? 0,
          timeZoneOffset_minutes: input.timeZoneOffset_min ?? 0,
        }
      : null,
  };
}
