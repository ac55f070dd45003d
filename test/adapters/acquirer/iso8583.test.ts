import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { decode, encode, EncodeError, type Message } from '../../../server/adapters/acquirer/iso8583.js';
import { FIELDS, specOf, type FieldSpec } from '../../../server/adapters/acquirer/spec.js';
import { anyMessage, runs } from './generated.js';

function of(number: number, value: string, mti = '0100'): Message {
  return { mti, fields: new Map([[number, value]]) };
}

/** The longest value that this field can hold. */
function longest({ content, size }: FieldSpec): string {
  return content === 'x+n' ? `D${'9'.repeat(size - 1)}` : '9'.repeat(size);
}

/** What an encoder throws; a test of it must not pass because nothing was thrown. */
function refusal(message: Message): unknown {
  try {
    encode(message);
  } catch (error) {
    if (error instanceof EncodeError) return { code: error.code, field: error.field };
    throw error;
  }
  return 'written';
}

const SPECS = FIELDS.map(spec => [spec.number, spec] as const);

describe('every field', () => {
  test.each(SPECS)('%i: its longest value goes there and back', (number, spec) => {
    const message = of(number, longest(spec));
    expect(decode(encode(message))).toEqual({ message, fault: null });
  });

  test.each(SPECS)('%i: one character more is refused, and so is none at all', (number, spec) => {
    expect(refusal(of(number, `${longest(spec)}9`))).toEqual({ code: 'LENGTH', field: number });
    expect(refusal(of(number, ''))).toEqual({ code: 'LENGTH', field: number });
  });

  test.each(SPECS)('%i: what it may not hold is refused and not read', (number, spec) => {
    const strange = { n: 'A', an: '-', ans: 'é', 'x+n': 'X' }[spec.content];
    const value = strange + longest(spec).slice(1);
    expect(refusal(of(number, value))).toEqual({ code: 'CONTENT', field: number });
    const bytes = encode(of(number, longest(spec)));
    bytes[bytes.length - spec.size] = strange.charCodeAt(0);
    expect(decode(bytes)).toEqual({
      message: { mti: '0100', fields: new Map() },
      fault: { code: 'CONTENT', field: number },
    });
  });

  test.each(SPECS)('%i: cut at any place it is not read', (number, spec) => {
    const bytes = encode(of(number, longest(spec)));
    for (let length = 0; length < bytes.length; length += 1) {
      const { message, fault } = decode(bytes.subarray(0, length));
      expect(fault?.code).toBe(length < 4 ? 'MTI' : 'TRUNCATED');
      expect(message.fields.size).toBe(0);
    }
  });
});

describe('padding', () => {
  test('numbers are filled up with zeros on the left, text with spaces on the right', () => {
    expect(encode(of(4, '1050')).toString('latin1', 12)).toBe('000000001050');
    expect(encode(of(41, 'T1')).toString('latin1', 12)).toBe('T1      ');
    expect(encode(of(2, '497010')).toString('latin1', 12)).toBe('06497010');
  });

  test('text is read without the spaces at its end, but with those inside', () => {
    expect(decode(encode(of(42, 'A  B'))).message.fields.get(42)).toBe('A  B');
  });

  test('a text field of spaces says nothing, and is nothing', () => {
    const bytes = encode({
      mti: '0110',
      fields: new Map([
        [38, 'AAAAAA'],
        [39, '51'],
      ]),
    });
    bytes.fill(' ', 12, 18);
    expect(decode(bytes)).toEqual({ message: { mti: '0110', fields: new Map([[39, '51']]) }, fault: null });
  });

  test('a control character is not a space', () => {
    const bytes = encode(of(41, 'T1'));
    bytes[bytes.length - 1] = 0x0a;
    expect(decode(bytes).fault).toEqual({ code: 'CONTENT', field: 41 });
  });

  test('a net amount is a sign and all its digits', () => {
    expect(refusal(of(97, 'D12'))).toEqual({ code: 'LENGTH', field: 97 });
    expect(refusal(of(97, '00000000000000012'))).toEqual({ code: 'CONTENT', field: 97 });
  });
});

describe('what is no message', () => {
  test.each([
    ['no digits for an MTI', 'ABCD000000000000'],
    ['nothing', ''],
    ['three digits', '010'],
  ])('%s', (_, text) => {
    expect(decode(Buffer.from(text))).toEqual({
      message: { mti: '', fields: new Map() },
      fault: { code: 'MTI', field: null },
    });
    expect(refusal({ mti: text, fields: new Map() })).toEqual({ code: 'MTI', field: null });
  });

  test('a field this house does not know is neither sent nor read past', () => {
    expect(refusal(of(55, '1'))).toEqual({ code: 'UNKNOWN_FIELD', field: 55 });
    const bytes = encode({
      mti: '0110',
      fields: new Map([
        [39, '00'],
        [41, 'T1'],
      ]),
    });
    bytes[4 + 4] = (bytes[4 + 4] ?? 0) | 0x01; // bit 40
    const { message, fault } = decode(bytes);
    expect(fault).toEqual({ code: 'UNKNOWN_FIELD', field: 40 });
    expect([...message.fields.keys()]).toEqual([39]);
  });

  test('a third bitmap, which this house does not know either', () => {
    const bytes = encode(of(66, '1'));
    bytes[12] = (bytes[12] ?? 0) | 0x80;
    expect(decode(bytes).fault).toEqual({ code: 'UNKNOWN_FIELD', field: 65 });
  });

  test.each(['00', '20', 'xx', '-1', ' 5'])('a length of "%s" before a card number', prefix => {
    const bytes = Buffer.concat([
      Buffer.from('0100'),
      Buffer.from('4000000000000000', 'hex'),
      Buffer.from(`${prefix}4970101`),
    ]);
    expect(decode(bytes).fault).toEqual({ code: 'LENGTH', field: 2 });
  });

  test('bytes after the last field', () => {
    const { message, fault } = decode(Buffer.concat([encode(of(39, '00')), Buffer.from('0')]));
    expect(fault).toEqual({ code: 'TRAILING', field: null });
    expect(message.fields.get(39)).toBe('00');
  });

  test('one bad value does not hide the fields after it', () => {
    const bytes = encode({
      mti: '0110',
      fields: new Map([
        [4, '12'],
        [11, '000042'],
        [41, 'T1'],
      ]),
    });
    bytes[12] = 0x58;
    const { message, fault } = decode(bytes);
    expect(fault).toEqual({ code: 'CONTENT', field: 4 });
    expect([...message.fields.keys()]).toEqual([11, 41]);
  });

  test('an error quotes no value', () => {
    expect(() => encode(of(2, '4970100100000005X'))).toThrow(/^A message cannot be written: CONTENT in field 2\.$/);
  });
});

describe('any message', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(anyMessage, message => {
        expect(decode(encode(message))).toEqual({ message, fault: null });
      }),
      runs(3000),
    );
  });

  test('any bytes at all are read without an exception, and as fields that their rules allow', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (noise, begin) => {
        const bytes = begin ? Buffer.concat([Buffer.from('0110'), noise]) : Buffer.from(noise);
        const { message } = decode(bytes);
        for (const [number, value] of message.fields)
          expect(value.length).toBeLessThanOrEqual(specOf(number)?.size ?? 0);
      }),
      runs(3000),
    );
  });
});
