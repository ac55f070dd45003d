import { describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { once } from 'node:events';
import { cardNumber } from '../../bank/grammar.js';
import { languageOf } from '../../bank/threeds/words.js';
import { House, bookOf } from './house.js';
import {
  NOTIFICATION,
  type Message,
  type Text,
  areq,
  ares,
  at,
  base64url,
  creq,
  fromBase64url,
  get,
  post,
} from './threeds.js';

const house = House.forEachTest();
const CARD = cardNumber('411111', '02', 7, '00');

async function begin(more: Message = {}) {
  const bank = await house().bank();
  const answer = await ares(bank, areq(CARD, more));
  const url = at(bank, `/acs/challenge/${answer['acsTransID']}`);
  return { bank, answer, url, open: (language?: string) => post(url, { creq: creq(answer) }, language) };
}

describe('the page shows what is paid', () => {
  test.each([
    ['1050', '978', '2', '€10.50', '10,50\u00a0€'],
    ['5', '978', '2', '€0.05', '0,05\u00a0€'],
    ['123456789012', '978', '2', '€1,234,567,890.12', '1\u202f234\u202f567\u202f890,12\u00a0€'],
    ['5000', '392', '0', 'JP¥5,000', '5\u202f000\u00a0JPY'],
    ['12345', '788', '3', 'TND\u00a012.345', '12,345\u00a0TND'],
    ['1050', '554', '2', '10.50 (554)', '10,50 (554)'],
  ])('%s of %s with %s decimals: %s, %s', async (purchaseAmount, purchaseCurrency, purchaseExponent, en, fr) => {
    const { open } = await begin({ purchaseAmount, purchaseCurrency, purchaseExponent });
    expect((await open('en')).text).toContain(`<dd>${en}</dd>`);
    expect((await open('fr')).text).toContain(`<dd>${fr}</dd>`);
  });

  test('to whom, and with which card, as far as that may be shown', async () => {
    const { text } = await (await begin({ merchantName: 'Café Électron' })).open();
    expect(text).toContain('<dd>Café Électron</dd>');
    expect(text).toContain(`<dd>411111 •••••• ${CARD.slice(-4)}</dd>`);
    expect(text).not.toContain(CARD);
  });

  test('in the language the browser asks for', async () => {
    const { open, url } = await begin();
    const french = await open('fr-CA, en;q=0.8');
    expect(french.text).toContain('<html lang="fr">');
    expect(french.text).toContain('<title>Confirmez votre paiement</title>');
    expect((await post(url, { code: '0' }, 'fr')).text).toContain('Ce code est faux. Il reste 2 essais.');
    expect((await get(url, 'en')).text).toContain('<html lang="en">');
  });

  test.each([
    [undefined, 'en'],
    ['', 'en'],
    ['de', 'en'],
    ['fr', 'fr'],
    ['de, fr;q=0.1', 'fr'],
    ['en;q=0.5, fr-FR;q=0.9', 'fr'],
    ['en, fr', 'en'],
    ['fr;q=0, de', 'en'],
    ['fr;q=x', 'en'],
    ['french', 'en'],
    [`${'x,'.repeat(9_000)}fr`, 'en'],
  ])('which of %j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe('the page is on its guard', () => {
  test('only the page that the browser goes back to may frame it, and no script runs on it', async () => {
    const { open, url } = await begin({ notificationURL: 'https://pay.shop.example:8443/deep/path?x=1' });
    const challenge = await open();
    expect(challenge.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'nonce-[^']+'; form-action 'self' https:\/\/pay\.shop\.example:8443; frame-ancestors https:\/\/pay\.shop\.example:8443; base-uri 'none'$/,
    );
    expect(challenge.headers.get('cache-control')).toBe('no-store');
    const back = await post(url, { cancel: 'yes' });
    const policy = back.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(back.text).toContain(`<script nonce="${nonce}">`);
    expect((await get(url)).headers.get('content-security-policy')).not.toBe(policy);
  });

  test('a shop with the name of a script is a shop with a strange name', async () => {
    const merchantName = `"><script>alert('1')</script>&`;
    const notificationURL = `http://127.0.0.1:3999/'"><script>alert(2)</script>`;
    const { open, url } = await begin({ merchantName, notificationURL });
    const { text } = await open();
    expect(text).toContain('<dd>&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</dd>');
    expect(text).not.toContain('<script');
    const back = await post(url, { cancel: 'yes' });
    expect(back.text.match(/<script/g)).toHaveLength(1);
    expect(back.text).toContain('action="http://127.0.0.1:3999/&#39;&quot;&gt;&lt;script&gt;');
  });
});

describe('what leads nowhere gets a page that says so', () => {
  const ID = '6f1a9a0e-3c1b-4a55-8b1c-0a0b0c0d0e0f';

  test.each<readonly [string, Message, number]>([
    ['ids nobody knows', { acsTransID: ID }, 404],
    ["another transaction's id", { threeDSServerTransID: ID }, 404],
    ['another version', { messageVersion: '2.1.0' }, 404],
    ['no version', { messageVersion: undefined }, 400],
    ['another message', { messageType: 'CRes' }, 400],
    ['an id that is none', { acsTransID: 7 }, 400],
    ['a window of a size that is none', { challengeWindowSize: '06' }, 400],
  ])('a CReq with %s', async (_what, changes, status) => {
    const { bank, answer, url } = await begin();
    const page = await post(url, { creq: creq(answer, changes) });
    expect([page.status, page.text.includes('Unknown request')]).toEqual([status, true]);
    expect((await bookOf(bank)).authentications).toMatchObject([{ opened: false }]);
  });

  test.each<readonly [string, Text]>([
    ['bad base64url', { creq: '{"messageType":"CReq"}' }],
    ['base64url of no JSON', { creq: Buffer.from('CReq').toString('base64url') }],
    ['base64url of a list', { creq: base64url([]) }],
    ['nothing', { creq: '' }],
    ['more than 64 kB', { creq: 'x'.repeat(70_000) }],
  ])('a CReq of %s', async (_what, form) => {
    expect((await post((await begin()).url, form)).status).toBe(400);
  });

  test('session data that are no base64url, or too many', async () => {
    const { answer, url } = await begin();
    for (const threeDSSessionData of ['"><script>', 'x'.repeat(1025), ''])
      expect((await post(url, { creq: creq(answer), threeDSSessionData })).status).toBe(400);
  });

  test('a form of another type', async () => {
    const { url, answer } = await begin();
    const body = JSON.stringify({ creq: creq(answer) });
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(400);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(405);
  });

  test('a challenge that no CReq has opened, and a code for it', async () => {
    const { bank, url } = await begin();
    expect((await get(url)).status).toBe(404);
    expect((await post(url, { code: '1234' })).status).toBe(404);
    expect((await bookOf(bank)).authentications).toMatchObject([{ transStatus: 'C', failures: 0 }]);
  });

  test('a challenge of an authentication that needs none', async () => {
    const bank = await house().bank();
    const answer = await ares(bank, areq(cardNumber('411111', '04', 7, '00')));
    const url = at(bank, `/acs/challenge/${answer['acsTransID']}`);
    expect((await post(url, { creq: creq(answer) })).status).toBe(404);
    expect((await post(url, { code: '1234' })).status).toBe(404);
    expect((await bookOf(bank)).authentications).toMatchObject([{ transStatus: 'N' }]);
  });
});

test('what is no HTTP is turned away, and others are still served', async () => {
  const { bank, open } = await begin();
  const socket = connect(bank.threedsPort, '127.0.0.1');
  house().later(() => socket.destroy());
  socket.write('\u0000\u0001 hello\r\n\r\n');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 400 /);
  expect((await open()).status).toBe(200);
});

