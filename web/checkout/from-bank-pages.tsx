/**
 * What stands in the bank's frame for a moment once it is done, and in its place where there is no frame.
 */
import type { ReactElement } from 'react';
import { Page } from '../ui/page.tsx';
import { translator } from '../ui/text.ts';
import type { FromBankProps } from './from-bank.ts';

/** Leads the whole window back; our script does it at once. */
export function LeadBackPage({ sessionId, language, accent }: FromBankProps): ReactElement {
  const t = translator(language);
  return (
    <Page language={language} t={t} title={t('goBack.title')} owner={t('page.owner')} accent={accent} script bare>
      <div className="panel outcome wait">
        <h1>{t('goBack.title')}</h1>
        <p>{t('goBack.explanation')}</p>
        <p className="way-out">
          <a className="button" id="lead-back" href={`/pay/${sessionId}/back`} target="_top">
            {t('goBack.continue')}
          </a>
        </p>
      </div>
    </Page>
  );
}

/** In the hidden frame: our script tells the page around it. */
export function MethodDonePage({ language, accent }: FromBankProps): ReactElement {
  const t = translator(language);
  return (
    <Page language={language} t={t} title={t('method.title')} owner={t('page.owner')} accent={accent} script bare>
      <h1 id="method-done">{t('goBack.explanation')}</h1>
    </Page>
  );
}
