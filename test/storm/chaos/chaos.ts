/** Everything that goes wrong, at once: each family of misfortunes in a loop and at a pace of its own. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { House } from '../house.js';
import { MAIL_FAULTS, type MailBox } from '../mail-box.js';
import type { Random } from '../random.js';
import { RECEIVER_FAULTS, type Receiver } from '../receivers.js';
import type { Tally } from '../tally.js';
import { BankFaults } from './bank.js';
import { databaseMisfortunes } from './database.js';
import { Deck, type Misfortune } from './deck.js';
import { lineMisfortunes } from './lines.js';
import { processMisfortunes } from './processes.js';

export interface ChaosOptions {
  readonly house: House;
  readonly tally: Tally;
  readonly random: Random;
  readonly mailBox: MailBox;
  readonly receivers: readonly Receiver[];
  readonly isLong: boolean;
}

interface Family {
  readonly name: string;
  readonly misfortunes: readonly Misfortune[];
  readonly least_ms: number;
  readonly most_ms: number;
}

export class Chaos {
  readonly #over = new AbortController();
  readonly #bankFaults: BankFaults;
  readonly #families: readonly Family[];
  #loops: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ChaosOptions) {
    const { house, tally, random, isLong } = options;
    const assault = { house, tally, random: random.of('assault'), isLong, over: this.#over.signal };
    this.#bankFaults = new BankFaults(house, tally);
    this.#families = [
      { name: 'lines', misfortunes: lineMisfortunes(house, random.of('doors')), least_ms: 150, most_ms: 900 },
      { name: 'bank', misfortunes: this.#bankFaults.misfortunes, least_ms: 300, most_ms: 1_500 },
      { name: 'processes', misfortunes: processMisfortunes(assault), least_ms: 1_500, most_ms: 6_000 },
      { name: 'database', misfortunes: databaseMisfortunes(assault), least_ms: 4_000, most_ms: 12_000 },
      { name: 'outside', misfortunes: this.#outside(), least_ms: 200, most_ms: 1_500 },
    ];
    tally.announce(...this.#families.flatMap(({ misfortunes }) => misfortunes.map(({ name }) => name)));
  }

  begin(): void {
    this.#loops = Promise.all([...this.#families.map(family => this.#loop(family)), this.#countBank()]);
  }

  /** Nothing new goes wrong; what is asleep wakes up, what is broken is whole, what was ordered is forgotten. */
  async end(): Promise<void> {
    this.#over.abort();
    await this.#loops;
    const { house, mailBox, receivers } = this.options;
    mailBox.calm();
    for (const receiver of receivers) receiver.behave(null);
    for (const process of [house.bank, ...house.servers, ...house.workers]) {
      process.signal('SIGCONT');
      process.stepClock(0);
      await process.ready();
    }
    for (const line of [...Object.values(house.lines), ...house.doors, ...house.receiverLines]) line.calm();
    await this.#bankFaults.calm();
  }

  async #loop({ name, misfortunes, least_ms, most_ms }: Family): Promise<void> {
    const { random, tally } = this.options;
    const chance = random.of(name);
    const deck = new Deck(misfortunes, chance, kind => tally.counts.get(kind) === 0);
    while (!this.#over.signal.aborted) {
      await deck.draw().bring();
      await this.#pause(chance.between(least_ms, most_ms));
    }
  }

  async #countBank(): Promise<void> {
    while (!this.#over.signal.aborted) {
      await this.#pause(1_000);
      // The bank may be dead just now.
      await this.#bankFaults.count().catch(() => undefined);
    }
  }

  /** Those whom the house tells: they behave badly for a while, one at a time each. */
  #outside(): Misfortune[] {
    const { mailBox, receivers, random } = this.options;
    const chance = random.of('outside');
    const mail = MAIL_FAULTS.map(fault => ({ name: `mail: ${fault}`, bring: () => mailBox.order(fault) }));
    const told = RECEIVER_FAULTS.map(fault => ({
      name: `receiver: ${fault}`,
      bring: async () => {
        const receiver = chance.pick(receivers.filter(({ isDirect }) => isDirect || fault !== 'refuse'));
        receiver.behave(fault);
        await this.#pause(chance.between(800, 2_500));
        receiver.behave(null);
      },
    }));
    return [...mail, ...told];
  }

  async #pause(time_ms: number): Promise<void> {
    await sleep(time_ms, undefined, { signal: this.#over.signal }).catch(() => undefined);
  }
}
