/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Brand =
  | 'AMEX'
  | 'CB'
  | 'MAESTRO'
  | 'MASTERCARD'
  | 'VISA';

export type BrowserInput = {
  acceptHeader?: string | null | undefined;
  colourDepth?: number | null | undefined;
  ip?: string | null | undefined;
  javaScript?: boolean | null | undefined;
  language?: string | null | undefined;
  screenHeight?: number | null | undefined;
  screenWidth?: number | null | undefined;
  timeZoneOffset_min?: number | null | undefined;
  userAgent?: string | null | undefined;
};

export type CancelCheckoutInput = {
  idempotencyKey?: string | null | undefined;
};

export type CapturePlan =
  | 'DEFERRED'
  | 'IMMEDIATE'
  | 'VALIDATION';

export type CapturePlanInput = {
  days?: number | null | undefined;
  plan: CapturePlan;
};

export type CheckoutStep =
  | 'CARD'
  | 'CHALLENGE'
  | 'DECLINED'
  | 'ENDED'
  | 'METHOD'
  | 'NOT_AUTHENTICATED'
  | 'PROCESSING'
  | 'REVIEW'
  | 'TICKET'
  | 'UNKNOWN';

export type CreatePaymentSessionInput = {
  amount: MoneyInput;
  cancelUrl?: string | null | undefined;
  capture?: CapturePlanInput | null | undefined;
  expiresInSeconds?: number | null | undefined;
  idempotencyKey: string;
  lines?: Array<OrderLineInput> | null | undefined;
  locale?: string | null | undefined;
  metadata?: Record<string, unknown> | null | undefined;
  orderId: string;
  returnUrl?: string | null | undefined;
  shopper?: ShopperInput | null | undefined;
};

export type ExtendCheckoutInput = {
  idempotencyKey?: string | null | undefined;
};

export type MoneyInput = {
  amount: number;
  currency: string;
};

export type NextStep =
  | 'CONTACT_SHOP'
  | 'NONE'
  | 'OTHER_CARD'
  | 'SAME_CARD_AGAIN'
  | 'SAME_CARD_CORRECTED'
  | 'SAME_CARD_LATER';

export type OrderLineInput = {
  amount: number;
  label: string;
  quantity: number;
};

export type PaymentSessionStatus =
  | 'CANCELLED'
  | 'EXPIRED'
  | 'OPEN'
  | 'PAID'
  | 'PROCESSING'
  | 'REFUSED';

export type RefusalCode =
  | 'ACTION_NOT_POSSIBLE'
  | 'AMOUNT_NOT_POSSIBLE'
  | 'AUTHENTICATION_NOT_POSSIBLE'
  | 'BRAND_NOT_POSSIBLE'
  | 'CAPTURE_PLAN_INVALID'
  | 'CARD_EXPIRED'
  | 'CARD_NOT_ACCEPTED'
  | 'CARD_NOT_ALLOWED_AGAIN'
  | 'CARD_NOT_KEPT'
  | 'CARD_NUMBER_INVALID'
  | 'CARD_TRIED_TOO_OFTEN'
  | 'CURRENCY_NOT_ACCEPTED'
  | 'EXPIRES_IN_INVALID'
  | 'EXPIRY_INVALID'
  | 'EXTENSIONS_USED_UP'
  | 'IDEMPOTENCY_KEY_INVALID'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'INPUT_INVALID'
  | 'IN_FLIGHT'
  | 'NOTHING_TO_REMIT'
  | 'NOT_FOUND'
  | 'ORDER_ALREADY_PAID'
  | 'ORDER_IN_PROGRESS'
  | 'RATE_LIMITED'
  | 'SECURITY_CODE_INVALID'
  | 'SESSION_CANCELLED'
  | 'SESSION_EXPIRED'
  | 'SESSION_PAID'
  | 'SESSION_REFUSED'
  | 'TEST_MODE_ONLY'
  | 'URL_INVALID';

export type ShopperInput = {
  country?: string | null | undefined;
  email?: string | null | undefined;
  name?: string | null | undefined;
  phone?: string | null | undefined;
};

export type SubmitCardInput = {
  /** The shopper's choice on a co-badged card; absent = the shop's preference. */
  brand?: Brand | null | undefined;
  browser?: BrowserInput | null | undefined;
  /** MM/YY; absent with sameCard. */
  expiry?: string | null | undefined;
  holderName?: string | null | undefined;
  idempotencyKey: string;
  /** Digits with any separators; absent with sameCard. */
  number?: string | null | undefined;
  sameCard?: boolean | null | undefined;
  saveCard?: boolean | null | undefined;
  securityCode?: string | null | undefined;
};

export type CheckoutFieldsFragment = { id: string, step: CheckoutStep, status: PaymentSessionStatus, orderId: string, locale: string, testMode: boolean, brands: Array<Brand>, attemptsLeft: number, secondsLeft: number, extensionsLeft: number, returnTo: string | null, cancelTo: string | null, shop: { name: string, branding: { logoUrl: string | null, accentColour: string | null } }, amount: { formatted: string }, lines: Array<{ label: string, quantity: number, amount: { formatted: string } }>, sameCard: { masked: string, brand: Brand, expiry: string } | null, decline: { title: string, explanation: string, moneyTaken: boolean, nextStep: NextStep } | null, notAuthenticated: { reason: string } | null, unknown: { reference: string, explanation: string } | null, ticket: { reference: string, shopName: string, contractNumber: string, createdAtText: string, brand: Brand, masked: string, authorisationCode: string | null, capturePlan: CapturePlan, captureDay: string | null, authenticated: boolean, testMode: boolean, amount: { formatted: string } } | null };

