import type { ReactElement } from 'react';
import { useTill } from '../context.ts';

/** The head of a sheet: its columns by name, and one for what may be done to each, whose name is only heard. */
export function SheetHead(props: { readonly columns: readonly string[] }): ReactElement {
  const { t } = useTill();
  return (
    <thead>
      <tr>
        {props.columns.map(column => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
        <td>
          <span className="unseen">{t('till.office.what')}</span>
        </td>
      </tr>
    </thead>
  );
}
