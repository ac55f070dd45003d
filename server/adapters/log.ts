/**
 * The record of what happens inside: one JSON line per event, through pino.
 */
import { pino } from 'pino';
import type { Log } from '../core/ports.js';

/** A run of digits that could be a card number, with or without separators: never written, whoever passed it. */
const CARD_NUMBER = /\d(?:[ .-]?\d){11,18}/g;

export interface LogOptions {
  readonly level: string;
  readonly write?: (line: string) => void;
}

export function createLog(options: LogOptions): Log {
  const destination = options.write ? { write: options.write } : pino.destination({ dest: 1, sync: false });
  const logger = pino(
    { level: options.level, base: null, serializers: {}, formatters: { level: level => ({ level }) } },
    destination,
  );
  const at = (level: 'info' | 'warn' | 'error') => (event: string, facts?: Readonly<Record<string, unknown>>) =>
    logger[level](facts ? presentable(facts) : {}, withoutCardNumbers(event));
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

function presentable(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [withoutCardNumbers(name), presentableValue(value)]),
  );
}

/** The value as JSON has it. What cannot be shown is not shown: a line that fails would hide what it was to tell. */
function presentableValue(value: unknown): unknown {
  try {
    const text = JSON.stringify(value, asText);
    return text === undefined ? undefined : (JSON.parse(withoutCardNumbers(text)) as unknown);
  } catch {
    return '[unreadable]';
  }
}

/** Errors with their stacks; long numbers as text, where what stands for their digits fits in. */
function asText(_: string, value: unknown): unknown {
  if (value instanceof Error) {
    const cause = value.cause instanceof Error ? `\ncaused by ${value.cause.stack}` : '';
    return `${value.stack ?? value.message}${cause}`;
  }
  const isLong = typeof value === 'number' && Math.abs(value) >= 1e11;
  return typeof value === 'bigint' || isLong ? String(value) : value;
}

function withoutCardNumbers(text: string): string {
  return text.replace(CARD_NUMBER, found => (/[TZ:]/.test(found) ? found : '[digits]'));
}
