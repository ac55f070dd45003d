/**
 * The live door joined to the rooms that know who comes in, and to the end of the log.
 */
import type { GraphQLSchema } from 'graphql';
import { asRecognised, NOBODY, type Recognise } from './api/context.js';
import { createLiveDoor, type LiveDoor } from './api/live/door.js';
import type { Way } from './api/visitor.js';
import type { Caller } from './core/caller.js';
import type { Deps } from './database/deps.js';
import { listen } from './database/listen.js';
import type { Environment } from './env.js';
import { membersOfSignIns, recogniseUnseen } from './members/recognise-member.js';
import { FEED_CHANNEL } from './notifications/sequence-events.js';
import { currentShoppers, recogniseShopper } from './sessions/recognise-shopper.js';
import { currentKeys, recogniseKey } from './shops/recognise-key.js';

export async function openLive(
  environment: Environment,
  deps: Deps,
  schema: GraphQLSchema,
  way: Way,
): Promise<LiveDoor> {
  const { tail, timers, log } = deps;
  await tail.start();
  const listening = listen({ url: environment.databaseUrl, channel: FEED_CHANNEL, heard: tail.wake, timers, log });
  const door = createLiveDoor({
    deps,
    schema,
    way,
    socketsPerAddress: environment.socketsPerAddress,
    recognise: recogniserOf(deps),
    current: callers => currentCallers(deps, callers),
  });
  return {
    upgrade: door.upgrade,
    close: async () => {
      await door.close();
      await listening.close();
      await tail.stop();
    },
  };
}

function recogniserOf(deps: Deps): Recognise {
  return async ({ bearer, signIn }) => {
    if (signIn !== null) return asRecognised(await recogniseUnseen(deps, signIn));
    if (bearer === null) return NOBODY;
    return (await recogniseKey(deps, bearer)) ?? (await recogniseShopper(deps, bearer)) ?? NOBODY;
  };
}

async function currentCallers(deps: Deps, callers: readonly Caller[]): Promise<(Caller | undefined)[]> {
  const ids = callers.map(idOf);
  const of = (kind: Caller['kind']) => ids.filter((_, index) => callers[index]?.kind === kind);
  const [keys, members, shoppers] = await Promise.all([
    currentKeys(deps, of('KEY')),
    membersOfSignIns(deps, of('MEMBER')),
    currentShoppers(deps, of('SHOPPER')),
  ]);
  const current = new Map<string, Caller>([...keys, ...members, ...shoppers].map(caller => [idOf(caller), caller]));
  return ids.map(id => current.get(id));
}

/** By what a caller is recognised: the key, the sign-in, the session. */
function idOf(caller: Caller): string {
  switch (caller.kind) {
    case 'KEY':
      return caller.keyId;
    case 'MEMBER':
      return caller.signInId;
    case 'SHOPPER':
      return caller.sessionId;
    case 'NOBODY':
      return '';
  }
}
