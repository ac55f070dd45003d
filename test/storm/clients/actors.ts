/** Somebody who does one thing after the other while the storm is on. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Caller } from './caller.js';
import type { World } from './world.js';
import type { Random } from '../random.js';

export interface Actor {
  /** One thing, from its beginning to its end. */
  act(): Promise<void>;
}

export interface Cast {
  readonly caller: Caller;
  readonly random: Random;
  readonly world: World;
}

/** Who calls under this name, with a stream of chance and a file of its own. */
export async function cast(world: World, name: string): Promise<Cast> {
  const random = world.random.of(name);
  const { doors, internalToken, gaveUp } = world;
  const lines = await world.linesOf(name);
  const caller = new Caller({ name, random: random.of('calls'), doors, internalToken, gaveUp, lines });
  return { world, random, caller };
}

/** Acts until the storm is over. What an actor cannot make sense of is the storm's own fault, and ends it. */
export async function play(actor: Actor, { world, random }: Cast, pause_ms: number): Promise<void> {
  while (!world.over.aborted) {
    await actor.act();
    await sleep(pause_ms * 2 * random.next(), undefined, { signal: world.over }).catch(() => undefined);
  }
}
