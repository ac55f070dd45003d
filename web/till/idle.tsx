import { type ReactElement, useEffect, useEffectEvent, useState } from 'react';
import { useClient } from 'urql';
import { type Activity, IDLE_MOST_ms, WARN_AFTER_ms } from './activity.ts';
import { useTill } from './context.ts';
import { Dialog } from './parts/dialog.tsx';
import { StayQuery } from './queries/fragments.queries.ts';

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Warns after thirteen minutes that nobody has touched the till (WCAG 2.2, 2.2.1), and signs out after fifteen. */
export function IdleWatch({ activity, onIdle }: { readonly activity: Activity; readonly onIdle: () => void }) {
  const { t } = useTill();
  const client = useClient();
  const [left_s, setLeft] = useState<number | null>(null);

  const look = useEffectEvent(() => {
    const idle_ms = activity.idle_ms();
    if (idle_ms >= IDLE_MOST_ms) onIdle();
    setLeft(idle_ms < WARN_AFTER_ms ? null : Math.max(0, Math.ceil((IDLE_MOST_ms - idle_ms) / 1_000)));
  });
  const stay = (): void => {
    void client.query(StayQuery, {}, { requestPolicy: 'network-only' }).toPromise();
  };
  // Once the question is on the screen only its answer counts: a mouse that was nudged is nobody.
  const touch = useEffectEvent(() => {
    if (left_s === null && activity.touched()) stay();
  });

  useEffect(() => {
    const timer = setInterval(() => look(), 1_000);
    const onTouch = (): void => touch();
    const onSight = (): void => look();
    for (const each of TOUCHES) addEventListener(each, onTouch, { passive: true });
    document.addEventListener('visibilitychange', onSight);
    return () => {
      clearInterval(timer);
      for (const each of TOUCHES) removeEventListener(each, onTouch);
      document.removeEventListener('visibilitychange', onSight);
    };
  }, []);

  if (left_s === null) return null;
  const goOn = (): void => {
    activity.touched();
    setLeft(null);
    stay();
  };
  return <Warning left_s={left_s} goOn={goOn} title={t('till.idle.title')} />;
}

function Warning(props: { readonly left_s: number; readonly goOn: () => void; readonly title: string }): ReactElement {
  const { t } = useTill();
  const minutes = Math.floor(props.left_s / 60);
  const seconds = String(props.left_s % 60).padStart(2, '0');
  return (
    <Dialog title={props.title} onClose={props.goOn}>
      <p>
        {t('till.idle.text')} <span className="number">{`${minutes}:${seconds}`}</span>
      </p>
      <div className="answers">
        <button type="button" onClick={props.goOn} autoFocus>
          {t('till.idle.stay')}
        </button>
      </div>
    </Dialog>
  );
}
