/**
 * What people, callers and readers were told, taken out of their answers: every object with an id and a status, wherever it stands in
 * an answer.
 */
import type { Asked, Told } from '../evidence.js';
import type { Evidence, Placed } from './read.js';
import { subjectOf } from './states.js';

export interface Statement {
  readonly id: string;
  readonly status: string;
  /** Amounts by their names in the API, where they were told. */
  readonly amounts: Readonly<Record<string, number>> | null;
}

export interface Answered {
  readonly asked: Placed<Asked>;
  readonly told: Placed<Told>;
  readonly statements: readonly Statement[];
}

/** Every call that was answered, with what it was told. */
export function answeredCalls({ clients }: Evidence): readonly Answered[] {
  const asked = new Map<string, Placed<Asked>>();
  const answered: Answered[] = [];
  for (const placed of clients) {
    const { line, file } = placed;
    if (line.event === 'asked') asked.set(`${file} ${line.client} ${line.call}`, { ...placed, line });
    if (line.event !== 'told') continue;
    const question = asked.get(`${file} ${line.client} ${line.call}`);
    if (!question) throw new Error(`${file}:${placed.number} is told what it never asked.`);
    answered.push({ asked: question, told: { ...placed, line }, statements: statementsIn(line.answer) });
  }
  return answered;
}

function statementsIn(value: unknown): Statement[] {
  if (Array.isArray(value)) return value.flatMap(statementsIn);
  if (value === null || typeof value !== 'object') return [];
  const { id, status, amounts } = value as Record<string, unknown>;
  const inner = Object.values(value).flatMap(statementsIn);
  if (typeof id !== 'string' || typeof status !== 'string' || !subjectOf(id)) return inner;
  return [{ id, status, amounts: amountsIn(amounts) }, ...inner];
}

/** `{ captured: { amount: 1050 } }` and `{ captured: 1050 }` say the same. */
function amountsIn(value: unknown): Statement['amounts'] {
  if (value === null || typeof value !== 'object') return null;
  const entries = Object.entries(value).flatMap(([name, told]): [string, number][] => {
    const amount: unknown = told !== null && typeof told === 'object' ? (told as { amount?: unknown }).amount : told;
    return typeof amount === 'number' ? [[name, amount]] : [];
  });
  return Object.fromEntries(entries);
}

/** The result of an operation: what stands under its name. */
export function resultOf({ told }: Answered): Readonly<Record<string, unknown>> | null {
  const { answer, operation } = told.line;
  const result = answer?.[operation];
  return result !== null && typeof result === 'object' ? (result as Readonly<Record<string, unknown>>) : null;
}

export function placeOf({ told }: Answered): Readonly<Record<string, unknown>> {
  const { client, operation, key, at } = told.line;
  return { file: told.file, line: told.number, client, operation, key, at };
}
