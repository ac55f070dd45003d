import { type ReactElement, useEffect, useRef } from 'react';
import type { TillMoneyFragment } from '../../../graphql/generated/till/graphql.ts';
import { typedAmount } from '../../../ui/amount.ts';
import { useTill } from '../../context.ts';

export interface AmountChoice {
  readonly all: boolean;
  readonly typed: string;
}

/** All there is, unless somebody says less. */
export function AmountBox(props: {
  readonly most: TillMoneyFragment;
  readonly choice: AmountChoice;
  readonly onChoice: (choice: AmountChoice) => void;
  /** While an answer is missing, the request must stay what it was. */
  readonly frozen: boolean;
  readonly error: string | null;
}): ReactElement {
  const { t, language } = useTill();
  const { most, choice, onChoice, frozen, error } = props;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  const choose = (all: boolean): void => {
    onChoice({ all, typed: choice.typed || typedAmount(most.amount, most.currency, language) });
    if (!all) requestAnimationFrame(() => box.current?.select());
  };
  return (
    <fieldset className="amount-box" disabled={frozen}>
      <legend>{t('till.amount.title')}</legend>
      <label className="check">
        <input type="radio" name="much" checked={choice.all} onChange={() => choose(true)} />
        {t('till.amount.all', { amount: most.formatted })}
      </label>
      <label className="check">
        <input type="radio" name="much" checked={!choice.all} onChange={() => choose(false)} />
        {t('till.amount.part')}
      </label>
      {!choice.all && (
        <div className="box part-box">
          <label htmlFor="part-amount">
            {t('till.amount.label', { currency: most.currency, most: most.formatted })}
          </label>
          <input
            ref={box}
            id="part-amount"
            inputMode="decimal"
            autoComplete="off"
            value={choice.typed}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? 'part-error' : undefined}
            onChange={event => onChoice({ all: false, typed: event.target.value })}
          />
        </div>
      )}
      {error && (
        <p className="error" id="part-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
