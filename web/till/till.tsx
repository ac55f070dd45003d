import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { Provider, useQuery } from 'urql';
import type { Language } from '../ui/language.ts';
import { type Activity, createActivity } from './activity.ts';
import { createTillClient } from './client.ts';
import { Frame, FrameHead } from './frame.tsx';
import { type Leaving, leave } from './leave.ts';
import { type Live, createLive } from './live.ts';
import { PageProblem } from './parts/problem.tsx';
import { ShellQuery } from './queries/fragments.queries.ts';
import { SignedIn } from './signed-in.tsx';
import { type Texts, translatorOf } from './texts.ts';

export interface TillProps {
  readonly language: Language;
  readonly texts: Texts;
}

interface House {
  readonly client: ReturnType<typeof createTillClient>;
  readonly live: Live;
  readonly activity: Activity;
  readonly leaving: Leaving;
}

/** Everything behind the sign-in. The server makes its empty frame; the rest begins in the browser. */
export function Till(props: TillProps): ReactElement {
  const t = useMemo(() => translatorOf(props.texts, props.language), [props.texts, props.language]);
  const [house, setHouse] = useState<House | null>(null);
  useEffect(() => setHouse(openHouse()), []);
  return (
    <>
      <FrameHead />
      {house ? (
        <Provider value={house.client}>
          <Open {...props} house={house} />
        </Provider>
      ) : (
        <Frame t={t} language={props.language} />
      )}
    </>
  );
}

function openHouse(): House {
  const live = createLive();
  const activity = createActivity();
  const leaving: Leaving = { because: 'ended' };
  const client = createTillClient({
    onSignedOut: () => leave(leaving.because),
    onAsked: () => activity.asked(),
    onFeedState: change => live.line.set(change),
  });
  return { client, live, activity, leaving };
}

/** Asks who is there, and then lets them in. */
function Open({ house, language, texts }: TillProps & { readonly house: House }): ReactElement {
  const t = useMemo(() => translatorOf(texts, language), [texts, language]);
  const [{ data, error }, again] = useQuery({ query: ShellQuery });
  if (data) return <SignedIn {...house} language={language} texts={texts} me={data.me} feedCursor={data.feedCursor} />;
  return (
    <Frame t={t} language={language}>
      {error && <PageProblem error={error} t={t} again={() => again({ requestPolicy: 'network-only' })} />}
    </Frame>
  );
}
