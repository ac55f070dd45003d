/**
 * Messages as JSON objects: written from values that fit their fields, read from whatever came.
 */
import { FIELDS, type FieldName } from './fields.js';

/** EMV's limit for this house (bank/PROTOCOL-3DS.md, "Transport"). */
export const MOST_BYTES = 64 * 1024;

/** What came: any JSON object at all. */
export type Message = Readonly<Record<string, unknown>>;

/** What is to be sent; null is left out. EMV writes two of the browser's fields as JSON booleans. */
export type Values = Readonly<Partial<Record<FieldName, string | boolean | null>>>;

/** A value of ours that the protocol has no room for: a fault of the house, told without the value. */
export class MessageError extends Error {
  override readonly name = 'MessageError';
  constructor(readonly field: FieldName) {
    super(`The value of ${field} cannot be sent.`);
  }
}

export function compose(values: Values): Message {
  const entries = Object.entries(values).filter(([, value]) => value !== null) as [FieldName, string | boolean][];
  for (const [name, value] of entries) if (!FIELDS[name].shape.test(String(value))) throw new MessageError(name);
  return Object.fromEntries(entries);
}

/** Null for what is no JSON object. */
export function readMessage(text: string): Message | null {
  if (text.length > MOST_BYTES) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a field where it has the form that the field wants. */
export function valueOf(message: Message, name: FieldName): string | undefined {
  const value = own(message, name);
  return typeof value === 'string' && FIELDS[name].shape.test(value) ? value : undefined;
}

export interface Faults {
  readonly missing: readonly FieldName[];
  readonly invalid: readonly FieldName[];
}

/** What stands between this message and being read: fields that must be there, and fields that must be right. */
export function faultsOf(message: Message, required: readonly FieldName[], optional: readonly FieldName[]): Faults {
  const missing = required.filter(name => own(message, name) === undefined);
  const present = [...required, ...optional].filter(name => own(message, name) !== undefined);
  return { missing, invalid: present.filter(name => valueOf(message, name) === undefined) };
}

/** Whether it says something that must not be ignored and that nobody here understands (EMV 3-D Secure, A.6.4). */
export function hasCriticalExtension(message: Message): boolean {
  const extensions = own(message, 'messageExtension');
  if (extensions === undefined) return false;
  if (!Array.isArray(extensions)) return true;
  return !extensions.every(extension => isObject(extension) && own(extension, 'criticalityIndicator') === false);
}

/** Never what every object has from its prototype. */
export function own(message: Message, name: string): unknown {
  return Object.hasOwn(message, name) ? message[name] : undefined;
}
