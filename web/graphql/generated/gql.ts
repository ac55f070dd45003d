/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment CheckoutFields on CheckoutSession {\n    id\n    step\n    status\n    orderId\n    locale\n    testMode\n    brands\n    attemptsLeft\n    expiresAt\n    secondsLeft\n    extensionsLeft\n    returnTo\n    cancelTo\n    shop {\n      name\n      branding {\n        logoUrl\n        accentColour\n      }\n    }\n    amount {\n      fr: formatted(locale: \"fr\")\n      en: formatted(locale: \"en\")\n    }\n    lines {\n      label\n      quantity\n      amount {\n        fr: formatted(locale: \"fr\")\n        en: formatted(locale: \"en\")\n      }\n    }\n    sameCard {\n      masked\n      brand\n      expiry\n    }\n    decline(locale: $locale) {\n      title\n      explanation\n      moneyTaken\n      nextStep\n    }\n    lastAttemptReversed\n    method {\n      url\n      data\n    }\n    challenge {\n      acsUrl\n      creq\n      sessionData\n      expiresAt\n    }\n    notAuthenticated {\n      reason\n    }\n    unknown {\n      reference\n    }\n    ticket(locale: $locale) {\n      reference\n      shopName\n      contractNumber\n      createdAtText\n      brand\n      masked\n      authorisationCode\n      capturePlan\n      captureDay\n      authenticated\n      testMode\n      amount {\n        fr: formatted(locale: \"fr\")\n        en: formatted(locale: \"en\")\n      }\n    }\n  }\n": typeof types.CheckoutFieldsFragmentDoc,
    "\n  query Checkout($locale: String) {\n    checkout {\n      ...CheckoutFields\n    }\n  }\n": typeof types.CheckoutDocument,
    "\n  query CardBrands($prefix: String!) {\n    checkout {\n      id\n      cardBrands(prefix: $prefix)\n    }\n  }\n": typeof types.CardBrandsDocument,
    "\n  mutation SubmitCard($input: SubmitCardInput!) {\n    submitCard(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": typeof types.SubmitCardDocument,
    "\n  mutation ExtendCheckout($input: ExtendCheckoutInput!) {\n    extendCheckout(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": typeof types.ExtendCheckoutDocument,
    "\n  mutation CancelCheckout($input: CancelCheckoutInput!) {\n    cancelCheckout(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": typeof types.CancelCheckoutDocument,
    "\n  mutation CompleteMethod($input: CompleteMethodInput!) {\n    completeMethod(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": typeof types.CompleteMethodDocument,
    "\n  mutation CompleteChallenge($input: CompleteChallengeInput!) {\n    completeChallenge(input: $input) {\n      __typename\n      ... on CheckoutSession {\n        step\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": typeof types.CompleteChallengeDocument,
    "\n  mutation AbandonAuthentication {\n    abandonAuthentication {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": typeof types.AbandonAuthenticationDocument,
    "\n  mutation CreateDemoSession($input: CreatePaymentSessionInput!) {\n    createPaymentSession(input: $input) {\n      __typename\n      ... on PaymentSession {\n        id\n        checkoutUrl\n      }\n      ... on Refusal {\n        code\n        message\n        path\n      }\n    }\n  }\n": typeof types.CreateDemoSessionDocument,
};
const documents: Documents = {
    "\n  fragment CheckoutFields on CheckoutSession {\n    id\n    step\n    status\n    orderId\n    locale\n    testMode\n    brands\n    attemptsLeft\n    expiresAt\n    secondsLeft\n    extensionsLeft\n    returnTo\n    cancelTo\n    shop {\n      name\n      branding {\n        logoUrl\n        accentColour\n      }\n    }\n    amount {\n      fr: formatted(locale: \"fr\")\n      en: formatted(locale: \"en\")\n    }\n    lines {\n      label\n      quantity\n      amount {\n        fr: formatted(locale: \"fr\")\n        en: formatted(locale: \"en\")\n      }\n    }\n    sameCard {\n      masked\n      brand\n      expiry\n    }\n    decline(locale: $locale) {\n      title\n      explanation\n      moneyTaken\n      nextStep\n    }\n    lastAttemptReversed\n    method {\n      url\n      data\n    }\n    challenge {\n      acsUrl\n      creq\n      sessionData\n      expiresAt\n    }\n    notAuthenticated {\n      reason\n    }\n    unknown {\n      reference\n    }\n    ticket(locale: $locale) {\n      reference\n      shopName\n      contractNumber\n      createdAtText\n      brand\n      masked\n      authorisationCode\n      capturePlan\n      captureDay\n      authenticated\n      testMode\n      amount {\n        fr: formatted(locale: \"fr\")\n        en: formatted(locale: \"en\")\n      }\n    }\n  }\n": types.CheckoutFieldsFragmentDoc,
    "\n  query Checkout($locale: String) {\n    checkout {\n      ...CheckoutFields\n    }\n  }\n": types.CheckoutDocument,
    "\n  query CardBrands($prefix: String!) {\n    checkout {\n      id\n      cardBrands(prefix: $prefix)\n    }\n  }\n": types.CardBrandsDocument,
    "\n  mutation SubmitCard($input: SubmitCardInput!) {\n    submitCard(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": types.SubmitCardDocument,
    "\n  mutation ExtendCheckout($input: ExtendCheckoutInput!) {\n    extendCheckout(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": types.ExtendCheckoutDocument,
    "\n  mutation CancelCheckout($input: CancelCheckoutInput!) {\n    cancelCheckout(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": types.CancelCheckoutDocument,
    "\n  mutation CompleteMethod($input: CompleteMethodInput!) {\n    completeMethod(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": types.CompleteMethodDocument,
    "\n  mutation CompleteChallenge($input: CompleteChallengeInput!) {\n    completeChallenge(input: $input) {\n      __typename\n      ... on CheckoutSession {\n        step\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": types.CompleteChallengeDocument,
    "\n  mutation AbandonAuthentication {\n    abandonAuthentication {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": types.AbandonAuthenticationDocument,
    "\n  mutation CreateDemoSession($input: CreatePaymentSessionInput!) {\n    createPaymentSession(input: $input) {\n      __typename\n      ... on PaymentSession {\n        id\n        checkoutUrl\n      }\n      ... on Refusal {\n        code\n        message\n        path\n      }\n    }\n  }\n": types.CreateDemoSessionDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CheckoutFields on CheckoutSession {\n    id\n    step\n    status\n    orderId\n    locale\n    testMode\n    brands\n    attemptsLeft\n    expiresAt\n    secondsLeft\n    extensionsLeft\n    returnTo\n    cancelTo\n    shop {\n      name\n      branding {\n        logoUrl\n        accentColour\n      }\n    }\n    amount {\n      fr: formatted(locale: \"fr\")\n      en: formatted(locale: \"en\")\n    }\n    lines {\n      label\n      quantity\n      amount {\n        fr: formatted(locale: \"fr\")\n        en: formatted(locale: \"en\")\n      }\n    }\n    sameCard {\n      masked\n      brand\n      expiry\n    }\n    decline(locale: $locale) {\n      title\n      explanation\n      moneyTaken\n      nextStep\n    }\n    lastAttemptReversed\n    method {\n      url\n      data\n    }\n    challenge {\n      acsUrl\n      creq\n      sessionData\n      expiresAt\n    }\n    notAuthenticated {\n      reason\n    }\n    unknown {\n      reference\n    }\n    ticket(locale: $locale) {\n      reference\n      shopName\n      contractNumber\n      createdAtText\n      brand\n      masked\n      authorisationCode\n      capturePlan\n      captureDay\n      authenticated\n      testMode\n      amount {\n        fr: formatted(locale: \"fr\")\n        en: formatted(locale: \"en\")\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment CheckoutFields on CheckoutSession {\n    id\n    step\n    status\n    orderId\n    locale\n    testMode\n    brands\n    attemptsLeft\n    expiresAt\n    secondsLeft\n    extensionsLeft\n    returnTo\n    cancelTo\n    shop {\n      name\n      branding {\n        logoUrl\n        accentColour\n      }\n    }\n    amount {\n      fr: formatted(locale: \"fr\")\n      en: formatted(locale: \"en\")\n    }\n    lines {\n      label\n      quantity\n      amount {\n        fr: formatted(locale: \"fr\")\n        en: formatted(locale: \"en\")\n      }\n    }\n    sameCard {\n      masked\n      brand\n      expiry\n    }\n    decline(locale: $locale) {\n      title\n      explanation\n      moneyTaken\n      nextStep\n    }\n    lastAttemptReversed\n    method {\n      url\n      data\n    }\n    challenge {\n      acsUrl\n      creq\n      sessionData\n      expiresAt\n    }\n    notAuthenticated {\n      reason\n    }\n    unknown {\n      reference\n    }\n    ticket(locale: $locale) {\n      reference\n      shopName\n      contractNumber\n      createdAtText\n      brand\n      masked\n      authorisationCode\n      capturePlan\n      captureDay\n      authenticated\n      testMode\n      amount {\n        fr: formatted(locale: \"fr\")\n        en: formatted(locale: \"en\")\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Checkout($locale: String) {\n    checkout {\n      ...CheckoutFields\n    }\n  }\n"): (typeof documents)["\n  query Checkout($locale: String) {\n    checkout {\n      ...CheckoutFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CardBrands($prefix: String!) {\n    checkout {\n      id\n      cardBrands(prefix: $prefix)\n    }\n  }\n"): (typeof documents)["\n  query CardBrands($prefix: String!) {\n    checkout {\n      id\n      cardBrands(prefix: $prefix)\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SubmitCard($input: SubmitCardInput!) {\n    submitCard(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SubmitCard($input: SubmitCardInput!) {\n    submitCard(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExtendCheckout($input: ExtendCheckoutInput!) {\n    extendCheckout(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ExtendCheckout($input: ExtendCheckoutInput!) {\n    extendCheckout(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelCheckout($input: CancelCheckoutInput!) {\n    cancelCheckout(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelCheckout($input: CancelCheckoutInput!) {\n    cancelCheckout(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteMethod($input: CompleteMethodInput!) {\n    completeMethod(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteMethod($input: CompleteMethodInput!) {\n    completeMethod(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteChallenge($input: CompleteChallengeInput!) {\n    completeChallenge(input: $input) {\n      __typename\n      ... on CheckoutSession {\n        step\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteChallenge($input: CompleteChallengeInput!) {\n    completeChallenge(input: $input) {\n      __typename\n      ... on CheckoutSession {\n        step\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AbandonAuthentication {\n    abandonAuthentication {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AbandonAuthentication {\n    abandonAuthentication {\n      __typename\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateDemoSession($input: CreatePaymentSessionInput!) {\n    createPaymentSession(input: $input) {\n      __typename\n      ... on PaymentSession {\n        id\n        checkoutUrl\n      }\n      ... on Refusal {\n        code\n        message\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateDemoSession($input: CreatePaymentSessionInput!) {\n    createPaymentSession(input: $input) {\n      __typename\n      ... on PaymentSession {\n        id\n        checkoutUrl\n      }\n      ... on Refusal {\n        code\n        message\n        path\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;