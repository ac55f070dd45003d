/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A brand that a card may be used as. */
export type Brand =
  /** American Express. */
  | 'AMEX'
  /** Cartes Bancaires. */
  | 'CB'
  /** Maestro. */
  | 'MAESTRO'
  /** Mastercard. */
  | 'MASTERCARD'
  /** Visa. */
  | 'VISA';

/** What the browser says of itself, for 3-D Secure (EMV 3DS 2.2, browser fields). */
export type BrowserInput = {
  /** Its Accept header. */
  acceptHeader?: string | null | undefined;
  /** Bits per pixel. */
  colourDepth?: number | null | undefined;
  /** Its address. */
  ip?: string | null | undefined;
  /** Whether it runs JavaScript. */
  javaScript?: boolean | null | undefined;
  /** Its language (BCP 47). */
  language?: string | null | undefined;
  /** Height of its screen in pixels. */
  screenHeight?: number | null | undefined;
  /** Width of its screen in pixels. */
  screenWidth?: number | null | undefined;
  /** Minutes between UTC and its local time. */
  timeZoneOffset_min?: number | null | undefined;
  /** Its User-Agent header. */
  userAgent?: string | null | undefined;
};

/** Nothing is needed. */
export type CancelCheckoutInput = {
  /** Ignored: cancelling twice is cancelling once. */
  idempotencyKey?: string | null | undefined;
};

/** When an authorised amount is captured. */
export type CapturePlan =
  /** In the remittance of the business day so many days later (0–99). */
  | 'DEFERRED'
  /** In the next remittance. */
  | 'IMMEDIATE'
  /** Once the shop has validated it, within so many days (1–99). */
  | 'VALIDATION';

/** When the authorised amount is to be captured. */
export type CapturePlanInput = {
  /** None for IMMEDIATE, 0–99 for DEFERRED, 1–99 for VALIDATION. */
  days?: number | null | undefined;
  /** Which plan. */
  plan: CapturePlan;
};

/** Which page the shopper should see. */
export type CheckoutStep =
  /** The card form. */
  | 'CARD'
  /** The issuer's challenge. */
  | 'CHALLENGE'
  /** The issuer said no; another try may be possible. */
  | 'DECLINED'
  /** Nothing more can be done; `status` says why. */
  | 'ENDED'
  /** The issuer's hidden frame (3DS method). */
  | 'METHOD'
  /** Authentication failed; another try may be possible. */
  | 'NOT_AUTHENTICATED'
  /** The acquirer is being asked; ask again shortly. */
  | 'PROCESSING'
  /** Authorised, and held for a person to look at. */
  | 'REVIEW'
  /** Paid; the receipt. */
  | 'TICKET'
  /** The outcome is not known; the shopper must not pay again. */
  | 'UNKNOWN';

/** What the browser brought from the challenge. */
export type CompleteChallengeInput = {
  /** The `cres`; not believed, and not needed. */
  cres?: string | null | undefined;
};

/** How the issuer's hidden frame ended. */
export type CompleteMethodInput = {
  /** Whether it came back within its ten seconds. */
  done: boolean;
};

/** An order to be paid. */
export type CreatePaymentSessionInput = {
  /** What is to be paid: at least one minor unit. */
  amount: MoneyInput;
  /** Where the shopper goes who gave up: absolute https. */
  cancelUrl?: string | null | undefined;
  /** IMMEDIATE if absent. */
  capture?: CapturePlanInput | null | undefined;
  /** Life in seconds, 300–86400; 1800 if absent. */
  expiresInSeconds?: number | null | undefined;
  /** 1–255 characters. The same key and input give the same session. */
  idempotencyKey: string;
  /** At most 100 lines. */
  lines?: Array<OrderLineInput> | null | undefined;
  /** Language of the checkout, fr or en; the shop's if absent. */
  locale?: string | null | undefined;
  /** The merchant's own data, at most 4096 characters as JSON. */
  metadata?: Record<string, unknown> | null | undefined;
  /** The merchant's reference of the order, 1–64 characters. One payment per order. */
  orderId: string;
  /** Where the shopper goes back to: absolute https. */
  returnUrl?: string | null | undefined;
  /** Who pays, as far as the merchant knows. */
  shopper?: ShopperInput | null | undefined;
};

/** Nothing is needed. */
export type ExtendCheckoutInput = {
  /** Ignored: asking twice harms nobody. */
  idempotencyKey?: string | null | undefined;
};

