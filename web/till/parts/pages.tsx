import Link from 'next/link';
import type { ReactElement } from 'react';
import { useTill } from '../context.ts';

/** The ways out of a page of a list whose view is its address: back to the newest, on to what is older. */
export function Pages<View extends { readonly after: string | null }>(props: {
  readonly view: View;
  readonly page: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly addressOf: (view: View) => string;
}): ReactElement | null {
  const { t } = useTill();
  const { view, page, addressOf } = props;
  if (!page.hasNextPage && view.after === null) return null;
  return (
    <nav className="pages" aria-label={t('till.list.pages')}>
      {view.after !== null && (
        <Link href={addressOf({ ...view, after: null })} shallow prefetch={false}>
          {t('till.list.newest')}
        </Link>
      )}
      {page.hasNextPage && (
        <Link href={addressOf({ ...view, after: page.endCursor })} shallow prefetch={false}>
          {t('till.list.older')}
        </Link>
      )}
    </nav>
  );
}
