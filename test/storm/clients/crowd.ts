/** Everybody who has to do with the house while it storms. */
import { cast, play, type Actor, type Cast } from './actors.js';
import { Shopper } from './shopper.js';
import type { World } from './world.js';

interface Role {
  readonly cast: Cast;
  readonly actor: Actor;
  readonly pause_ms: number;
}

export class Crowd {
  readonly faults: string[] = [];
  #playing: Promise<unknown> = Promise.resolve();

  private constructor(private readonly roles: readonly Role[]) {}

  static async gather(world: World, shoppers: number): Promise<Crowd> {
    const roles: Role[] = [];
    for (let number = 1; number <= shoppers; number += 1) {
      const one = await cast(world, `shopper-${number}`);
      roles.push({ cast: one, actor: new Shopper(one), pause_ms: 300 });
    }
    return new Crowd(roles);
  }

  begin(): void {
    this.#playing = Promise.all(
      this.roles.map(({ cast, actor, pause_ms }) =>
        play(actor, cast, pause_ms).catch((error: unknown) => {
          this.faults.push(
            `${cast.caller.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
          );
        }),
      ),
    );
  }

  /** Everybody finishes what they are doing. */
  async end(): Promise<void> {
    await this.#playing;
  }

  async leave(): Promise<void> {
    for (const { cast } of this.roles) cast.caller.close();
  }
}
