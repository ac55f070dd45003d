/**
 * What a transaction needs next that does not need the shopper. Verbs answer it instead of calling each other, and `pursue`
 * takes one step after the other.
 */
export type Step =
  | { readonly kind: 'ASK_DIRECTORY'; readonly authenticationId: string }
  | { readonly kind: 'AUTHORISE'; readonly transactionId: string };
