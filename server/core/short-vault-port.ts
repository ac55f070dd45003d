import type { Sealed } from './ports.js';
import type { Secret } from './secret.js';

/**
 * Keys that live for minutes (PCI DSS 3.3.2): what is sealed under one cannot be opened by anybody once it is destroyed.
 * Security codes wait here while the shopper is being authenticated, and nowhere else.
 */
export interface ShortVault {
  seal(value: Secret, context: string): Promise<Sealed>;
  /** Null when the key has been destroyed: the code is gone, and the payment goes on without it. */
  open(sealed: Sealed, context: string): Promise<Secret | null>;
}
