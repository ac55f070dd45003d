/**
 * Everything one story plays on: its time, its bank, its merchants' servers, and two processes of the house on one database.
 */
import type { Scheduler } from 'fast-check';
import { createAcquirer } from '../../server/adapters/acquirer/acquirer.js';
import type { createMailer } from '../../server/adapters/mailer.js';
import { createPasswords } from '../../server/adapters/passwords.js';
import { createShortVault } from '../../server/adapters/short-vault.js';
import { createVault } from '../../server/adapters/vault.js';
import type { Log } from '../../server/core/ports.js';
import { RateLimit } from '../../server/core/rate-limit.js';
import { Secret } from '../../server/core/secret.js';
import type { ShortVault } from '../../server/core/short-vault-port.js';
import type { Deps } from '../../server/database/deps.js';
import { FeedTail } from '../../server/database/feed-tail.js';
import { StanLeases } from '../../server/database/stans.js';
import { SIGN_IN_TRIES } from '../../server/members/sign-in.js';
import { StaleError } from '../../server/database/writes.js';
import { takeLateApproval } from '../../server/transactions/late-approval.js';
import { silentLog } from '../support/silent-log.js';
import { createAuthenticator } from '../../server/adapters/threeds/authenticator.js';
import { takeResult } from '../../server/transactions/authenticating/take-result.js';
import { chanceOf } from './chance.js';
import { Conductor } from './conductor.js';
import type { Ground } from './ground.js';
import type { Reached } from './reached.js';
import { SimBank } from './sim-bank.js';
import { SimChallenges, type Bring } from './sim-challenge.js';
import { posterTo, SimDirectory } from './sim-directory.js';
import { lineTo } from './sim-line.js';
import { databaseOf } from './sim-pool.js';
import { LineLostError, SimProcess } from './sim-process.js';
import { SimReceiver } from './sim-receiver.js';
import { VirtualTime } from './virtual-time.js';
import { WallClocks } from './wall-clocks.js';

export const PLACES = ['A', 'B'] as const;
export type Place = (typeof PLACES)[number];

export interface House {
  readonly process: SimProcess;
  readonly deps: Deps;
}

const ACQUIRER_TIMEOUT_ms = 15_000;
const key = (first: number) => new Secret(Uint8Array.from({ length: 32 }, (_, place) => (first * 32 + place) % 256));

export class Stage {
  readonly time: VirtualTime;
  readonly conductor: Conductor;
  readonly bank: SimBank;
  readonly receiver: SimReceiver;
  readonly clocks: WallClocks<Place>;
  readonly challenges: SimChallenges;
  readonly directory: SimDirectory;
  /** Where the directory brings a result first. */
  resultsTo: Place = 'A';
  /** What the house complained of itself, where nothing had happened to it that explains it. */
  readonly complaints: string[] = [];
  readonly asleep = new Set<SimProcess>();
  #houses = new Map<Place, House>();
  #born = 0;

