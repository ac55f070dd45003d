/**
 * Questions to begin with, one tab each.
 */
import { FOLLOWING_EXAMPLES } from './following-examples.ts';
import { type Example, PAYMENT_EXAMPLES } from './payment-examples.ts';
import { READING_EXAMPLES } from './reading-examples.ts';

export const EXAMPLES: readonly Example[] = [...PAYMENT_EXAMPLES, ...FOLLOWING_EXAMPLES, ...READING_EXAMPLES];
