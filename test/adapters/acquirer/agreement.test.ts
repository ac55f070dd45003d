/**
 * Two authors, one wire: what the bank's codec writes ours reads, and the other way round, field by field.
 */
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { decode as bankDecode, encode as bankEncode } from '../../../bank/codec.js';
import { parseTags } from '../../../bank/message.js';
import { adviceMessage, authorisationMessage } from '../../../server/adapters/acquirer/dialect.js';
import { decode, encode } from '../../../server/adapters/acquirer/iso8583.js';
import { createLocalTime } from '../../../server/adapters/acquirer/local-time.js';
import { specOf } from '../../../server/adapters/acquirer/spec.js';
import { decodeTags, encodeTags } from '../../../server/adapters/acquirer/tags.js';
import { authorisation, capture, refund, reversal, totals } from './examples.js';
import { anyMessage, runs } from './generated.js';

/** The bank keeps the padding of fixed text; a message of ours is compared without. */
function unpadded(fields: Readonly<Record<number, string>>): Map<number, string> {
  return new Map(
    Object.entries(fields).map(([name, value]) => {
      const fixedText = specOf(Number(name))?.prefix === 0;
      return [Number(name), fixedText ? value.trimEnd() : value];
    }),
  );
}

function padded(fields: ReadonlyMap<number, string>): Record<number, string> {
  return Object.fromEntries(
    [...fields].map(([number, value]) => {
      const spec = specOf(number);
      return [number, spec?.prefix === 0 ? value.padEnd(spec.size, ' ') : value];
    }),
  );
}

test('the bank reads every field of any message of ours', () => {
  fc.assert(
    fc.property(anyMessage, message => {
      const { message: read, fault } = bankDecode(encode(message));
      expect(fault).toBeUndefined();
      expect(read?.mti).toBe(message.mti);
      expect(unpadded(read?.fields ?? {})).toEqual(message.fields);
    }),
    runs(2000),
  );
});

test('we read every field of any message of the bank', () => {
  fc.assert(
    fc.property(anyMessage, message => {
      expect(decode(bankEncode(message.mti, padded(message.fields)))).toEqual({ message, fault: null });
    }),
    runs(2000),
  );
});

test('what the one finds broken the other does not read as sound', () => {
  fc.assert(
    fc.property(anyMessage, fc.nat(), fc.nat(255), (message, place, byte) => {
      const bytes = encode(message);
      bytes[place % bytes.length] = byte;
      const ours = decode(bytes);
      const theirs = bankDecode(bytes);
      // The bank also knows what a month is; a message that it takes we take too, and in the same sense. Only where the
      // bitmap announces a field of nobody's is our reading the stricter one.
      if (theirs.fault !== undefined || ours.fault?.code === 'UNKNOWN_FIELD') return;
      expect(ours.fault).toBeNull();
      const saying = [...unpadded(theirs.message?.fields ?? {})].filter(([, value]) => value !== '');
      expect(ours.message).toEqual({ mti: theirs.message?.mti, fields: new Map(saying) });
    }),
    runs(2000),
  );
});

test('the messages of the dialect are sound to the bank, tags included', () => {
  const localise = createLocalTime();
  const messages = [
    authorisationMessage(authorisation, localise),
    ...[reversal, capture, refund, totals].map(advice => adviceMessage(advice, localise)),
  ];
  for (const message of messages) {
    const read = bankDecode(encode(message));
    expect(read.fault).toBeUndefined();
    const field48 = message.fields.get(48) ?? '';
    expect(Object.fromEntries(read.message?.tags ?? [])).toEqual(decodeTags(field48));
  }
});

test('both read the same tags', () => {
  const anyTags = fc.record(
    {
      SR: fc.constantFrom('M', 'N', 'P'),
      ST: fc.string({ unit: fc.constantFrom(...'ABC123-'), minLength: 1, maxLength: 32 }),
      BN: fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 12 }),
      EC: fc.constantFrom('05', '02'),
    },
    { requiredKeys: ['SR'] },
  );
  fc.assert(
    fc.property(anyTags, tags => {
      const text = encodeTags(tags) ?? '';
      expect(decodeTags(text)).toEqual({ ...tags });
      expect(Object.fromEntries(parseTags(text) ?? [])).toEqual({ ...tags });
    }),
    runs(500),
  );
});
