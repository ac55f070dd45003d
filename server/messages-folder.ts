import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** `messages/` stands beside `server/`, and beside `dist/` once compiled. */
export function messagesFolder(): string {
  const candidates = ['../messages', '../../messages'].map(path => join(import.meta.dirname, path));
  const found = candidates.find(folder => existsSync(folder));
  if (!found) throw new Error(`There is no folder of messages; looked at ${candidates.join(' and ')}.`);
  return found;
}
