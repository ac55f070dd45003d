import type { ReactElement } from 'react';

/** An address, broken where people read it in two, if it has to be broken. */
export function Email({ address }: { readonly address: string }): ReactElement {
  const at = address.lastIndexOf('@');
  if (at < 0) return <>{address}</>;
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  );
}
