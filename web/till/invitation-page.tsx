import type { ReactElement } from 'react';
import type { TillInvitationQuery } from '../graphql/generated/till/graphql.ts';
import type { Language } from '../ui/language.ts';
import { type Translate, translator } from '../ui/text.ts';
import { Doorway, FormError, PasswordBox } from './doorway.tsx';

export type Invited = NonNullable<TillInvitationQuery['invitation']>;
export type InvitationProblem = 'different' | 'notAccepted' | 'unreachable';

export interface InvitationProps {
  readonly language: Language;
  readonly path: string;
  /** Null for a link that was used, withdrawn or has ended, or never was one: the API tells no difference. */
  readonly invited: Invited | null;
  readonly problem: InvitationProblem | null;
}

export function InvitationPage(props: InvitationProps): ReactElement {
  const { language, path, invited, problem } = props;
  const t = translator(language);
  const isDown = problem === 'unreachable' && !invited;
  const title = t(invited || isDown ? 'till.invitation.title' : 'till.invitation.ended.title');
  return (
    <Doorway title={title} language={language} t={t} path={path}>
      <h1>{title}</h1>
      {problem && <FormError text={t(`till.invitation.${problem}`)} />}
      {invited && <ChoosePassword invited={invited} path={path} language={language} t={t} />}
      {!invited && !isDown && (
        <>
          <p>{t('till.invitation.ended.text')}</p>
          <p>
            <a href="/till/sign-in">{t('till.invitation.ended.signIn')}</a>
          </p>
        </>
      )}
    </Doorway>
  );
}

function ChoosePassword(props: {
  readonly invited: Invited;
  readonly path: string;
  readonly language: Language;
  readonly t: Translate;
}): ReactElement {
  const { invited, language, t } = props;
  const until =
    invited.endsAt && new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(invited.endsAt));
  return (
    <>
      <p>
        {t('till.invitation.text', { shop: invited.shopName, profile: t(`till.profile.${invited.profile}`) })}{' '}
        {until && t('till.invitation.until', { date: until })}
      </p>
      <form method="post" action={props.path}>
        <div className="box">
          <label htmlFor="email">{t('till.signIn.email')}</label>
          <input type="email" id="email" value={invited.email} readOnly autoComplete="username" />
        </div>
        <PasswordBox
          name="password"
          label={t('till.password.new')}
          hint={t('till.password.rules')}
          autoComplete="new-password"
        />
        <PasswordBox name="again" label={t('till.password.again')} autoComplete="new-password" />
        <button type="submit">{t('till.invitation.go')}</button>
      </form>
    </>
  );
}
