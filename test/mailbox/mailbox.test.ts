/** The mailbox of test mode: keeps what comes, shows it harmlessly, and forgets the oldest. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMailbox, type Mailbox, type MailboxOptions } from '../../demo/mailbox/mailbox.js';
import { createMailer } from '../../server/adapters/mailer.js';
import { systemTimers } from '../../server/adapters/system.js';

let folder: string;
let mailbox: Mailbox;

const start = (options: Partial<MailboxOptions> = {}) =>
  startMailbox({ folder, smtpPort: 0, pagesPort: 0, ...options });
const at = (path: string) => `http://127.0.0.1:${mailbox.pagesPort}${path}`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailbox-'));
  mailbox = await start();
});
afterEach(async () => {
  await mailbox.close();
  await rm(folder, { recursive: true, force: true });
});

async function mail(message: string, recipient = 'a@example.com'): Promise<void> {
  const server = { host: '127.0.0.1', port: mailbox.smtpPort, tls: 'NONE', user: null } as const;
  const mailer = createMailer({ server, from: 'till@guichet.example', name: 'guichet.example', timers: systemTimers });
  const answer = await mailer.send({ recipient, message: Buffer.from(message) });
  if (answer.kind !== 'answered' || !answer.taken) throw new Error(JSON.stringify(answer));
}

interface Listed {
  readonly id: string;
  readonly subject: string;
  readonly to: string[];
}
const list = async () => (await (await fetch(at('/messages'))).json()) as Listed[];

const HOSTILE = [
  'From: <x@y.example>',
  'Subject: <script>alert(1)</script>',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/html',
  '',
  '<script>parent.document.title = "taken"</script><form action="http://evil.example"><button>x</button></form>',
  '--b',
  'Content-Type: text/html; name="../../x.html"',
  'Content-Disposition: attachment; filename="../../x\\".html"',
  '',
  '<script>alert(2)</script>',
  '--b--',
  '',
].join('\r\n');

test('what was mailed is listed, shown and given back as it came', async () => {
  const message = 'From: a@b.example\r\nSubject: =?UTF-8?Q?Journ=C3=A9e?=\r\nMessage-ID: <1@b.example>\r\n\r\nText\r\n';
  await mail(message, 'books@example.com');
  const [listed] = await list();
  expect(listed).toMatchObject({
    subject: 'Journée',
    to: ['books@example.com'],
    from: 'till@guichet.example',
    messageId: '<1@b.example>',
  });
  const whole = await (await fetch(at(`/messages/${listed?.id}`))).json();
  expect(whole).toMatchObject({ text: 'Text\n', html: null, attachments: [] });
  expect(await (await fetch(at(`/mail/${listed?.id}/raw`))).text()).toBe(message);
  for (const path of ['/', `/mail/${listed?.id}`]) expect(await (await fetch(at(path))).text()).toContain('Journée');
});

test('it is there after a restart, and gone once it is deleted', async () => {
  await mail('Subject: kept\r\n\r\nx\r\n');
  await mailbox.close();
  mailbox = await start();
  expect(await list()).toMatchObject([{ subject: 'kept' }]);
  expect((await fetch(at('/messages'), { method: 'DELETE' })).status).toBe(200);
  expect(await list()).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});

test('it keeps so many letters and so many bytes, and forgets the oldest', async () => {
  await mailbox.close();
  mailbox = await start({ bounds: { letters: 3, bytes: 2_000 } });
  for (let count = 1; count <= 5; count += 1) await mail(`Subject: ${count}\r\n\r\nx\r\n`);
  expect((await list()).map(({ subject }) => subject)).toEqual(['5', '4', '3']);
  await mail(`Subject: big\r\n\r\n${'x'.repeat(70)}\r\n`.padEnd(1_990, '\r\nx'));
  expect((await list()).map(({ subject }) => subject)).toEqual(['big']);
  expect(await readdir(folder)).toHaveLength(2);
});

test('a hostile letter is text on our pages, and its HTML can do nothing', async () => {
  await mail(HOSTILE);
  const [listed] = await list();
  for (const path of ['/', `/mail/${listed?.id}`]) {
    const page = await fetch(at(path));
    const text = await page.text();
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;');
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; frame-src 'self';/,
    );
  }
  const html = await fetch(at(`/mail/${listed?.id}/html`));
  const policy = html.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';/);
  expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/);
  const file = await fetch(at(`/mail/${listed?.id}/attachments/0`));
  expect(file.headers.get('content-type')).toBe('application/octet-stream');
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w.%-]+$/);
  expect(file.headers.get('x-content-type-options')).toBe('nosniff');
});

test.each(['/mail/nobody', '/mail/..%2f..%2fetc', '/nowhere', '/mail/1/attachments/constructor'])(
  '%s is not found',
  async path => {
    expect((await fetch(at(path))).status).toBe(404);
  },
);

test("somebody else's name for this machine is not answered: a browser may be made to ask under it", async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: mailbox.pagesPort, path: '/messages', headers: { host: 'evil.example' } },
      answer => {
        answer.resume();
        resolve(answer.statusCode);
      },
    );
    asked.on('error', reject);
    asked.end();
  });
  expect(status).toBe(421);
});
