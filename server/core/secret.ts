/**
 * A value that may be used but never shown: card numbers, security codes, keys, tokens.
 *
 * Printing, interpolating, serialising or inspecting one gives `[secret]`; the value itself comes out only by
 * `reveal()`, so that every place that touches it can be found by searching for that word.
 */
export class Secret<T = string> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]';
  }
}
