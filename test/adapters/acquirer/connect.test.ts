import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:tls';
import type { TlsOptions } from '../../../server/adapters/acquirer/connect.js';
import { selfSigned } from './certificates.js';
import { authorisation } from './examples.js';
import { rig, type Rig } from './rig.js';
import { HostLine, ScriptedHost } from './scripted-host.js';

describe('TLS', () => {
  const ours = selfSigned('the till');
  const theirs = selfSigned('the acquirer');
  let server: Server;
  let host: ScriptedHost;
  let open: Rig | undefined;

  beforeEach(async () => {
    host = await ScriptedHost.start();
    server = createServer(
      { cert: theirs.certificate, key: theirs.key, ca: ours.certificate, requestCert: true, rejectUnauthorized: true },
      socket => void host.lines.push(new HostLine(socket, host)),
    );
    server.on('tlsClientError', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(async () => {
    await open?.acquirer.close();
    await host.stop();
    server.close();
    await once(server, 'close');
  });

  function authorise(tls?: TlsOptions): Promise<unknown> {
    open = rig((server.address() as AddressInfo).port, tls ? { tls } : {});
    return open.acquirer.authorise(authorisation);
  }

  test('with our certificate, to the host that we know', async () => {
    expect(await authorise({ ...ours, authority: theirs.certificate })).toMatchObject({ kind: 'answered' });
  });

  test.each([
    ['to a host whose certificate nobody we know has signed', { ...ours }],
    ['to a host with another name', { ...ours, authority: theirs.certificate, serverName: 'acquirer.example' }],
    ['without a certificate, to a host that wants one', { authority: theirs.certificate }],
    ['with a certificate that the host does not know', { ...selfSigned('?'), authority: theirs.certificate }],
    ['with a key that does not fit', { ...ours, key: theirs.key, authority: theirs.certificate }],
    ['with something that is no certificate', { certificate: 'none', key: 'none' }],
  ])('not %s: unreachable, and not a byte of the message has left', async (_, tls) => {
    expect(await authorise(tls)).toMatchObject({ kind: 'unknown', cause: 'UNREACHABLE', request: null });
    expect(host.heard).toEqual([]);
  });

  test('a host that wants TLS gets nothing in clear', async () => {
    expect(await authorise()).toMatchObject({ kind: 'unknown', cause: 'UNREACHABLE' });
    expect(host.heard).toEqual([]);
  });
});
