import type { ReactElement } from 'react';
import { fullTime } from '../../../../ui/format-time.ts';
import { useTill } from '../../../context.ts';
import type { DeliveryShown } from '../../../queries/webhooks.queries.ts';
import { readBody } from './types.ts';

type Attempt = DeliveryShown['attempts'][number];

const COLUMNS = ['at', 'result', 'took', 'answer'] as const;
/** Less than this and nobody would see that the two clocks differ. */
const APART_ms = 60_000;

export function Attempts({ delivery }: { readonly delivery: DeliveryShown }): ReactElement {
  const { t, ahead_ms } = useTill();
  return (
    <div className="attempts">
      {delivery.attempts.length === 0 && <p className="soft">{t('till.hooks.noAttempt')}</p>}
      {delivery.attempts.length > 0 && (
        <div className="scroll" tabIndex={0} role="group" aria-label={t('till.hooks.attemptsTitle')}>
          <table>
            <thead>
              <tr>
                {COLUMNS.map(column => (
                  <th key={column} scope="col">
                    {t(`till.hooks.attempt.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {delivery.attempts.map(attempt => (
                <Row key={attempt.number} attempt={attempt} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {ahead_ms > APART_ms && delivery.attempts.length > 0 && <p className="soft">{t('till.hooks.realTime')}</p>}
      <p className="soft">
        {t('till.hooks.message')} <span className="number">{delivery.id}</span>
      </p>
      <pre className="sample">{laidOut(delivery.body)}</pre>
    </div>
  );
}

function Row({ attempt }: { readonly attempt: Attempt }): ReactElement {
  const till = useTill();
  return (
    <tr>
      <td className="number">{fullTime(till, attempt.at)}</td>
      <td>
        <Result attempt={attempt} />
      </td>
      <td className="number">{attempt.durationMs === null ? '–' : `${attempt.durationMs} ms`}</td>
      <td className="answer">{attempt.answer}</td>
    </tr>
  );
}

/** The server's status where it answered; else why nobody did. An attempt with neither is under way, or was cut off. */
function Result({ attempt: { statusCode, fault } }: { readonly attempt: Attempt }): ReactElement {
  const { t } = useTill();
  if (statusCode === null && fault === null) return <span className="soft">{t('till.hooks.underWay')}</span>;
  return (
    <span className={fault === null ? 'taken' : 'failed'}>
      {statusCode !== null && <span className="code">{statusCode}</span>}{' '}
      {t(fault === null ? 'till.hooks.taken' : `till.hooks.fault.${fault}`)}
    </span>
  );
}

/** The same text with line breaks, to be read; what is sent has none. */
function laidOut(body: string): string {
  return JSON.stringify(readBody(body), null, 2);
}
