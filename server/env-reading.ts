/** One reading of the environment: takes values by name, remembers every fault, and gives all or nothing. */
import { Secret } from './core/secret.js';
import type { Reader } from './env-values.js';
import { Wrong } from './env-values.js';

export type Source = Readonly<Record<string, string | undefined>>;

export interface Fault {
  readonly name: string;
  readonly problem: string;
  readonly expected: string;
}

export class ConfigurationError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    const lines = faults.map(({ name, problem, expected }) => `  ${name} ${problem}; expected: ${expected}`);
    super(`The configuration is wrong:\n${lines.join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

/** Values are `undefined` where there is a fault, so that the checks across several can pass over them. */
export class Reading {
  readonly #faults: Fault[] = [];

  constructor(
    private readonly source: Source,
    private readonly readFile: (path: string) => string,
  ) {}

  /** Required, unless there is a text to stand in. An empty text is an absent one: that is how shells unset things. */
  value<T>(name: string, expected: string, reader: Reader<T>, standIn?: string): T | undefined {
    const text = this.source[name]?.trim() || standIn;
    if (text === undefined) return this.fault(name, 'is missing', expected);
    const value = reader(text);
    return value instanceof Wrong ? this.fault(name, value.problem, expected) : value;
  }

  optional<T>(name: string, expected: string, reader: Reader<T>): T | null | undefined {
    return this.source[name]?.trim() ? this.value(name, expected, reader) : null;
  }

  /** The text of the file that the variable names. */
  file(name: string, expected: string): string | null | undefined {
    const path = this.optional(name, expected, text => text);
    if (path === null || path === undefined) return path;
    try {
      return this.readFile(path);
    } catch {
      return this.fault(name, `names ${JSON.stringify(path)}, which cannot be read`, expected);
    }
  }

  secretFile(name: string, expected: string): Secret | null | undefined {
    const text = this.file(name, expected);
    return typeof text === 'string' ? new Secret(text) : text;
  }

  fault(name: string, problem: string, expected: string): undefined {
    this.#faults.push({ name, problem, expected });
    return undefined;
  }

  /** Everything, or every fault. */
  finish<T extends object>(values: T): { [Name in keyof T]: Exclude<T[Name], undefined> } {
    if (this.#faults.length > 0) throw new ConfigurationError(this.#faults);
    return values as { [Name in keyof T]: Exclude<T[Name], undefined> };
  }
}
