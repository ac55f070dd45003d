/**
 * What the book keeps of a message that came: enough to follow the money, and nothing that PCI DSS 3.3 and 3.4 keep
 * out of files. No card number, no expiry, no field 48 (security code, CAVV), no free text.
 */
import type { MessageIn } from './changes.js';
import { maskCard } from './grammar.js';
import type { Message } from './message.js';

const KEPT = [3, 4, 7, 11, 32, 37, 38, 41, 42, 49, 50, 70, 74, 75, 76, 77, 86, 87, 88, 89, 90, 95, 97];

export function sketch(message: Message, hash: (cardNumber: string) => string, fault?: string): MessageIn {
  const fields: Record<number, string> = {};
  for (const field of KEPT) {
    const value = message.get(field);
    if (value !== undefined) fields[field] = value;
  }
  const number = message.get(2);
  return {
    kind: 'IN',
    mti: message.mti,
    fields,
    ...(number !== undefined && { card: maskCard(number), cardHash: hash(number) }),
    ...(fault !== undefined && { fault }),
  };
}
