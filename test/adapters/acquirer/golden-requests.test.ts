/**
 * Whole messages, written out by hand from ISO 8583:1987 and bank/PROTOCOL.md: no line here was produced by the codec.
 */
import { describe, expect, test } from '@jest/globals';
import type { Advice } from '../../../server/core/ports.js';
import { adviceMessage, authorisationMessage, networkMessage } from '../../../server/adapters/acquirer/dialect.js';
import { frame } from '../../../server/adapters/acquirer/frame.js';
import { encode } from '../../../server/adapters/acquirer/iso8583.js';
import { createLocalTime } from '../../../server/adapters/acquirer/local-time.js';
import { authorisation, capture, refund, reversal, totals } from './examples.js';
import { TERMINAL_AND_ACCEPTOR, wire } from './wire.js';

const localise = createLocalTime();

function written(advice: Advice): Buffer {
  return encode(adviceMessage(advice, localise));
}

function figure(amount: bigint): string {
  return String(amount).padStart(16, '0');
}

const ORIGINAL = '010000004207142230150000001234500000000000';

describe('what we send', () => {
  test('0100, authenticated, with a security code', () => {
    expect(encode(authorisationMessage(authorisation, localise))).toEqual(
      wire(
        '0100',
        '723C448108E18000',
        '164970100100000005',
        '000000',
        '000000001050',
        '0714223015',
        '000042',
        '003015',
        '0715',
        '2803',
        '5732',
        '812',
        '59',
        '0512345',
        '619521000042',
        TERMINAL_AND_ACCEPTOR,
        'Cafe Electron            Saint-EtienneFR',
        '096SC03737CV28Q0FWVk1BUktFUkNBVlZNQVJLRVI=EC0205DT366f1a9a0e-3c1b-4a55-8b1c-0a0b0c0d0e0fBR02CBIN01S',
        '978',
      ),
    );
  });

  test('0100, begun by the merchant with a stored card: no security code, no seal, the reference of the first', () => {
    const stored = {
      ...authorisation,
      securityCode: null,
      authentication: null,
      initiator: 'MERCHANT' as const,
      schemeTransactionId: 'MCC1234567',
    };
    expect(encode(authorisationMessage(stored, localise)).toString('latin1')).toMatch(
      /573210259.*025BR02CBIN01MST10MCC1234567978$/,
    );
  });

  test('0420, the whole amount, of an authorisation without an answer', () => {
    expect(written(reversal)).toEqual(
      wire(
        '0420',
        'F238000108C08000 0000004000000000',
        '164970100100000005',
        '000000',
        '000000001050',
        '0714223015',
        '000043',
        '003015',
        '0715',
        '0512345',
        '619521000042',
        TERMINAL_AND_ACCEPTOR,
        '978',
        ORIGINAL,
      ),
    );
  });

  test('0421, all but what remains, of an authorisation with a code', () => {
    const remaining = { amount: 1000n, currency: 'EUR' };
    expect(written({ ...reversal, repeat: true, authorisationCode: 'A1B2C3', remaining })).toEqual(
      wire(
        '0421',
        'F23800010CC08000 0000004200000000',
        '164970100100000005',
        '000000',
        '000000001050',
        '0714223015',
        '000043',
        '003015',
        '0715',
        '0512345',
        '619521000042',
        'A1B2C3',
        TERMINAL_AND_ACCEPTOR,
        '978',
        ORIGINAL,
        '000000001000',
        '000000000000000000000000000000',
      ),
    );
  });

  test('0220, a capture', () => {
    expect(written(capture)).toEqual(
      wire(
        '0220',
        '723C00010CC18000',
        '164970100100000005',
        '000000',
        '000000001050',
        '0714223015',
        '000044',
        '003015',
        '0715',
        '2803',
        '0512345',
        '619521000042',
        'A1B2C3',
        TERMINAL_AND_ACCEPTOR,
        '006BN0217',
        '978',
      ),
    );
  });

  test('0220, a refund', () => {
    expect(written(refund)).toEqual(
      wire(
        '0220',
        'F23C00010CC18000 0000004000000000',
        '164970100100000005',
        '200000',
        '000000000050',
        '0714223015',
        '000045',
        '003015',
        '0715',
        '2803',
        '0512345',
        '619521000045',
        'A1B2C3',
        TERMINAL_AND_ACCEPTOR,
        '006BN0217',
        '978',
        ORIGINAL,
      ),
    );
  });

  test.each([
    ['more taken than given back', 1050n, 50n, 'D0000000000001000'],
    ['as much', 50n, 50n, 'D0000000000000000'],
    ['more given back than taken', 50n, 1050n, 'C0000000000001000'],
  ])('0500, %s', (_, debits, credits, net) => {
    expect(
      written({ ...totals, debits: { count: 12, amount: debits }, credits: { count: 3, amount: credits } }),
    ).toEqual(
      wire(
        '0500',
        '8220000100C14000 0078078080000000',
        '0714223015',
        '000046',
        '0512345',
        TERMINAL_AND_ACCEPTOR,
        '006BN0217',
        '978',
        '0000000003',
        '0000000000',
        '0000000012',
        '0000000000',
        figure(credits),
        '0000000000000000',
        figure(debits),
        '0000000000000000',
        net,
      ),
    );
  });

  test('0800, sign-on, and its frame', () => {
    const signOn = encode(networkMessage('001', '000007', new Date('2026-01-02T03:04:05.678Z')));
    expect(signOn).toEqual(wire('0800', '8220000000000000 0400000000000000', '0102030405', '000007', '001'));
    // 4 + 16 + 10 + 6 + 3 = 39 bytes.
    expect(frame(signOn).subarray(0, 6)).toEqual(Buffer.from('002730383030', 'hex'));
  });
});