/** An amount of money. */
export type MoneyInput = {
  /** Minor units of the currency. */
  amount: number;
  /** ISO 4217. */
  currency: string;
};

/** The best thing to do after a decline. */
export type NextStep =
  /** Ask the shop. */
  | 'CONTACT_SHOP'
  /** Nothing can be done in this session. */
  | 'NONE'
  /** Use another card. */
  | 'OTHER_CARD'
  /** Try the same card again. */
  | 'SAME_CARD_AGAIN'
  /** Correct what was entered. */
  | 'SAME_CARD_CORRECTED'
  /** The same card may work later; another one now. */
  | 'SAME_CARD_LATER';

/** Why an authentication gave no right to ask for the money. */
export type NotAuthenticatedReason =
  /** The shopper cancelled it. */
  | 'CANCELLED'
  /** The issuer did not recognise the shopper, or refuses. */
  | 'FAILED'
  /** Meanwhile the order was paid, or is being paid, in another session. */
  | 'ORDER_TAKEN'
  /** A technical fault. */
  | 'TECHNICAL'
  /** It was not ended in time. */
  | 'TIMED_OUT'
  /** The issuer or its directory could not be reached. */
  | 'UNREACHABLE';

/** One line of the order, shown to the shopper. */
export type OrderLineInput = {
  /** The line's amount in minor units of the session's currency. */
  amount: number;
  /** What it is, 1–200 characters. */
  label: string;
  /** How many, 1–999999. */
  quantity: number;
};

/** Where a payment session stands. */
export type PaymentSessionStatus =
  /** Cancelled by the shopper or by the shop before it was paid. */
  | 'CANCELLED'
  /** Its time ran out before it was paid. */
  | 'EXPIRED'
  /** Waiting for the shopper to enter a card. */
  | 'OPEN'
  /** One transaction of this session was authorised. */
  | 'PAID'
  /** An attempt is under way: being authenticated, authorised, reversed or reviewed. Never expires. */
  | 'PROCESSING'
  /** No attempt is left. */
  | 'REFUSED';

/** Why our own rules said no. (A no of the issuer is a decline: a transaction with status DECLINED.) */
export type RefusalCode =
  /** The amount is above what this member may cancel or refund at once; `limit` says how much that is. */
  | 'ABOVE_CEILING'
  /** The object is in a state that does not allow this; `possibleActions` says what is allowed. */
  | 'ACTION_NOT_POSSIBLE'
  /** The amount is zero, above the limit named in `limit`, or not one this currency has. */
  | 'AMOUNT_NOT_POSSIBLE'
  /** This card has to be authenticated by its bank (3-D Secure), which this till cannot ask for. */
  | 'AUTHENTICATION_NOT_POSSIBLE'
  /** The brand is not on this card, or the shop does not take it. */
  | 'BRAND_NOT_POSSIBLE'
  /** The capture plan needs other days: none for IMMEDIATE, 0–99 for DEFERRED, 1–99 for VALIDATION. */
  | 'CAPTURE_PLAN_INVALID'
  /** The expiry date lies in the past. */
  | 'CARD_EXPIRED'
  /** The shop takes no brand of this card, or nobody knows this card. */
  | 'CARD_NOT_ACCEPTED'
  /** After the last decline this card may not be tried again in this session. */
  | 'CARD_NOT_ALLOWED_AGAIN'
  /** The card number has been erased. */
  | 'CARD_NOT_KEPT'
  /** Not a card number: 12 to 19 digits with a check digit. */
  | 'CARD_NUMBER_INVALID'
  /** A card number cannot be searched for, because it is never stored in a way that could be: the last four digits can. */
  | 'CARD_NUMBER_NOT_SEARCHABLE'
  /** Too many different cards were declined here within minutes, from this address or of this issuer: the bank was not asked, and no money was taken. `limit` says how long it takes to calm down. */
  | 'CARD_TESTING_SUSPECTED'
  /** This card was tried ten times at this shop within thirty days. */
  | 'CARD_TRIED_TOO_OFTEN'
  /** The shop does not take this currency, or it is not the one of the object. */
  | 'CURRENCY_NOT_ACCEPTED'
  /** A member with this address cannot be invited: there is one already. */
  | 'EMAIL_NOT_POSSIBLE'
  /** A session lives from 5 minutes to 24 hours. */
  | 'EXPIRES_IN_INVALID'
  /** Not an expiry date: a month and a year, such as 03/28. */
  | 'EXPIRY_INVALID'
  /** A session may be extended ten times. */
  | 'EXTENSIONS_USED_UP'
  /** An idempotency key has 1 to 255 characters. */
  | 'IDEMPOTENCY_KEY_INVALID'
  /** This key was used with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A field of the input is not acceptable; `path` says which, `message` why. */
  | 'INPUT_INVALID'
  /** This invitation was used, withdrawn or has ended, or never was one. */
  | 'INVITATION_NOT_VALID'
  /** The same or another operation on this object is under way; ask again shortly. */
  | 'IN_FLIGHT'
  /** A shop keeps at least one member with the profile ACCOUNTANT who can sign in. */
  | 'LAST_ACCOUNTANT'
  /** The open remittance holds nothing. */
  | 'NOTHING_TO_REMIT'
  /** There is no such object, or it is not yours. */
  | 'NOT_FOUND'
  /** Another session of this order has been paid. */
  | 'ORDER_ALREADY_PAID'
  /** Another session of this order is being paid. */
  | 'ORDER_IN_PROGRESS'
  /** A password has 12 to 128 characters, is none that many people use, and does not hold the address. */
  | 'PASSWORD_NOT_ACCEPTED'
  /** Too many tries; ask again later. */
  | 'RATE_LIMITED'
  /** The answer would span too much time or have too many rows; `message` says how much is possible. */
  | 'RESULT_TOO_LARGE'
  /** The security code has three digits, on American Express four. */
  | 'SECURITY_CODE_INVALID'
  /** The session was cancelled. */
  | 'SESSION_CANCELLED'
  /** The session has expired. */
  | 'SESSION_EXPIRED'
  /** The session has been paid. */
  | 'SESSION_PAID'
  /** The session has no attempt left. */
  | 'SESSION_REFUSED'
  /** Address and password do not belong together, or this member may not sign in now. Nothing more is said on purpose. */
  | 'SIGN_IN_REFUSED'
  /** Only a shop in test mode has this. */
  | 'TEST_MODE_ONLY'
  /** Not an acceptable address: absolute, https (http on loopback in test mode), without credentials. */
  | 'URL_INVALID';

