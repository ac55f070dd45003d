/** The line to the mail server: what is said in the clear, and what only to somebody whose certificate holds. */
import { afterEach, expect, test } from '@jest/globals';
import PostalMime from 'postal-mime';
import { createMailer, type MailServer as Address } from '../../server/adapters/mailer.js';
import { systemTimers } from '../../server/adapters/system.js';
import { Secret } from '../../server/core/secret.js';
import { MailServer } from '../support/mail-server.js';
import { selfSigned } from './acquirer/certificates.js';

const theirs = selfSigned('localhost');
const TLS = { key: theirs.key, cert: theirs.certificate };
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function serverWith(options: Parameters<typeof MailServer.start>[0]): Promise<MailServer> {
  const server = await MailServer.start(options);
  open.push(server);
  return server;
}

function mailerTo(address: Partial<Address> & { readonly port: number }, authority?: string) {
  return createMailer({
    server: { host: 'localhost', tls: 'NONE', user: null, ...address },
    from: 'till@guichet.example',
    name: 'guichet.example',
    timers: systemTimers,
    timeout_ms: 3_000,
    ...(authority === undefined ? {} : { authority }),
  });
}

const MAIL = { recipient: 'books@shop.example', message: Buffer.from('Subject: a\r\n\r\nFrom\r\n.\r\n..\r\nend\r\n') };

test('what is handed over arrives byte for byte, dots and all', async () => {
  const server = await serverWith({});
  expect(await mailerTo({ port: server.port }).send(MAIL)).toMatchObject({ kind: 'answered', taken: true, code: 250 });
  expect(server.heard).toEqual([{ to: [MAIL.recipient], raw: MAIL.message }]);
});

test.each(['STARTTLS', 'IMPLICIT'] as const)('with %s a letter goes to a certificate that holds', async tls => {
  const server = await serverWith({ ...TLS, secure: tls === 'IMPLICIT' });
  const answer = await mailerTo({ port: server.port, tls }, theirs.certificate).send(MAIL);
  expect(answer).toMatchObject({ kind: 'answered', taken: true });
  expect(server.heard).toHaveLength(1);
});

test.each(['STARTTLS', 'IMPLICIT'] as const)(
  'with %s nothing goes to a certificate that nobody vouches for',
  async tls => {
    const server = await serverWith({ ...TLS, secure: tls === 'IMPLICIT' });
    expect(await mailerTo({ port: server.port, tls }).send(MAIL)).toEqual({ kind: 'unanswered', fault: 'TLS_FAILED' });
    expect(server.heard).toEqual([]);
  },
);

test('where TLS is required, a server without it is told nothing', async () => {
  const server = await serverWith({});
  expect(await mailerTo({ port: server.port, tls: 'STARTTLS' }).send(MAIL)).toEqual({
    kind: 'unanswered',
    fault: 'TLS_FAILED',
  });
  expect(server.heard).toEqual([]);
});

test('a wrong password is ours to repair, not a no to the letter', async () => {
  const server = await serverWith({
    ...TLS,
    disabledCommands: [],
    onAuth: ({ password }, _session, answer) =>
      answer(password === 'right' ? null : new Error('wrong'), { user: 'till' }),
  });
  const as = (password: string) =>
    mailerTo(
      { port: server.port, tls: 'STARTTLS', user: { name: 'till', password: new Secret(password) } },
      theirs.certificate,
    );
  expect(await as('wrong').send(MAIL)).toEqual({ kind: 'unanswered', fault: 'SIGN_IN_REFUSED' });
  expect(await as('right').send(MAIL)).toMatchObject({ taken: true });
});

const LETTER = {
  messageId: '<daily.1@guichet.example>',
  date: new Date('2027-03-10T21:00:00Z'),
  subject: 'Journée\r\nBcc: thief@evil.example',
  text: 'é\n',
  html: '<p>é</p>',
  language: 'fr',
  attachment: { filename: 'a.csv', contentType: 'text/csv; charset=utf-8', content: 'a,b\r\n' },
};

test('the same letter is the same bytes, and another one has other boundaries', async () => {
  const mailer = mailerTo({ port: 1 });
  const bytes = Buffer.from(await mailer.compose(LETTER));
  expect(Buffer.from(await mailer.compose({ ...LETTER })).equals(bytes)).toBe(true);
  const boundaryOf = (letter: Buffer) => /boundary="([^"]+)"/.exec(letter.toString())?.[1];
  expect(boundaryOf(Buffer.from(await mailer.compose({ ...LETTER, text: 'e' })))).not.toBe(boundaryOf(bytes));
});

test('a letter has the headers that were meant, and no others', async () => {
  const email = await PostalMime.parse(await mailerTo({ port: 1 }).compose(LETTER));
  expect(email.headers.map(({ key }) => key).toSorted()).toEqual([
    'auto-submitted',
    'content-language',
    'content-type',
    'date',
    'from',
    'message-id',
    'mime-version',
    'subject',
    'to',
  ]);
  expect(email).toMatchObject({ messageId: LETTER.messageId, date: '2027-03-10T21:00:00.000Z' });
});
