import type { ReactElement } from 'react';
import { Status } from '../../../../ui/status.tsx';
import { useTill } from '../../../context.ts';
import { Email } from '../../../parts/email.tsx';
import { SheetHead } from '../../../parts/sheet-head.tsx';
import { Time } from '../../../parts/small.tsx';
import type { KeyShown } from '../../../queries/keys.queries.ts';
import { scopesInWords } from './scopes.ts';

const COLUMNS = ['name', 'may', 'made', 'status'] as const;

export function KeyTable(props: {
  readonly keys: readonly KeyShown[];
  readonly members: readonly { readonly id: string; readonly email: string }[];
  readonly onRevoke: (key: KeyShown) => void;
}): ReactElement {
  const { t } = useTill();
  const makers = new Map(props.members.map(({ id, email }) => [id, email]));
  return (
    <table className="sheet">
      <caption className="unseen">{t('till.screen.keys')}</caption>
      <SheetHead columns={COLUMNS.map(column => t(`till.apiKeys.${column}`))} />
      <tbody>
        {props.keys.map(each => (
          <Row key={each.id} shown={each} maker={makerOf(each, makers)} onRevoke={() => props.onRevoke(each)} />
        ))}
      </tbody>
    </table>
  );
}

/** Null for the first key of a shop, which was there before any member. */
function makerOf({ createdBy }: KeyShown, makers: ReadonlyMap<string, string>): string | null {
  return createdBy === null ? null : (makers.get(createdBy) ?? createdBy);
}

function Row(props: {
  readonly shown: KeyShown;
  readonly maker: string | null;
  readonly onRevoke: () => void;
}): ReactElement {
  const { t } = useTill();
  const { name, scopes, createdAt, revokedAt, id } = props.shown;
  return (
    <tr className={revokedAt ? 'gone' : undefined}>
      <th scope="row" className="name">
        {name}
        <span className="soft below id">{id}</span>
      </th>
      <td data-label={t('till.apiKeys.may')}>
        <ul className="scopes">
          {scopesInWords(scopes, t).map(words => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </td>
      <td data-label={t('till.apiKeys.made')}>
        <Time at={createdAt} />
        <span className="soft below">
          {props.maker ? <Email address={props.maker} /> : t('till.apiKeys.withTheShop')}
        </span>
      </td>
      <td>
        <Status kind="keyStatus" status={revokedAt ? 'REVOKED' : 'ACTIVE'} t={t} />
        {revokedAt && (
          <span className="soft below">
            <Time at={revokedAt} />
          </span>
        )}
      </td>
      <td className="ways">
        {!revokedAt && (
          <div>
            <button type="button" className="plain small" onClick={props.onRevoke}>
              {t('till.apiKeys.revoke')}
              <span className="unseen"> – {name}</span>
            </button>
          </div>
        )}
      </td>
    </tr>
  );
}
