/**
 * Hosts that cannot be reached, and lines that we close ourselves.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer, Socket, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { AcquirerOptions } from '../../../server/adapters/acquirer/acquirer.js';
import { another, authorisation } from './examples.js';
import { ANSWER_TIMEOUT_MS, goesOn, rig, startRig, type OpenRig } from './rig.js';
import type { Script } from './scripted-host.js';

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

function start(script?: Script, options?: Partial<AcquirerOptions>): Promise<OpenRig> {
  return startRig(stops, script, options);
}

const UNREACHABLE = { kind: 'unknown', cause: 'UNREACHABLE', request: null, answer: null };

describe('a host that is not there', () => {
  test('refuses the connection: unreachable, and nothing was sent', async () => {
    const { acquirer, host } = await start();
    await host.stop();
    expect(await acquirer.authorise(authorisation)).toEqual(UNREACHABLE);
  });

  test('is not waited for by more questions than the lines could carry', async () => {
    const { acquirer, host } = await start(undefined, { most_pending: 3 });
    const answerNetwork = host.networkScript;
    const signOns: (() => void)[] = [];
    host.networkScript = (request, line) => void signOns.push(() => answerNetwork(request, line));
    const waiting = ['000051', '000052', '000053'].map(stan => acquirer.authorise({ ...authorisation, stan }));
    expect(await acquirer.authorise(authorisation)).toEqual(UNREACHABLE);
    await host.until(() => host.network.length === 1);
    host.networkScript = answerNetwork;
    for (const signOn of signOns) signOn();
    expect(await Promise.all(waiting)).toMatchObject(waiting.map(() => ({ kind: 'answered' })));
  });

  test('is not dialled once for every question', async () => {
    let dialled = 0;
    const { acquirer } = await start(undefined, {
      first_retry_ms: 60_000,
      longest_retry_ms: 60_000,
      connect: () => {
        dialled += 1;
        return new Socket().destroy(new Error('nobody there'));
      },
    });
    for (let count = 0; count < 50; count += 1) expect(await acquirer.authorise(authorisation)).toEqual(UNREACHABLE);
    expect(dialled).toBe(1);
  });

  test('is found again when it is back', async () => {
    const open = await start();
    await open.host.stop();
    expect(await open.acquirer.authorise(authorisation)).toEqual(UNREACHABLE);
    await open.host.listen();
    // Nobody asks: the line comes back by itself.
    await open.host.until(() => open.host.network.includes('001'));
    await goesOn(open);
  });

  test('restarts between two payments: the line is opened again', async () => {
    const open = await start();
    await open.acquirer.authorise(authorisation);
    await open.host.stop();
    await open.host.listen();
    await open.host.until(() => open.host.network.filter(code => code === '001').length >= 2);
    await goesOn(open);
  });

  test('accepts and says nothing: unreachable, and nothing was sent', async () => {
    const { acquirer, host } = await start(undefined, { connect_timeout_ms: 60 });
    host.networkScript = () => undefined;
    expect(await acquirer.authorise(authorisation)).toEqual(UNREACHABLE);
    expect(host.heard).toEqual([]);
  });

  test('accepts and hangs up: unreachable', async () => {
    const server = createServer(socket => socket.destroy());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { acquirer } = rig((server.address() as AddressInfo).port);
    expect(await acquirer.authorise(authorisation)).toEqual(UNREACHABLE);
    await acquirer.close();
    server.close();
    await once(server, 'close');
  });

  test('does not let us sign on: unreachable, and nothing was sent', async () => {
    const { acquirer, host } = await start();
    host.networkScript = (request, line) =>
      line.send({ mti: '0810', fields: new Map([...request.fields, [39, '91']]) });
    expect(await acquirer.authorise(authorisation)).toEqual(UNREACHABLE);
    expect(host.heard).toEqual([]);
  });

  test('cannot even be dialled: unreachable', async () => {
    const { acquirer } = rig(0, {
      connect: () => {
        throw new Error('no such thing as a socket');
      },
    });
    expect(await acquirer.authorise(authorisation)).toEqual(UNREACHABLE);
    await acquirer.close();
  });
});

describe('closing', () => {
  test('ends what is under way as unknown, signs off, and sends nothing more', async () => {
    const { acquirer, host } = await start(() => undefined);
    const asked = acquirer.authorise(authorisation);
    await host.until(() => host.heard.length === 1);
    await acquirer.close();
    expect(await asked).toMatchObject({ kind: 'unknown', cause: 'BROKEN_LINE' });
    expect(host.network).toEqual(['001', '002']);
    expect(await acquirer.authorise(another)).toEqual(UNREACHABLE);
    await acquirer.close();
  });

  test('leaves no timer behind, and a settled question none of its own', async () => {
    const { acquirer, timers } = await start();
    await acquirer.authorise(authorisation);
    expect(timers.waiting(ANSWER_TIMEOUT_MS)).toBe(0);
    expect(timers.waiting()).toBeGreaterThan(0);
    await acquirer.close();
    expect(timers.waiting()).toBe(0);
  });

  test('does not wait for a connection that is still being opened', async () => {
    const { acquirer, host } = await start();
    host.networkScript = () => undefined;
    const asked = acquirer.authorise(authorisation);
    await host.until(() => host.network.length === 1);
    await acquirer.close();
    expect(await asked).toEqual(UNREACHABLE);
  });

  test('does not wait for ever for a host that does not say goodbye', async () => {
    const { acquirer, host } = await start(undefined, { connect_timeout_ms: 500 });
    await acquirer.authorise(authorisation);
    host.networkScript = () => undefined;
    await acquirer.close();
    expect(host.network).toEqual(['001', '002']);
  });
});
