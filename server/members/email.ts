import { refuse } from '../core/refusal.js';
import { requireText } from '../core/free-text.js';

/** As addresses are compared: nobody tells two people apart by capitals. */
export function asAddress(email: string): string {
  return email.trim().toLowerCase();
}

export function requireEmail(email: string, path: string): string {
  const address = asAddress(requireText(email, { path, max: 254 }));
  if (!/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(address)) throw refuse('INPUT_INVALID', 'Not an e-mail address.', path);
  return address;
}
