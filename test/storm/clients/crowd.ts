/** Everybody who has to do with the house while it storms. */
import { Accountant } from './accountant.js';
import { cast, play, type Actor, type Cast } from './actors.js';
import { ClockMover } from './clock-mover.js';
import { Integrator } from './integrator.js';
import { Office } from './office.js';
import { Noticed, Onlooker } from './onlooker.js';
import { Puller } from './puller.js';
import { Reader } from './reader.js';
import { Shopper } from './shopper.js';
import { Browser } from './sign-in.js';
import { Window } from './window.js';
import { ALL, OF_OPERATOR, Staff, type Standing } from './staff.js';
import { keyOf, type Person, type StormShop, type World } from './world.js';

/** Pages that somebody has left open. */
const WINDOWS = 3;

interface Role {
  readonly cast: Cast;
  readonly actor: Actor & { catchUp?(): Promise<void> };
  readonly pause_ms: number;
}

export interface Outsiders {
  readonly isHeld: (rrn: string) => Promise<boolean>;
  readonly clockMoved: (shop: string, by_s: number) => void;
}

export class Crowd {
  readonly faults: string[] = [];
  readonly #roles: Role[] = [];
  readonly #noticed = new Noticed();
  #playing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly world: World,
    private readonly outsiders: Outsiders,
  ) {}

  static async gather(world: World, shoppers: number, outsiders: Outsiders): Promise<Crowd> {
    const crowd = new Crowd(world, outsiders);
    for (let number = 1; number <= shoppers; number += 1)
      await crowd.#add(`shopper-${number}`, 300, one => new Shopper(one));
    for (let number = 1; number <= WINDOWS; number += 1)
      await crowd.#add(`window-${number}`, 500, one => new Window(one));
    for (const [index, shop] of world.shops.entries()) await crowd.#addPeopleOf(shop, `shop-${index + 1}`);
    return crowd;
  }

  begin(): void {
    this.#playing = Promise.all(this.#roles.map(role => this.#play(role)));
  }

  /** Everybody finishes what they are doing. */
  async end(): Promise<void> {
    await this.#playing;
  }

  /** Those who follow the log see it to its end, and everybody goes. */
  async leave(): Promise<void> {
    await Promise.all(this.#roles.map(({ actor }) => actor.catchUp?.()));
    for (const { cast } of this.#roles) cast.caller.close();
  }

  async #addPeopleOf(shop: StormShop, name: string): Promise<void> {
    const key = (): Standing => ({ shop, may: ALL, authority: async () => keyOf(shop) });
    const member = (one: Cast, profile: Person['profile']): Standing => {
      const person = shop.people.find(each => each.profile === profile);
      if (!person) throw new Error(`The shop has no ${profile}.`);
      const may = { VIEWER: [], OPERATOR: OF_OPERATOR, ACCOUNTANT: ALL }[profile];
      return { shop, may, authority: new Browser(one, shop, person).authority };
    };
    await this.#add(`${name}-server`, 700, one => new Staff(one, key()));
    await this.#add(`${name}-operator`, 900, one => new Staff(one, member(one, 'OPERATOR')));
    await this.#add(`${name}-books`, 900, one => new Staff(one, member(one, 'ACCOUNTANT')));
    await this.#add(
      `${name}-accountant`,
      900,
      one => new Accountant(one, member(one, 'ACCOUNTANT'), this.outsiders.isHeld),
    );
    await this.#add(`${name}-office`, 3_000, one => new Office(one, member(one, 'ACCOUNTANT')));
    await this.#add(`${name}-integrator`, 1_200, one => new Integrator(one, member(one, 'ACCOUNTANT')));
    await this.#add(`${name}-onlooker`, 2_000, one => new Onlooker(one, key(), this.#noticed));
    await this.#add(`${name}-viewer`, 2_000, one => new Onlooker(one, member(one, 'VIEWER'), this.#noticed));
    await this.#add(`${name}-clock`, 2_000, one => new ClockMover(one, shop, this.outsiders.clockMoved));
    await this.#add(`${name}-live`, 100, one => new Reader(one, shop));
    await this.#add(`${name}-live-some`, 100, one => new Reader(one, shop, { status: ['TO_CAPTURE', 'CAPTURED'] }));
    await this.#add(`${name}-pull`, 1_000, one => new Puller(one, shop));
  }

  async #add(name: string, pause_ms: number, make: (one: Cast) => Role['actor']): Promise<void> {
    const one = await cast(this.world, name);
    this.#roles.push({ cast: one, actor: make(one), pause_ms });
  }

  async #play({ cast, actor, pause_ms }: Role): Promise<void> {
    try {
      await play(actor, cast, pause_ms);
    } catch (error) {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.faults.push(`${cast.caller.name}: ${what}`);
    }
  }
}
