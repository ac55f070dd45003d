import type { CombinedError } from '@urql/core';
import type { ReactElement } from 'react';
import type { Translate } from '../../ui/text.ts';
import { codeOf, requestIdOf } from '../client.ts';

/** Nothing can be shown: what happened, a number to name it by, and another try. */
export function PageProblem(props: {
  readonly error: CombinedError;
  readonly t: Translate;
  readonly again: () => void;
}): ReactElement {
  const { error, t } = props;
  const requestId = requestIdOf(error);
  return (
    <div className="panel problem-panel" role="alert">
      <h2>{t('till.problem.title')}</h2>
      <p>{t(textFor(error))}</p>
      {requestId && <p className="soft">{t('till.problem.number', { number: requestId })}</p>}
      <button type="button" onClick={props.again}>
        {t('till.problem.again')}
      </button>
    </div>
  );
}

export function textFor(
  error: CombinedError,
):
  | 'till.problem.notUnderstood'
  | 'till.problem.unreachable'
  | 'till.problem.forbidden'
  | 'till.problem.tooMany'
  | 'till.problem.fault' {
  if (error.networkError && !error.response?.status) return 'till.problem.unreachable';
  switch (codeOf(error)) {
    case 'FORBIDDEN':
      return 'till.problem.forbidden';
    case 'BAD_USER_INPUT':
      return 'till.problem.notUnderstood';
    case 'RATE_LIMITED':
    case 'COST_EXCEEDED':
      return 'till.problem.tooMany';
    default:
      return 'till.problem.fault';
  }
}

/** Beside what was being asked. */
export function Problem({ text }: { readonly text: string }): ReactElement {
  return (
    <p className="problem" role="alert">
      {text}
    </p>
  );
}

/** The answer to a change is missing: why, as far as it is known, and that asking again is safe. */
export function lostText(error: CombinedError | undefined, t: Translate): string {
  return `${error ? t(textFor(error)) : ''} ${t('till.lost')}`.trim();
}
