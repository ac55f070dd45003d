import { useRouter } from 'next/router';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { useClient } from 'urql';
import { deviceTime_ms } from '../ui/device.ts';
import type { Language } from '../ui/language.ts';
import type { Activity } from './activity.ts';
import { type Me, TillContext, type TillKnows } from './context.ts';
import { Frame } from './frame.tsx';
import { IdleWatch } from './idle.tsx';
import { Keys } from './keys.tsx';
import { type Live, useFeed } from './live.ts';
import { type Leaving, leave } from './leave.ts';
import { HOME } from './own-path.ts';
import { SignOutMutation } from './queries/fragments.queries.ts';
import { routeOf, segmentsOf } from './route.ts';
import { ScreenAt } from './screens/screen-at.tsx';
import { createStore } from './store.ts';
import { type Texts, translatorOf } from './texts.ts';

export interface SignedInProps {
  readonly language: Language;
  readonly texts: Texts;
  readonly me: Me;
  readonly live: Live;
  readonly activity: Activity;
  readonly leaving: Leaving;
  /** Where the log ended before anything else was read. */
  readonly feedCursor: string;
}

/** The till of a member: the frame with the screen that the address names. */
export function SignedIn({ language, texts, me, live, activity, leaving, feedCursor }: SignedInProps): ReactElement {
  const client = useClient();
  const router = useRouter();
  const route = routeOf(segmentsOf(router.asPath));
  const { now, timeZone } = me.shop;
  const ahead_ms = useMemo(() => Date.parse(now) - deviceTime_ms(), [now]);
  // Outlives what is read again: a clock that was asked anew must not forget where the list was.
  const [listAddress] = useState(() => createStore(HOME));
  const till = useMemo<TillKnows>(() => {
    const out = (because: 'signedOut' | 'idle'): void => {
      if (leaving.because !== 'ended') return;
      leaving.because = because;
      void client
        .mutation(SignOutMutation, {})
        .toPromise()
        .finally(() => leave(because));
    };
    return {
      language,
      timeZone,
      t: translatorOf(texts, language),
      reason: sentence => texts.reasons[sentence] ?? sentence,
      me,
      ahead_ms,
      live,
      listAddress,
      signOut: out,
    };
  }, [client, language, texts, me, timeZone, ahead_ms, live, leaving, listAddress]);
  useFeed(live, feedCursor, language);
  useFocusOnHeading(router.asPath.split('?')[0] ?? '');
  return (
    <TillContext value={till}>
      <Frame t={till.t} language={language} here={route?.screen ?? null} till={till}>
        <ScreenAt route={route} />
      </Frame>
      <IdleWatch activity={activity} onIdle={() => till.signOut('idle')} />
      <Keys />
    </TillContext>
  );
}

/** A new screen begins at its heading, for the eye and for the keyboard, as a new page would. */
function useFocusOnHeading(path: string): void {
  useEffect(() => {
    const heading = document.querySelector<HTMLElement>('main h1');
    if (!heading || document.activeElement === document.body) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [path]);
}
