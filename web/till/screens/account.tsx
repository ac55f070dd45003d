import Head from 'next/head';
import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import { useClient } from 'urql';
import { fullTime } from '../../ui/format-time.ts';
import { useTill } from '../context.ts';
import { PasswordBox } from '../doorway.tsx';
import { leave } from '../leave.ts';
import { Problem, lostText } from '../parts/problem.tsx';
import { refusalText } from '../parts/refusal.ts';
import { Fact } from '../parts/small.tsx';
import { ChangePasswordMutation } from '../queries/account.queries.ts';
import { SignOutEverywhereMutation } from '../queries/fragments.queries.ts';
import { answerOf } from '../parts/answer.ts';

export function AccountScreen(): ReactElement {
  const till = useTill();
  const { t, me } = till;
  return (
    <>
      <Head>
        <title>{`${t('till.screen.account')} – ${me.shop.name}`}</title>
      </Head>
      <div className="title">
        <h1>{t('till.screen.account')}</h1>
      </div>
      <div className="narrow">
        <section className="panel facts" aria-label={t('till.account.who')}>
          <dl>
            <Fact name={t('till.signIn.email')}>{me.email}</Fact>
            <Fact name={t('till.account.profile')}>{t(`till.profile.${me.profile}`)}</Fact>
            <Fact name={t('till.account.shop')}>{me.shop.name}</Fact>
            <Fact name={t('till.account.lastSignIn')}>
              {me.lastSignInAt ? fullTime(till, me.lastSignInAt) : t('till.frame.firstSignIn')}
            </Fact>
            <Fact name={t('till.account.endsAt')}>{me.signInEndsAt && fullTime(till, me.signInEndsAt)}</Fact>
          </dl>
        </section>
        <ChangePassword />
        <SignOutEverywhere />
      </div>
    </>
  );
}

function ChangePassword(): ReactElement {
  const { t } = useTill();
  const client = useClient();
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isDone, setDone] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const change = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    const given = new FormData(event.currentTarget);
    const text = (name: string): string => String(given.get(name) ?? '');
    setDone(false);
    if (text('new-password') !== text('again')) return setProblem(t('till.invitation.different'));
    setBusy(true);
    const input = { current: text('current'), new: text('new-password') };
    const { data, error } = await client.mutation(ChangePasswordMutation, { input }).toPromise();
    setBusy(false);
    const told = answerOf(data?.changePassword, error);
    if (told.kind === 'refused') return setProblem(refusalText(told.refusal, t));
    if (told.kind === 'lost') return setProblem(lostText(told.error, t));
    setProblem(null);
    setDone(true);
    form.current?.reset();
  };
  return (
    <section className="panel" aria-labelledby="password-title">
      <h2 id="password-title">{t('till.account.password')}</h2>
      <p className="soft">{t('till.account.passwordEffect')}</p>
      <form ref={form} className="dialog-form" onSubmit={event => void change(event)}>
        <PasswordBox name="current" label={t('till.password.current')} autoComplete="current-password" />
        <PasswordBox
          name="new-password"
          label={t('till.password.new')}
          hint={t('till.password.rules')}
          autoComplete="new-password"
        />
        <PasswordBox name="again" label={t('till.password.again')} autoComplete="new-password" />
        {problem && <Problem text={problem} />}
        <p className="done" role="status">
          {isDone && t('till.account.passwordChanged')}
        </p>
        <button type="submit" aria-disabled={isBusy}>
          {isBusy ? t('till.busy') : t('till.account.change')}
        </button>
      </form>
    </section>
  );
}

function SignOutEverywhere(): ReactElement {
  const { t } = useTill();
  const client = useClient();
  const [problem, setProblem] = useState<string | null>(null);
  const signOut = async (): Promise<void> => {
    const { data, error } = await client.mutation(SignOutEverywhereMutation, {}).toPromise();
    if (data) leave('signedOut');
    else setProblem(lostText(error, t));
  };
  return (
    <section className="panel" aria-labelledby="everywhere-title">
      <h2 id="everywhere-title">{t('till.account.everywhere')}</h2>
      <p className="soft">{t('till.account.everywhereEffect')}</p>
      {problem && <Problem text={problem} />}
      <button type="button" className="plain" onClick={() => void signOut()}>
        {t('till.account.everywhere')}
      </button>
    </section>
  );
}
