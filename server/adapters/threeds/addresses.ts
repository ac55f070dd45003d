/**
 * Addresses that the directory gives us for the shopper's browser. They end in forms and in the policy of a page, so they
 * must be what they seem.
 */

/** A host name or IP address as URLs write them: nothing that would end a directive of a Content-Security-Policy. */
const HOST = /^(?:[\da-z](?:[\da-z.-]*[\da-z])?|\[[\da-f:.]+\])$/;

/**
 * The address as a browser would write it, or null. Plain HTTP only from a directory that is itself asked in plain: the
 * sandbox.
 */
export function browserAddress(text: string, allowPlain: boolean): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(allowPlain && url.protocol === 'http:')) return null;
  if (url.username !== '' || url.password !== '' || !HOST.test(url.hostname)) return null;
  return url.href;
}
