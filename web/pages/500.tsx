import type { ReactElement } from 'react';
import { PlainPage } from '../ui/plain-page.tsx';

export const config = { unstable_runtimeJS: false };

export default function Broken(): ReactElement {
  return <PlainPage title="broken.title" explanation="broken.explanation" />;
}