/** What the merchant knows of the person who pays. */
export type ShopperInput = {
  /** Country, two capital letters (ISO 3166). */
  country?: string | null | undefined;
  /** E-mail address, at most 254 characters. */
  email?: string | null | undefined;
  /** Name, at most 200 characters. */
  name?: string | null | undefined;
  /** Telephone number, at most 40 characters. */
  phone?: string | null | undefined;
};

/** A card to pay with. */
export type SubmitCardInput = {
  /** The shopper's choice on a card with several brands; the shop's preference if absent. */
  brand?: Brand | null | undefined;
  /** What the browser says of itself. */
  browser?: BrowserInput | null | undefined;
  /** MM/YY; absent with sameCard. */
  expiry?: string | null | undefined;
  /** Name on the card, at most 45 characters. */
  holderName?: string | null | undefined;
  /** 1–255 characters. A repeated key and input never pays twice. */
  idempotencyKey: string;
  /** Card number, 12–19 digits with any separators; absent with sameCard. */
  number?: string | null | undefined;
  /** Use the card of the last attempt again, with a new security code. */
  sameCard?: boolean | null | undefined;
  /** Whether the shopper consents to later payments with this card. */
  saveCard?: boolean | null | undefined;
  /** Three digits, on American Express four. Never stored. */
  securityCode?: string | null | undefined;
};

export type CheckoutFieldsFragment = { id: string, step: CheckoutStep, status: PaymentSessionStatus, orderId: string, locale: string, testMode: boolean, brands: Array<Brand>, attemptsLeft: number, expiresAt: string, secondsLeft: number, extensionsLeft: number, returnTo: string | null, cancelTo: string | null, lastAttemptReversed: boolean, shop: { name: string, branding: { logoUrl: string | null, accentColour: string | null } }, amount: { fr: string, en: string }, lines: Array<{ label: string, quantity: number, amount: { fr: string, en: string } }>, sameCard: { masked: string, brand: Brand, expiry: string } | null, decline: { title: string, explanation: string, moneyTaken: boolean, nextStep: NextStep } | null, method: { url: string, data: string } | null, challenge: { acsUrl: string, creq: string, sessionData: string, expiresAt: string } | null, notAuthenticated: { reason: NotAuthenticatedReason } | null, unknown: { reference: string } | null, ticket: { reference: string, shopName: string, contractNumber: string, createdAtText: string, brand: Brand, masked: string, authorisationCode: string | null, capturePlan: CapturePlan, captureDay: string | null, authenticated: boolean, testMode: boolean, amount: { fr: string, en: string } } | null };

