/** What a page costs its visitor: bytes on the wire, as the browser counts them, with nothing kept from an earlier visit. */
import type { Browser, CDPSession } from 'playwright-core';
import { chromium } from 'playwright-core';

export interface Weight {
  /** Scripts, as they come over the wire. */
  readonly script_bytes: number;
  /** Everything, headers too. */
  readonly all_bytes: number;
  readonly requests: number;
}

export async function weigh(url: string): Promise<Weight> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    return await weighIn(browser, url);
  } finally {
    await browser.close();
  }
}

async function weighIn(browser: Browser, url: string): Promise<Weight> {
  const page = await (await browser.newContext()).newPage();
  const protocol = await page.context().newCDPSession(page);
  const counted = count(protocol);
  await protocol.send('Network.enable');
  await page.goto(url, { waitUntil: 'networkidle' });
  return counted();
}

function count(protocol: CDPSession): () => Weight {
  const kinds = new Map<string, string>();
  let [script_bytes, all_bytes, requests] = [0, 0, 0];
  protocol.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  protocol.on('Network.requestWillBeSent', ({ redirectResponse }) => {
    all_bytes += redirectResponse?.encodedDataLength ?? 0;
    requests += 1;
  });
  protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    all_bytes += encodedDataLength;
    if (kinds.get(requestId) === 'Script') script_bytes += encodedDataLength;
  });
  return () => ({ script_bytes, all_bytes, requests });
}
