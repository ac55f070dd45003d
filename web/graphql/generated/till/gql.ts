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
    "\n  mutation TillSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on Member {\n        id\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.TillSignInDocument,
    "\n  query TillInvitation($token: String!) {\n    invitation(token: $token) {\n      email\n      shopName\n      profile\n      endsAt\n    }\n  }\n": typeof types.TillInvitationDocument,
    "\n  mutation TillAcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      __typename\n      ... on Member {\n        email\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.TillAcceptInvitationDocument,
    "\n  fragment TillRow on Transaction {\n    id\n    reference\n    orderId\n    status\n    createdAt\n    updatedAt\n    amount {\n      amount\n      currency\n      formatted(locale: $locale)\n    }\n    amounts {\n      captured {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n      refunded {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n      refundPending {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n    }\n    card {\n      masked\n      brand\n    }\n    authentication {\n      outcome\n      liability\n    }\n    decline {\n      code\n    }\n    capture {\n      plan\n      day\n      deadline\n      heldBecause\n    }\n  }\n": typeof types.TillRowFragmentDoc,
    "\n  query TillShell {\n    feedCursor\n    me {\n      id\n      email\n      profile\n      lastSignInAt\n      signInEndsAt\n      shop {\n        id\n        name\n        mode\n        timeZone\n        cutOff\n        now\n        currencies\n        operatorCeiling\n      }\n    }\n  }\n": typeof types.TillShellDocument,
    "\n  query TillStay {\n    me {\n      id\n    }\n  }\n": typeof types.TillStayDocument,
    "\n  mutation TillSignOut {\n    signOut {\n      __typename\n    }\n  }\n": typeof types.TillSignOutDocument,
    "\n  mutation TillSignOutEverywhere {\n    signOutEverywhere {\n      __typename\n    }\n  }\n": typeof types.TillSignOutEverywhereDocument,
    "\n  subscription TillFeed($after: String, $locale: String!) {\n    transactionEvents(after: $after) {\n      id\n      cursor\n      transaction {\n        ...TillRow\n      }\n    }\n  }\n": typeof types.TillFeedDocument,
    "\n  query TillTransactions($filter: TransactionFilter, $first: Int!, $after: String, $locale: String!) {\n    transactions(filter: $filter, first: $first, after: $after) {\n      edges {\n        node {\n          ...TillRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.TillTransactionsDocument,
    "\n  query TillTransactionIds($filter: TransactionFilter, $first: Int!) {\n    transactions(filter: $filter, first: $first) {\n      edges {\n        node {\n          id\n        }\n      }\n    }\n  }\n": typeof types.TillTransactionIdsDocument,
};
const documents: Documents = {
    "\n  mutation TillSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on Member {\n        id\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.TillSignInDocument,
    "\n  query TillInvitation($token: String!) {\n    invitation(token: $token) {\n      email\n      shopName\n      profile\n      endsAt\n    }\n  }\n": types.TillInvitationDocument,
    "\n  mutation TillAcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      __typename\n      ... on Member {\n        email\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.TillAcceptInvitationDocument,
    "\n  fragment TillRow on Transaction {\n    id\n    reference\n    orderId\n    status\n    createdAt\n    updatedAt\n    amount {\n      amount\n      currency\n      formatted(locale: $locale)\n    }\n    amounts {\n      captured {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n      refunded {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n      refundPending {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n    }\n    card {\n      masked\n      brand\n    }\n    authentication {\n      outcome\n      liability\n    }\n    decline {\n      code\n    }\n    capture {\n      plan\n      day\n      deadline\n      heldBecause\n    }\n  }\n": types.TillRowFragmentDoc,
    "\n  query TillShell {\n    feedCursor\n    me {\n      id\n      email\n      profile\n      lastSignInAt\n      signInEndsAt\n      shop {\n        id\n        name\n        mode\n        timeZone\n        cutOff\n        now\n        currencies\n        operatorCeiling\n      }\n    }\n  }\n": types.TillShellDocument,
    "\n  query TillStay {\n    me {\n      id\n    }\n  }\n": types.TillStayDocument,
    "\n  mutation TillSignOut {\n    signOut {\n      __typename\n    }\n  }\n": types.TillSignOutDocument,
    "\n  mutation TillSignOutEverywhere {\n    signOutEverywhere {\n      __typename\n    }\n  }\n": types.TillSignOutEverywhereDocument,
    "\n  subscription TillFeed($after: String, $locale: String!) {\n    transactionEvents(after: $after) {\n      id\n      cursor\n      transaction {\n        ...TillRow\n      }\n    }\n  }\n": types.TillFeedDocument,
    "\n  query TillTransactions($filter: TransactionFilter, $first: Int!, $after: String, $locale: String!) {\n    transactions(filter: $filter, first: $first, after: $after) {\n      edges {\n        node {\n          ...TillRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.TillTransactionsDocument,
    "\n  query TillTransactionIds($filter: TransactionFilter, $first: Int!) {\n    transactions(filter: $filter, first: $first) {\n      edges {\n        node {\n          id\n        }\n      }\n    }\n  }\n": types.TillTransactionIdsDocument,
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
export function graphql(source: "\n  mutation TillSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on Member {\n        id\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TillSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on Member {\n        id\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillInvitation($token: String!) {\n    invitation(token: $token) {\n      email\n      shopName\n      profile\n      endsAt\n    }\n  }\n"): (typeof documents)["\n  query TillInvitation($token: String!) {\n    invitation(token: $token) {\n      email\n      shopName\n      profile\n      endsAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillAcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      __typename\n      ... on Member {\n        email\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TillAcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      __typename\n      ... on Member {\n        email\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TillRow on Transaction {\n    id\n    reference\n    orderId\n    status\n    createdAt\n    updatedAt\n    amount {\n      amount\n      currency\n      formatted(locale: $locale)\n    }\n    amounts {\n      captured {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n      refunded {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n      refundPending {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n    }\n    card {\n      masked\n      brand\n    }\n    authentication {\n      outcome\n      liability\n    }\n    decline {\n      code\n    }\n    capture {\n      plan\n      day\n      deadline\n      heldBecause\n    }\n  }\n"): (typeof documents)["\n  fragment TillRow on Transaction {\n    id\n    reference\n    orderId\n    status\n    createdAt\n    updatedAt\n    amount {\n      amount\n      currency\n      formatted(locale: $locale)\n    }\n    amounts {\n      captured {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n      refunded {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n      refundPending {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n    }\n    card {\n      masked\n      brand\n    }\n    authentication {\n      outcome\n      liability\n    }\n    decline {\n      code\n    }\n    capture {\n      plan\n      day\n      deadline\n      heldBecause\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillShell {\n    feedCursor\n    me {\n      id\n      email\n      profile\n      lastSignInAt\n      signInEndsAt\n      shop {\n        id\n        name\n        mode\n        timeZone\n        cutOff\n        now\n        currencies\n        operatorCeiling\n      }\n    }\n  }\n"): (typeof documents)["\n  query TillShell {\n    feedCursor\n    me {\n      id\n      email\n      profile\n      lastSignInAt\n      signInEndsAt\n      shop {\n        id\n        name\n        mode\n        timeZone\n        cutOff\n        now\n        currencies\n        operatorCeiling\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillStay {\n    me {\n      id\n    }\n  }\n"): (typeof documents)["\n  query TillStay {\n    me {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillSignOut {\n    signOut {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation TillSignOut {\n    signOut {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillSignOutEverywhere {\n    signOutEverywhere {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation TillSignOutEverywhere {\n    signOutEverywhere {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TillFeed($after: String, $locale: String!) {\n    transactionEvents(after: $after) {\n      id\n      cursor\n      transaction {\n        ...TillRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription TillFeed($after: String, $locale: String!) {\n    transactionEvents(after: $after) {\n      id\n      cursor\n      transaction {\n        ...TillRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillTransactions($filter: TransactionFilter, $first: Int!, $after: String, $locale: String!) {\n    transactions(filter: $filter, first: $first, after: $after) {\n      edges {\n        node {\n          ...TillRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query TillTransactions($filter: TransactionFilter, $first: Int!, $after: String, $locale: String!) {\n    transactions(filter: $filter, first: $first, after: $after) {\n      edges {\n        node {\n          ...TillRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillTransactionIds($filter: TransactionFilter, $first: Int!) {\n    transactions(filter: $filter, first: $first) {\n      edges {\n        node {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TillTransactionIds($filter: TransactionFilter, $first: Int!) {\n    transactions(filter: $filter, first: $first) {\n      edges {\n        node {\n          id\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;