export type CheckoutQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;


export type CheckoutQuery = { checkout: { id: string, step: CheckoutStep, status: PaymentSessionStatus, orderId: string, locale: string, testMode: boolean, brands: Array<Brand>, attemptsLeft: number, expiresAt: string, secondsLeft: number, extensionsLeft: number, returnTo: string | null, cancelTo: string | null, lastAttemptReversed: boolean, shop: { name: string, branding: { logoUrl: string | null, accentColour: string | null } }, amount: { fr: string, en: string }, lines: Array<{ label: string, quantity: number, amount: { fr: string, en: string } }>, sameCard: { masked: string, brand: Brand, expiry: string } | null, decline: { title: string, explanation: string, moneyTaken: boolean, nextStep: NextStep } | null, method: { url: string, data: string } | null, challenge: { acsUrl: string, creq: string, sessionData: string, expiresAt: string } | null, notAuthenticated: { reason: NotAuthenticatedReason } | null, unknown: { reference: string } | null, ticket: { reference: string, shopName: string, contractNumber: string, createdAtText: string, brand: Brand, masked: string, authorisationCode: string | null, capturePlan: CapturePlan, captureDay: string | null, authenticated: boolean, testMode: boolean, amount: { fr: string, en: string } } | null } | null };

export type CardBrandsQueryVariables = Exact<{
  prefix: string;
}>;


export type CardBrandsQuery = { checkout: { id: string, cardBrands: Array<Brand> } | null };

export type SubmitCardMutationVariables = Exact<{
  input: SubmitCardInput;
}>;


export type SubmitCardMutation = { submitCard:
    | { __typename: 'CheckoutSession' }
    | { __typename: 'Refusal', code: RefusalCode, path: string | null }
   };

export type ExtendCheckoutMutationVariables = Exact<{
  input: ExtendCheckoutInput;
}>;


export type ExtendCheckoutMutation = { extendCheckout:
    | { __typename: 'CheckoutSession' }
    | { __typename: 'Refusal', code: RefusalCode, path: string | null }
   };

export type CancelCheckoutMutationVariables = Exact<{
  input: CancelCheckoutInput;
}>;


export type CancelCheckoutMutation = { cancelCheckout:
    | { __typename: 'CheckoutSession' }
    | { __typename: 'Refusal', code: RefusalCode, path: string | null }
   };

export type CompleteMethodMutationVariables = Exact<{
  input: CompleteMethodInput;
}>;


export type CompleteMethodMutation = { completeMethod:
    | { __typename: 'CheckoutSession' }
    | { __typename: 'Refusal', code: RefusalCode, path: string | null }
   };

export type CompleteChallengeMutationVariables = Exact<{
  input: CompleteChallengeInput;
}>;


export type CompleteChallengeMutation = { completeChallenge:
    | { __typename: 'CheckoutSession', step: CheckoutStep }
    | { __typename: 'Refusal', code: RefusalCode, path: string | null }
   };

export type AbandonAuthenticationMutationVariables = Exact<{ [key: string]: never; }>;


export type AbandonAuthenticationMutation = { abandonAuthentication:
    | { __typename: 'CheckoutSession' }
    | { __typename: 'Refusal', code: RefusalCode, path: string | null }
   };

export type CreateDemoSessionMutationVariables = Exact<{
  input: CreatePaymentSessionInput;
}>;


export type CreateDemoSessionMutation = { createPaymentSession:
    | { __typename: 'PaymentSession', id: string, checkoutUrl: string }
    | { __typename: 'Refusal', code: RefusalCode, message: string, path: string | null }
   };

