import type { ReactElement } from 'react';
import type { Language } from '../ui/language.ts';
import { translator } from '../ui/text.ts';
import { Doorway, FormError, PasswordBox } from './doorway.tsx';

/** Why the form is shown (again). Unknown, wrong, locked and disabled are one (trust: they look alike). */
export type SignInProblem = 'refused' | 'tooMany' | 'unreachable';
export type SignInReason = 'signedOut' | 'idle' | 'ended' | 'invited' | 'passwordChanged';

export interface SignInProps {
  readonly language: Language;
  readonly next: string;
  readonly email: string;
  readonly problem: SignInProblem | null;
  readonly reason: SignInReason | null;
}

export function SignInPage({ language, next, email, problem, reason }: SignInProps): ReactElement {
  const t = translator(language);
  const title = t('till.signIn.title');
  return (
    <Doorway title={title} language={language} t={t} path={`/till/sign-in?next=${encodeURIComponent(next)}`}>
      <h1>{title}</h1>
      {problem && <FormError text={t(`till.signIn.${problem}`)} />}
      {!problem && reason && (
        <p className="note" role="status">
          {t(`till.signIn.reason.${reason}`)}
        </p>
      )}
      <form method="post" action={`/till/sign-in?next=${encodeURIComponent(next)}`}>
        <div className="box">
          <label htmlFor="email">{t('till.signIn.email')}</label>
          <input
            type="email"
            id="email"
            name="email"
            defaultValue={email}
            required
            maxLength={254}
            autoComplete="username"
            autoFocus={!problem && email === ''}
            aria-describedby={problem ? 'problem' : undefined}
          />
        </div>
        <PasswordBox
          name="password"
          label={t('till.signIn.password')}
          autoComplete="current-password"
          {...(problem ? { describedBy: 'problem' } : {})}
        />
        <button type="submit">{title}</button>
      </form>
    </Doorway>
  );
}