export type CheckoutQueryVariables = Exact<{
  language?: string | null | undefined;
}>;


export type CheckoutQuery = { checkout: { id: string, step: CheckoutStep, status: PaymentSessionStatus, orderId: string, locale: string, testMode: boolean, brands: Array<Brand>, attemptsLeft: number, secondsLeft: number, extensionsLeft: number, returnTo: string | null, cancelTo: string | null, shop: { name: string, branding: { logoUrl: string | null, accentColour: string | null } }, amount: { formatted: string }, lines: Array<{ label: string, quantity: number, amount: { formatted: string } }>, sameCard: { masked: string, brand: Brand, expiry: string } | null, decline: { title: string, explanation: string, moneyTaken: boolean, nextStep: NextStep } | null, notAuthenticated: { reason: string } | null, unknown: { reference: string, explanation: string } | null, ticket: { reference: string, shopName: string, contractNumber: string, createdAtText: string, brand: Brand, masked: string, authorisationCode: string | null, capturePlan: CapturePlan, captureDay: string | null, authenticated: boolean, testMode: boolean, amount: { formatted: string } } | null } | null };

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

export type CreateDemoSessionMutationVariables = Exact<{
  input: CreatePaymentSessionInput;
}>;


export type CreateDemoSessionMutation = { createPaymentSession:
    | { __typename: 'PaymentSession', id: string, checkoutUrl: string }
    | { __typename: 'Refusal', code: RefusalCode, message: string, path: string | null }
   };

export const CheckoutFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CheckoutFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CheckoutSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"testMode"}},{"kind":"Field","name":{"kind":"Name","value":"brands"}},{"kind":"Field","name":{"kind":"Name","value":"attemptsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"secondsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"extensionsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"returnTo"}},{"kind":"Field","name":{"kind":"Name","value":"cancelTo"}},{"kind":"Field","name":{"kind":"Name","value":"shop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"branding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"logoUrl"}},{"kind":"Field","name":{"kind":"Name","value":"accentColour"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sameCard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"masked"}},{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"expiry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"moneyTaken"}},{"kind":"Field","name":{"kind":"Name","value":"nextStep"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notAuthenticated"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unknown"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"shopName"}},{"kind":"Field","name":{"kind":"Name","value":"contractNumber"}},{"kind":"Field","name":{"kind":"Name","value":"createdAtText"}},{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"masked"}},{"kind":"Field","name":{"kind":"Name","value":"authorisationCode"}},{"kind":"Field","name":{"kind":"Name","value":"capturePlan"}},{"kind":"Field","name":{"kind":"Name","value":"captureDay"}},{"kind":"Field","name":{"kind":"Name","value":"authenticated"}},{"kind":"Field","name":{"kind":"Name","value":"testMode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}}]}}]}}]} as unknown as DocumentNode<CheckoutFieldsFragment, unknown>;
export const CheckoutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Checkout"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkout"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CheckoutFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CheckoutFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CheckoutSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"testMode"}},{"kind":"Field","name":{"kind":"Name","value":"brands"}},{"kind":"Field","name":{"kind":"Name","value":"attemptsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"secondsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"extensionsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"returnTo"}},{"kind":"Field","name":{"kind":"Name","value":"cancelTo"}},{"kind":"Field","name":{"kind":"Name","value":"shop"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"branding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"logoUrl"}},{"kind":"Field","name":{"kind":"Name","value":"accentColour"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sameCard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"masked"}},{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"expiry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"moneyTaken"}},{"kind":"Field","name":{"kind":"Name","value":"nextStep"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notAuthenticated"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unknown"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"shopName"}},{"kind":"Field","name":{"kind":"Name","value":"contractNumber"}},{"kind":"Field","name":{"kind":"Name","value":"createdAtText"}},{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"masked"}},{"kind":"Field","name":{"kind":"Name","value":"authorisationCode"}},{"kind":"Field","name":{"kind":"Name","value":"capturePlan"}},{"kind":"Field","name":{"kind":"Name","value":"captureDay"}},{"kind":"Field","name":{"kind":"Name","value":"authenticated"}},{"kind":"Field","name":{"kind":"Name","value":"testMode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}]}}]}}]}}]} as unknown as DocumentNode<CheckoutQuery, CheckoutQueryVariables>;
export const CardBrandsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CardBrands"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"prefix"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkout"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"cardBrands"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"prefix"},"value":{"kind":"Variable","name":{"kind":"Name","value":"prefix"}}}]}]}}]}}]} as unknown as DocumentNode<CardBrandsQuery, CardBrandsQueryVariables>;
export const SubmitCardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitCard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitCardInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitCard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitCardMutation, SubmitCardMutationVariables>;
export const ExtendCheckoutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExtendCheckout"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExtendCheckoutInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"extendCheckout"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ExtendCheckoutMutation, ExtendCheckoutMutationVariables>;
export const CancelCheckoutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelCheckout"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelCheckoutInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelCheckout"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CancelCheckoutMutation, CancelCheckoutMutationVariables>;
export const CreateDemoSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateDemoSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePaymentSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPaymentSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"checkoutUrl"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateDemoSessionMutation, CreateDemoSessionMutationVariables>;