export const CheckoutFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CheckoutFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CheckoutSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"testMode"}},{"kind":"Field","name":{"kind":"Name","value":"brands"}},{"kind":"Field","name":{"kind":"Name","value":"attemptsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"secondsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"extensionsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"returnTo"}},{"kind":"Field","name":{"kind":"Name","value":"cancelTo"}},{"kind":"Field","name":{"kind":"Name","value":"shop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"branding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"logoUrl"}},{"kind":"Field","name":{"kind":"Name","value":"accentColour"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"fr"},"name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"fr","block":false}}]},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"en","block":false}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"fr"},"name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"fr","block":false}}]},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"en","block":false}}]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sameCard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"masked"}},{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"expiry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"moneyTaken"}},{"kind":"Field","name":{"kind":"Name","value":"nextStep"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastAttemptReversed"}},{"kind":"Field","name":{"kind":"Name","value":"method"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"data"}}]}},{"kind":"Field","name":{"kind":"Name","value":"challenge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acsUrl"}},{"kind":"Field","name":{"kind":"Name","value":"creq"}},{"kind":"Field","name":{"kind":"Name","value":"sessionData"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notAuthenticated"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unknown"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ticket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"shopName"}},{"kind":"Field","name":{"kind":"Name","value":"contractNumber"}},{"kind":"Field","name":{"kind":"Name","value":"createdAtText"}},{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"masked"}},{"kind":"Field","name":{"kind":"Name","value":"authorisationCode"}},{"kind":"Field","name":{"kind":"Name","value":"capturePlan"}},{"kind":"Field","name":{"kind":"Name","value":"captureDay"}},{"kind":"Field","name":{"kind":"Name","value":"authenticated"}},{"kind":"Field","name":{"kind":"Name","value":"testMode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"fr"},"name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"fr","block":false}}]},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"en","block":false}}]}]}}]}}]}}]} as unknown as DocumentNode<CheckoutFieldsFragment, unknown>;
export const CheckoutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Checkout"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"locale"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkout"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CheckoutFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CheckoutFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CheckoutSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"testMode"}},{"kind":"Field","name":{"kind":"Name","value":"brands"}},{"kind":"Field","name":{"kind":"Name","value":"attemptsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"secondsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"extensionsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"returnTo"}},{"kind":"Field","name":{"kind":"Name","value":"cancelTo"}},{"kind":"Field","name":{"kind":"Name","value":"shop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"branding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"logoUrl"}},{"kind":"Field","name":{"kind":"Name","value":"accentColour"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"fr"},"name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"fr","block":false}}]},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"en","block":false}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"fr"},"name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"fr","block":false}}]},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"en","block":false}}]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sameCard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"masked"}},{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"expiry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"moneyTaken"}},{"kind":"Field","name":{"kind":"Name","value":"nextStep"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastAttemptReversed"}},{"kind":"Field","name":{"kind":"Name","value":"method"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"data"}}]}},{"kind":"Field","name":{"kind":"Name","value":"challenge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acsUrl"}},{"kind":"Field","name":{"kind":"Name","value":"creq"}},{"kind":"Field","name":{"kind":"Name","value":"sessionData"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notAuthenticated"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unknown"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ticket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"shopName"}},{"kind":"Field","name":{"kind":"Name","value":"contractNumber"}},{"kind":"Field","name":{"kind":"Name","value":"createdAtText"}},{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"masked"}},{"kind":"Field","name":{"kind":"Name","value":"authorisationCode"}},{"kind":"Field","name":{"kind":"Name","value":"capturePlan"}},{"kind":"Field","name":{"kind":"Name","value":"captureDay"}},{"kind":"Field","name":{"kind":"Name","value":"authenticated"}},{"kind":"Field","name":{"kind":"Name","value":"testMode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"fr"},"name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"fr","block":false}}]},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"en","block":false}}]}]}}]}}]}}]} as unknown as DocumentNode<CheckoutQuery, CheckoutQueryVariables>;
export const CardBrandsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CardBrands"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"prefix"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkout"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"cardBrands"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"prefix"},"value":{"kind":"Variable","name":{"kind":"Name","value":"prefix"}}}]}]}}]}}]} as unknown as DocumentNode<CardBrandsQuery, CardBrandsQueryVariables>;
export const SubmitCardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitCard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitCardInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitCard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitCardMutation, SubmitCardMutationVariables>;
export const ExtendCheckoutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExtendCheckout"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExtendCheckoutInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"extendCheckout"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ExtendCheckoutMutation, ExtendCheckoutMutationVariables>;
export const CancelCheckoutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelCheckout"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelCheckoutInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelCheckout"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CancelCheckoutMutation, CancelCheckoutMutationVariables>;
export const CompleteMethodDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteMethod"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteMethodInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeMethod"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CompleteMethodMutation, CompleteMethodMutationVariables>;
export const CompleteChallengeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteChallenge"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteChallengeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeChallenge"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CheckoutSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CompleteChallengeMutation, CompleteChallengeMutationVariables>;
export const AbandonAuthenticationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AbandonAuthentication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"abandonAuthentication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<AbandonAuthenticationMutation, AbandonAuthenticationMutationVariables>;
export const CreateDemoSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateDemoSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePaymentSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPaymentSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"checkoutUrl"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateDemoSessionMutation, CreateDemoSessionMutationVariables>;