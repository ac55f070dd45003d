import type { ReactElement } from 'react';
import { PlainPage } from '../ui/plain-page.tsx';

export const config = { unstable_runtimeJS: false };

export default function NotFound(): ReactElement {
  return <PlainPage title="notFound.title" explanation="notFound.explanation" />;
}
