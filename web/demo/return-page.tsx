import type { ReactElement } from 'react';
import type { Language } from '../ui/language.ts';
import { Page } from '../ui/page.tsx';
import { translator } from '../ui/text.ts';

export interface ReturnPageProps {
  readonly language: Language;
  /** What came with the address, as it came. */
  readonly parameters: readonly (readonly [string, string])[];
}

/** What a shop sees when the browser comes back: an address with some parameters, and no proof of anything. */
export function ReturnPage({ language, parameters }: ReturnPageProps): ReactElement {
  const t = translator(language);
  return (
    <Page language={language} t={t} title={`${t('return.title')} – Guichet`} owner={t('return.owner')}>
      <div className="panel prose">
        <h1>{t('return.title')}</h1>
        <p>{t('return.meaning')}</p>
        {parameters.length > 0 && (
          <dl>
            {parameters.map(([name, value]) => (
              <div key={name}>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>
                  <code>{value}</code>
                </dd>
              </div>
            ))}
          </dl>
        )}
        <p>
          <a href="/">{t('return.again')}</a>
        </p>
        <p>
          <a href="/studio">{t('start.studio')}</a>
        </p>
      </div>
    </Page>
  );
}