  constructor(
    readonly ground: Ground,
    scheduler: Scheduler,
    start: Date,
    readonly reached: Reached,
  ) {
    this.time = new VirtualTime(start);
    this.conductor = new Conductor(scheduler, this.time, () => ground.countLocked());
    this.clocks = new WallClocks(this.time);
    this.bank = new SimBank(reached, () => this.clocks.differ());
    this.receiver = new SimReceiver(this.time, reached);
    this.challenges = new SimChallenges(this.time, what => reached.count(what), this.#bring);
    this.directory = new SimDirectory(this.bank.proofs, reached, question => this.challenges.begin(question));
    for (const shop of ground.shops) if (shop.isStrict) this.bank.proofs.strict.add(shop.acceptor);
  }

  /** The process at this place; a new one, as after a restart, where the last one died or sleeps. */
  at(place: Place): House {
    const house = this.#houses.get(place);
    if (house?.process.fate === 'AWAKE') return house;
    if (house?.process.fate === 'ASLEEP') this.asleep.add(house.process);
    const born = this.#open(place);
    this.#houses.set(place, born);
    return born;
  }

  hasSleepers(): boolean {
    return [...this.asleep, ...this.houses().map(({ process }) => process)].some(({ fate }) => fate === 'ASLEEP');
  }

  houses(): House[] {
    return [...this.#houses.values()];
  }

  /** Whoever sleeps wakes up, stale. */
  wakeAll(): void {
    for (const { process } of this.#houses.values()) this.asleep.add(process);
    for (const process of this.asleep) process.wake();
    this.asleep.clear();
  }

  killAll(): void {
    for (const { process } of this.#houses.values()) process.die();
    for (const process of this.asleep) process.die();
  }

  #open(place: Place): House {
    this.#born += 1;
    const process = new SimProcess(`${place}${this.#born}`, this.conductor, this.reached);
    const machine = {
      clock: { now: () => this.clocks.now(place), monotonic_ms: () => this.time.passed_ms() },
      timers: { after: (delay_ms: number, then: () => void) => this.time.after(delay_ms, process, then) },
      random: chanceOf(process.name),
    };
    const log = this.#logOf(process);
    const sql = databaseOf(process, this.ground.pool);
    const network = { conductor: this.conductor, time: this.time, bank: this.bank };
    const acquirer = createAcquirer({
      host: 'bank.example',
      port: 1,
      timeout_ms: ACQUIRER_TIMEOUT_ms,
      lines: 1,
      // Echoes on a line that is idle for hours would be most of what happens in a story.
      idle_ms: 24 * 3_600_000,
      ...machine,
      log: silentLog,
      connect: lineTo(network, process),
    });
    const deps: Deps = {
      sql,
      orm: this.ground.orm,
      stans: new StanLeases(sql),
      ...machine,
      vault: createVault({ sealing: new Map([['k1', key(1)]]), fingerprint: key(2), token: key(3) }, machine.random),
      passwords: createPasswords(machine.random),
      signInTries: new RateLimit(SIGN_IN_TRIES),
      acquirer,
      authenticator: createAuthenticator({
        directoryUrl: 'http://directory.example/ds',
        ...machine,
        log: silentLog,
        poster: posterTo(this.directory, this.time, process),
      }),
      threedsUrl: 'http://till.example',
      shortVault: this.#codesOf(machine),
      hooks: this.receiver.hooksOf(process),
      tail: new FeedTail(sql, machine.timers, silentLog),
      mailer: this.receiver.mailerOf(process, letter => mailCompose(letter)),
      log,
      texts: this.ground.texts,
      nudge: () => undefined,
      publicUrl: 'https://till.example',
      acquirerTimeout_ms: ACQUIRER_TIMEOUT_ms,
      bankClock: null,
    };
    acquirer.onLateAnswer(late => {
      takeLateApproval(deps, late).catch((error: unknown) => log.error('late answer: not taken', { error }));
    });
    return { process, deps };
  }

  /** Keys that both processes share, on a disk that all the others wait for. */
  #codesOf(machine: Parameters<typeof createShortVault>[1]): ShortVault {
    const { seal, open } = createShortVault(this.ground.codeKeys, machine);
    return {
      seal: (value, context) => this.conductor.during(seal(value, context)),
      open: (sealed, context) => this.conductor.during(open(sealed, context)),
    };
  }

  /** As its door does: whatever fails is answered with no message. */
  readonly #bring: Bring = async (url, body, tries) => {
    const [here, there] = this.resultsTo === 'A' ? PLACES : PLACES.toReversed();
    await this.conductor.turn('the directory brings a result');
    const { process, deps } = this.at((tries % 2 === 0 ? here : there) ?? 'A');
    try {
      return await takeResult(deps, new URL(url).pathname.replace('/3ds/rreq/', ''), body);
    } catch (error) {
      if (!isExplained(error, process)) this.complaints.push(`The door for results: ${String(error)}`);
      return null;
    }
  };

  #logOf(process: SimProcess): Log {
    return {
      ...silentLog,
      error: (event, facts) => {
        const error = facts?.['error'];
        if (!isExplained(error, process)) this.complaints.push(`The house: ${event}: ${String(error)}`);
      },
    };
  }
}

function isExplained(error: unknown, process: SimProcess): boolean {
  return error instanceof LineLostError || error instanceof StaleError || process.wasCutOff;
}

function mailCompose(letter: Parameters<ReturnType<typeof createMailer>['compose']>[0]): Promise<Uint8Array> {
  return Promise.resolve(new TextEncoder().encode(JSON.stringify(letter)));
}