test('a peer that leaves in the middle of its message harms nobody', async () => {
  const { bank, open } = await begin();
  const socket = connect(bank.threedsPort, '127.0.0.1');
  socket.write(
    'POST /ds/areq HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"a"',
  );
  await once(socket, 'connect');
  socket.destroy();
  await once(socket, 'close');
  expect((await open()).status).toBe(200);
});

describe('the method', () => {
  const data = {
    threeDSServerTransID: '6f1a9a0e-3c1b-4a55-8b1c-0a0b0c0d0e0f',
    threeDSMethodNotificationURL: NOTIFICATION,
  };

  test('is told to its own frame and back', async () => {
    const bank = await house().bank();
    const page = await post(at(bank, '/acs/method'), { threeDSMethodData: base64url(data) }, 'fr');
    expect(page.status).toBe(200);
    expect(page.text).toContain(`action="${NOTIFICATION}"`);
    expect(fromBase64url(page.fields['threeDSMethodData'])).toEqual({
      threeDSServerTransID: data.threeDSServerTransID,
    });
    expect(page.headers.get('content-security-policy')).toContain('frame-ancestors http://127.0.0.1:3999;');
  });

  test.each([
    ['no data', {}],
    ['no base64url', { threeDSMethodData: '{}' }],
    ['no id', { threeDSMethodData: base64url({ ...data, threeDSServerTransID: 7 }) }],
    [
      'a script for an address',
      { threeDSMethodData: base64url({ ...data, threeDSMethodNotificationURL: 'javascript:1' }) },
    ],
  ])('with %s is not', async (_what, form) => {
    const page = await post(at(await house().bank(), '/acs/method'), form as Text);
    expect(page.status).toBe(400);
    expect(page.text).not.toContain('<form');
  });
});
