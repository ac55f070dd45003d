/**
 * A shopper's browser without JavaScript, in front of the issuer's pages.
 */
export interface Form {
  /** Where it goes: another address than the page's own. */
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

type Fields = Readonly<Record<string, string>>;

/** Posts the CReq, then each of these to the page that asks for a code. The form that leads back, or null. */
export async function takeChallenge(
  acsUrl: string,
  creq: string,
  threeDSSessionData: string,
  entries: readonly Fields[],
): Promise<Form | null> {
  let page = await post(acsUrl, { creq, threeDSSessionData });
  for (const entry of entries) page = await post(acsUrl, entry);
  return leavingForm(page);
}

export async function showMethod(methodUrl: string, threeDSMethodData: string): Promise<Form> {
  const form = leavingForm(await post(methodUrl, { threeDSMethodData }));
  if (!form) throw new Error('the method’s page leads nowhere');
  return form;
}

export async function post(url: string, fields: Fields): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'accept-language': 'en' },
    body: new URLSearchParams(fields),
  });
  const page = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${page}`);
  return page;
}

export function leavingForm(page: string): Form | null {
  const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1];
  if (action === undefined) return null;
  const inputs = page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return { action, fields: Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value])) };
}
