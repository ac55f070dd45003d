/**
 * The cards of a storm: every behaviour that the bank's grammar knows comes again and again, most of them in between are good. No
 * number comes twice, and each is remembered, so that it can be looked for afterwards where it must not be.
 */
import { AUTHENTICATIONS, cardNumber } from '../../bank/grammar.js';
import { RANGES, SIPS_PREFIXES, type Range } from '../../bank/ranges.js';
import type { Marker } from './evidence.js';
import type { Random } from './random.js';

export interface Card extends Marker {
  readonly number: string;
  readonly code: string;
  readonly expiry: string;
  /** How the evidence may call it. */
  readonly shown: string;
}

const GOOD = '00';
/** What an issuer may answer, letters among them, and one code that nobody lists. */
const CODES = (
  '02 03 04 05 07 08 10 11 12 13 15 17 30 33 34 38 40 41 43 51 54 57 59 61 62 63 65 68 75 82 90 91 94 96 97 98 99 ' +
  'A1 1A R0 R1 R3'
).split(' ');

export class Cards {
  readonly #markers: Marker[] = [];
  readonly #drawn = new Set<string>();
  #codes: string[] = [];
  #ways: string[] = [];

  constructor(private readonly random: Random) {}

  get markers(): readonly Marker[] {
    return this.#markers;
  }

  /** Some of them are those that merchants of SIPS have in their tests. */
  draw(): Card {
    return this.random.chance(0.08) ? this.#drawOfSips() : this.drawIssued();
  }

  /** One that is taken, and at once. */
  drawGood(): Card {
    const range = this.random.pick(RANGES.filter(({ enrolled }) => !enrolled));
    return this.#make(range, () => cardNumber(range.bin, '00', this.random.between(11_111, 99_999), GOOD));
  }

  /** One whose check digit is right: what looks like a card wherever it is typed. */
  drawIssued(): Card {
    const range = this.random.pick(RANGES);
    const way = range.enrolled ? this.#way() : '00';
    // A card that is declined is not worth a walk through 3-D Secure each time: some of them go that way all the same.
    const code = this.random.chance(0.25) ? this.#code() : GOOD;
    // No small serials: a number that is mostly zeros is found in any file of small integers.
    return this.#make(range, () => cardNumber(range.bin, way, this.random.between(11_111, 99_999), code));
  }

  /** The first six digits are the brand and the last two the code; whatever lies between, no check digit has to be right. */
  #drawOfSips(): Card {
    const range = this.random.pick(SIPS_PREFIXES);
    const code = this.random.chance(0.5) ? this.random.pick(CODES.filter(each => /^\d\d$/.test(each))) : GOOD;
    const room = 10 ** (range.length - 9);
    return this.#make(range, () => `${range.bin}${this.random.between(room, 10 * room - 1)}${code}`);
  }

  #make(range: Range, makeNumber: () => string): Card {
    const number = this.#fresh(makeNumber);
    const digits = range.length === 15 ? 4 : 3;
    const securityCode = String(this.random.between(0, 10 ** digits - 1)).padStart(digits, '0');
    this.#markers.push({ number, code: securityCode });
    return { number, code: securityCode, expiry: '12/30', shown: `${number.slice(0, 6)}…${number.slice(-4)}` };
  }

  #fresh(makeNumber: () => string): string {
    for (;;) {
      const number = makeNumber();
      if (this.#drawn.has(number)) continue;
      this.#drawn.add(number);
      return number;
    }
  }

  #way(): string {
    if (this.random.chance(0.5)) return this.random.pick(['01', '02']);
    if (this.#ways.length === 0) this.#ways = this.random.shuffled(Object.keys(AUTHENTICATIONS));
    return this.#ways.pop() ?? '01';
  }

  #code(): string {
    if (this.#codes.length === 0) this.#codes = this.random.shuffled(CODES);
    return this.#codes.pop() ?? GOOD;
  }
}
