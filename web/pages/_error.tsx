import type { ReactElement } from 'react';
import { PlainPage } from '../ui/plain-page.tsx';

/** Next's own would write the address, token and all, into the page. */
export const config = { unstable_runtimeJS: false };

export default function Failed(): ReactElement {
  return <PlainPage title="broken.title" explanation="broken.explanation" />;
}
