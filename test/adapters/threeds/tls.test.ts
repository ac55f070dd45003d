import { afterEach, expect, test } from '@jest/globals';
import type { TlsOptions } from '../../../server/adapters/threeds/post.js';
import { selfSigned } from '../acquirer/certificates.js';
import { authentication, CHALLENGED, FRICTIONLESS, PRES } from './examples.js';
import { rig, type Rig } from './rig.js';
import { says, ScriptedDirectory, type Script } from './scripted-directory.js';

const theirs = selfSigned('directory');
const ours = selfSigned('till');
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A directory that wants our certificate, and ours alone. */
async function startTlsRig(tls: TlsOptions, script: Script): Promise<Rig & { readonly directory: ScriptedDirectory }> {
  const directory = await ScriptedDirectory.start(script, {
    cert: theirs.certificate,
    key: theirs.key,
    ca: ours.certificate,
    requestCert: true,
    rejectUnauthorized: true,
  });
  const open = rig(stops, directory.url, { tls });
  stops.push(() => directory.stop());
  return { ...open, directory };
}

test('both ends show certificates', async () => {
  const { authenticator } = await startTlsRig({ ...ours, authority: theirs.certificate }, says(FRICTIONLESS));
  expect(await authenticator.authenticate(authentication)).toMatchObject({ kind: 'answered', transStatus: 'Y' });
  expect(await authenticator.authenticate(authentication)).toMatchObject({ kind: 'answered', transStatus: 'Y' });
});

test('a directory whose certificate nobody vouches for is told nothing', async () => {
  const { authenticator, directory } = await startTlsRig({ ...ours }, says(FRICTIONLESS));
  expect(await authenticator.authenticate(authentication)).toMatchObject({ cause: 'UNREACHABLE', request: null });
  expect(directory.heard).toEqual([]);
});

test('a directory of another name is told nothing', async () => {
  const tls = { ...ours, authority: theirs.certificate, serverName: 'elsewhere.example' };
  const { authenticator, directory } = await startTlsRig(tls, says(FRICTIONLESS));
  expect(await authenticator.authenticate(authentication)).toMatchObject({ cause: 'UNREACHABLE', request: null });
  expect(directory.heard).toEqual([]);
});

test('without our certificate the directory does not listen', async () => {
  const { authenticator, directory } = await startTlsRig({ authority: theirs.certificate }, says(FRICTIONLESS));
  expect(await authenticator.authenticate(authentication)).toMatchObject({ kind: 'unavailable' });
  expect(directory.heard).toEqual([]);
});

test('a directory that is asked over TLS sends no browser to a plain address', async () => {
  const tls = { ...ours, authority: theirs.certificate };
  const { authenticator, directory } = await startTlsRig(tls, says(CHALLENGED));
  expect(await authenticator.authenticate(authentication)).toMatchObject({ cause: 'UNREADABLE' });
  directory.listenWith(says({ ...CHALLENGED, acsURL: 'https://acs.example/' }));
  expect(await authenticator.authenticate(authentication)).toMatchObject({ kind: 'answered' });
  directory.listenWith(says(PRES));
  expect(await authenticator.ranges(null)).toMatchObject({ cause: 'UNREADABLE' });
});
