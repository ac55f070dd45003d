/**
 * The page that the till's script runs on. It holds words and nothing of the shop: what may be seen, the API decides when
 * it is asked.
 */
import { randomBytes } from 'node:crypto';
import type { GetServerSidePropsContext, GetServerSidePropsResult } from 'next';
import { readEnvironment } from '../env.ts';
import { tillPolicy } from '../http/policy.ts';
import type { Language } from '../ui/language.ts';
import { keepLanguage, languageOfVisit } from '../ui/visit.ts';
import { isSurelySignedOut } from './caller.ts';
import { HOME, ownPath, signInPath } from './own-path.ts';
import { routeOf } from './route.ts';
import type { Texts } from './texts.ts';
import { textsOf } from './texts-of.ts';

export interface TillPageProps {
  readonly language: Language;
  /** For the framework's first script; _document hands it on. */
  readonly nonce: string;
  readonly texts: Texts;
}

type Visit = Pick<GetServerSidePropsContext, 'req' | 'res' | 'query' | 'resolvedUrl'>;

export async function serveTill({
  req,
  res,
  query,
  resolvedUrl,
}: Visit): Promise<GetServerSidePropsResult<TillPageProps>> {
  res.setHeader('Cache-Control', 'no-store');
  const segments = [query['path'] ?? []].flat();
  if (segments.length === 0) return seeOther(HOME);
  if (!routeOf(segments)) return { notFound: true };
  const here = withoutLanguage(resolvedUrl);
  if (keepLanguage(res, query['lang'])) return seeOther(here);
  if (isSurelySignedOut(req)) return seeOther(signInPath(here));
  const nonce = randomBytes(16).toString('base64');
  res.setHeader('Content-Security-Policy', tillPolicy(nonce, readEnvironment().publicUrl));
  const language = languageOfVisit(req);
  return { props: { language, nonce, texts: textsOf(language) } };
}

function withoutLanguage(url: string): string {
  const [path = HOME, search = ''] = url.split('?');
  const parameters = new URLSearchParams(search);
  parameters.delete('lang');
  parameters.delete('path');
  const rest = parameters.toString();
  return ownPath(rest === '' ? path : `${path}?${rest}`);
}

function seeOther(destination: string): { redirect: { destination: string; statusCode: 303 } } {
  return { redirect: { destination, statusCode: 303 } };
}
