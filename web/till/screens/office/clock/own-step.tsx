import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import { useTill } from '../../../context.ts';
import { TextBox } from '../../../parts/text-box.tsx';
import { DAY_s, HOUR_s, MINUTE_s, type Step } from './step.ts';

const UNITS = { minutes: MINUTE_s, hours: HOUR_s, days: DAY_s } as const;
type Unit = keyof typeof UNITS;
const UNIT_NAMES = Object.keys(UNITS) as Unit[];
/** The API moves a clock by two years at most in one go. */
const MOST_s = 731 * DAY_s;

/** So many minutes, hours or days. */
export function OwnStep({ onAsk }: { readonly onAsk: (step: Step) => void }): ReactElement {
  const { t } = useTill();
  const box = useRef<HTMLInputElement>(null);
  const [unit, setUnit] = useState<Unit>('days');
  const [error, setError] = useState<string | null>(null);
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    const typed = box.current?.value.trim() ?? '';
    const count = /^[1-9]\d{0,6}$/.test(typed) ? Number(typed) : 0;
    const bySeconds = count * UNITS[unit];
    if (count === 0 || bySeconds > MOST_s) return setError(t('till.clock.wrong'));
    setError(null);
    onAsk({ bySeconds, name: t(`till.clock.by.${unit}`, { count }) });
  };
  return (
    <form className="own-step" onSubmit={ask} noValidate>
      <TextBox label={t('till.clock.own')} inputMode="numeric" most={7} place={box} error={error} />
      <label className="box">
        <span className="unseen">{t('till.clock.unit')}</span>
        <select
          value={unit}
          onChange={event => setUnit(UNIT_NAMES.find(each => each === event.target.value) ?? 'days')}
        >
          {UNIT_NAMES.map(each => (
            <option key={each} value={each}>
              {t(`till.clock.unit.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="plain">
        {t('till.clock.ask')}
      </button>
    </form>
  );
}
