import { type ReactElement, useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { deviceTime_ms } from '../../../../ui/device.ts';
import { fullTime, zoneName } from '../../../../ui/format-time.ts';
import { shopNow, useTill } from '../../../context.ts';
import { PageProblem } from '../../../parts/problem.tsx';
import { Skeleton } from '../../../parts/small.tsx';
import { ClockQuery } from '../../../queries/clock.queries.ts';
import { Bar } from '../bar.tsx';
import { AdvanceDialog } from './advance-dialog.tsx';
import { OwnStep } from './own-step.tsx';
import { DAY_s, HOUR_s, type Step, after } from './step.ts';

export function ClockScreen(): ReactElement {
  const till = useTill();
  const { t } = till;
  const [{ data, error }, ask] = useQuery({ query: ClockQuery, requestPolicy: 'network-only' });
  const [asked, setAsked] = useState<Step | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const again = (): void => ask({ requestPolicy: 'network-only' });
  if (!data && error) return <PageProblem error={error} t={t} again={again} />;
  if (!data)
    return (
      <div className="panel" aria-busy="true">
        <Skeleton lines={4} />
      </div>
    );
  const { nextCutOff } = data.me.shop;
  return (
    <>
      <Bar done={done} />
      <div className="clock">
        <Face />
        <section className="panel" aria-labelledby="forward-title">
          <h2 id="forward-title">{t('till.clock.forward')}</h2>
          <p className="soft">{t('till.clock.oneWay')}</p>
          <div className="steps">
            <StepButton step={after(HOUR_s, t('till.clock.hour'))} onAsk={setAsked} />
            <StepButton step={after(DAY_s, t('till.clock.day'))} onAsk={setAsked} />
            <StepButton
              step={{ to: nextCutOff, name: t('till.clock.cutOff', { time: fullTime(till, nextCutOff) }) }}
              onAsk={setAsked}
            />
          </div>
          <OwnStep onAsk={setAsked} />
        </section>
      </div>
      {asked && (
        <AdvanceDialog
          step={asked}
          onClose={told => {
            setAsked(null);
            if (told !== null) setDone(told);
            again();
          }}
        />
      )}
    </>
  );
}

function StepButton({ step, onAsk }: { readonly step: Step; readonly onAsk: (step: Step) => void }): ReactElement {
  return (
    <button type="button" className="plain" onClick={() => onAsk(step)}>
      {step.name}
    </button>
  );
}

/** What it shows, going on; and real time beside it, from which it may be far. */
function Face(): ReactElement {
  const till = useTill();
  const { t } = till;
  useEverySecond();
  const now = shopNow(till);
  return (
    <section className="panel face" aria-labelledby="face-title">
      <h2 id="face-title">{t('till.clock.shows')}</h2>
      <p className="shown">
        <time dateTime={now.toISOString()}>{fullTime(till, now.toISOString())}</time>
      </p>
      <p className="soft">{zoneName(till, now)}</p>
      <p className="soft">{t('till.clock.real', { time: fullTime(till, new Date(deviceTime_ms()).toISOString()) })}</p>
    </section>
  );
}

function useEverySecond(): void {
  const [, setTicks] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTicks(ticks => ticks + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
}
