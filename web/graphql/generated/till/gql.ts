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
    "\n  mutation TillChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n      ...TillRefusal\n    }\n  }\n": typeof types.TillChangePasswordDocument,
    "\n  fragment TillAuditEntry on AuditEntry {\n    id\n    subject\n    subjectId\n    subjectName\n    transactionId\n    type\n    amount {\n      amount\n      currency\n      formatted(locale: $locale)\n    }\n    facts\n    at\n    recordedAt\n    actor {\n      kind\n      id\n      name\n    }\n  }\n": typeof types.TillAuditEntryFragmentDoc,
    "\n  query TillAudit($subject: [AuditSubject!], $first: Int!, $after: String, $locale: String!) {\n    auditLog(subject: $subject, first: $first, after: $after) {\n      edges {\n        node {\n          ...TillAuditEntry\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.TillAuditDocument,
    "\n  query TillClock {\n    me {\n      id\n      shop {\n        id\n        now\n        nextCutOff\n      }\n    }\n  }\n": typeof types.TillClockDocument,
    "\n  mutation TillAdvanceClock($input: AdvanceTestClockInput!) {\n    advanceTestClock(input: $input) {\n      __typename\n      ... on TestClock {\n        now\n      }\n      ...TillRefusal\n    }\n  }\n": typeof types.TillAdvanceClockDocument,
    "\n  mutation TillSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on Member {\n        id\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.TillSignInDocument,
    "\n  query TillInvitation($token: String!) {\n    invitation(token: $token) {\n      email\n      shopName\n      profile\n      endsAt\n    }\n  }\n": typeof types.TillInvitationDocument,
    "\n  mutation TillAcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      __typename\n      ... on Member {\n        email\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.TillAcceptInvitationDocument,
    "\n  fragment TillRow on Transaction {\n    id\n    reference\n    orderId\n    status\n    createdAt\n    updatedAt\n    amount {\n      amount\n      currency\n      formatted(locale: $locale)\n    }\n    amounts {\n      captured {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n      refunded {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n      refundPending {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n    }\n    card {\n      masked\n      brand\n    }\n    authentication {\n      outcome\n      liability\n    }\n    decline {\n      code\n    }\n    capture {\n      plan\n      day\n      deadline\n      heldBecause\n    }\n  }\n": typeof types.TillRowFragmentDoc,
    "\n  query TillShell {\n    feedCursor\n    me {\n      id\n      email\n      profile\n      lastSignInAt\n      signInEndsAt\n      shop {\n        id\n        name\n        mode\n        timeZone\n        cutOff\n        now\n        currencies\n        operatorCeiling\n      }\n    }\n  }\n": typeof types.TillShellDocument,
    "\n  query TillStay {\n    me {\n      id\n    }\n  }\n": typeof types.TillStayDocument,
    "\n  mutation TillSignOut {\n    signOut {\n      __typename\n    }\n  }\n": typeof types.TillSignOutDocument,
    "\n  mutation TillSignOutEverywhere {\n    signOutEverywhere {\n      __typename\n    }\n  }\n": typeof types.TillSignOutEverywhereDocument,
    "\n  subscription TillFeed($after: String, $locale: String!) {\n    transactionEvents(after: $after) {\n      id\n      cursor\n      transaction {\n        ...TillRow\n      }\n    }\n  }\n": typeof types.TillFeedDocument,
    "\n  fragment TillKey on ApiKey {\n    id\n    name\n    scopes\n    createdBy\n    createdAt\n    revokedAt\n  }\n": typeof types.TillKeyFragmentDoc,
    "\n  query TillKeys {\n    apiKeys {\n      ...TillKey\n    }\n    members {\n      id\n      email\n    }\n  }\n": typeof types.TillKeysDocument,
    "\n  mutation TillCreateKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      __typename\n      ... on ApiKeyCreated {\n        key\n        apiKey {\n          ...TillKey\n        }\n      }\n      ...TillRefusal\n    }\n  }\n": typeof types.TillCreateKeyDocument,
    "\n  mutation TillRevokeKey($input: RevokeApiKeyInput!) {\n    revokeApiKey(input: $input) {\n      __typename\n      ... on ApiKey {\n        ...TillKey\n      }\n      ...TillRefusal\n    }\n  }\n": typeof types.TillRevokeKeyDocument,
    "\n  fragment TillMember on Member {\n    id\n    email\n    profile\n    status\n    createdAt\n    lastSignInAt\n    invitationEndsAt\n  }\n": typeof types.TillMemberFragmentDoc,
    "\n  query TillMembers {\n    members {\n      ...TillMember\n    }\n  }\n": typeof types.TillMembersDocument,
    "\n  mutation TillInvite($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      __typename\n      ... on Member {\n        ...TillMember\n        invitationUrl\n      }\n      ...TillRefusal\n    }\n  }\n": typeof types.TillInviteDocument,
    "\n  mutation TillChangeProfile($input: ChangeMemberProfileInput!) {\n    changeMemberProfile(input: $input) {\n      __typename\n      ... on Member {\n        id\n        profile\n      }\n      ...TillRefusal\n    }\n  }\n": typeof types.TillChangeProfileDocument,
    "\n  mutation TillDisableMember($input: DisableMemberInput!) {\n    disableMember(input: $input) {\n      __typename\n      ... on Member {\n        id\n        status\n        invitationEndsAt\n      }\n      ...TillRefusal\n    }\n  }\n": typeof types.TillDisableMemberDocument,
    "\n  fragment TillRemittanceRow on Remittance {\n    id\n    number\n    businessDay\n    status\n    currency\n    dueAt\n    closedAt\n    closedBy\n    debitCount\n    creditCount\n    responseCode\n    debits {\n      ...TillMoney\n    }\n    credits {\n      ...TillMoney\n    }\n    bankTotals {\n      debitCount\n      creditCount\n      debits {\n        ...TillMoney\n      }\n      credits {\n        ...TillMoney\n      }\n    }\n  }\n": typeof types.TillRemittanceRowFragmentDoc,
    "\n  query TillRemittances($first: Int!, $after: String, $locale: String!) {\n    remittances(first: $first, after: $after) {\n      edges {\n        node {\n          ...TillRemittanceRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.TillRemittancesDocument,
    "\n  query TillRemittance($id: ID!, $after: String, $locale: String!) {\n    remittance(id: $id) {\n      ...TillRemittanceRow\n      items(first: 100, after: $after) {\n        edges {\n          node {\n            id\n            kind\n            status\n            responseCode\n            updatedAt\n            amount {\n              ...TillMoney\n            }\n            transaction {\n              id\n              reference\n              orderId\n              card {\n                brand\n                masked\n              }\n            }\n            refund {\n              id\n              reference\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.TillRemittanceDocument,
    "\n  mutation TillCloseRemittance($input: CloseRemittanceInput!, $locale: String!) {\n    closeRemittance(input: $input) {\n      __typename\n      ...TillRemittanceRow\n      ...TillRefusal\n    }\n  }\n": typeof types.TillCloseRemittanceDocument,
    "\n  mutation TillResolveRemittance($input: ResolveRemittanceInput!, $locale: String!) {\n    resolveRemittance(input: $input) {\n      __typename\n      ...TillRemittanceRow\n      ...TillRefusal\n    }\n  }\n": typeof types.TillResolveRemittanceDocument,
    "\n  query TillReports($first: Int!) {\n    dailyReports(first: $first) {\n      edges {\n        cursor\n        node {\n          id\n          businessDay\n          status\n          sentAt\n          subject\n        }\n      }\n    }\n  }\n": typeof types.TillReportsDocument,
    "\n  query TillReport($after: String) {\n    dailyReports(first: 1, after: $after) {\n      edges {\n        node {\n          id\n          businessDay\n          status\n          madeAt\n          sentAt\n          subject\n          csv\n        }\n      }\n    }\n  }\n": typeof types.TillReportDocument,
    "\n  query TillReportMail($after: String) {\n    dailyReports(first: 1, after: $after) {\n      edges {\n        node {\n          id\n          html\n        }\n      }\n    }\n  }\n": typeof types.TillReportMailDocument,
    "\n  query TillReportMails($after: String) {\n    dailyReports(first: 1, after: $after) {\n      edges {\n        node {\n          id\n          recipients {\n            id\n            recipient\n            status\n            endedAt\n            nextTryAt\n          }\n        }\n      }\n    }\n  }\n": typeof types.TillReportMailsDocument,
    "\n  mutation TillSendReport($input: SendDailyReportInput!) {\n    sendDailyReport(input: $input) {\n      __typename\n      ... on DailyReport {\n        id\n        status\n        sentAt\n      }\n      ...TillRefusal\n    }\n  }\n": typeof types.TillSendReportDocument,
    "\n  query TillShopSettings {\n    shopSettings {\n      id\n      version\n      reportLocale\n      reportRecipients\n    }\n  }\n": typeof types.TillShopSettingsDocument,
    "\n  mutation TillUpdateShopSettings($input: UpdateShopSettingsInput!) {\n    updateShopSettings(input: $input) {\n      __typename\n      ... on ShopSettings {\n        id\n        version\n        reportLocale\n        reportRecipients\n      }\n      ...TillRefusal\n    }\n  }\n": typeof types.TillUpdateShopSettingsDocument,
    "\n  query TillTransaction($id: ID!, $locale: String!) {\n    transaction(id: $id) {\n      ...TillRow\n      outcome\n      attempt\n      refusalReason\n      amounts {\n        requested {\n          ...TillMoney\n        }\n        authorised {\n          ...TillMoney\n        }\n        cancelled {\n          ...TillMoney\n        }\n        toValidate {\n          ...TillMoney\n        }\n        toCapture {\n          ...TillMoney\n        }\n        remitting {\n          ...TillMoney\n        }\n        chargedBack {\n          ...TillMoney\n        }\n      }\n      possibleActions {\n        action\n        blockedBecause\n        until\n        maxAmount {\n          ...TillMoney\n        }\n      }\n      decline {\n        code\n        family\n        sameCardAgain\n        otherCard\n      }\n      authorisation {\n        code\n        rrn\n        stan\n        terminal\n        authorisedAt\n        expiresAt\n      }\n      authentication {\n        version\n        challenged\n        eci\n        transStatus\n        reason\n      }\n      card {\n        brandChosenBy\n        brandsAvailable\n        product\n        funding\n        issuingCountry\n        issuer\n        expiry\n        enrolled\n        source\n        asOf\n        day: exposure(window: DAY_1) {\n          ...TillExposure\n        }\n        week: exposure(window: DAYS_7) {\n          ...TillExposure\n        }\n        month: exposure(window: DAYS_30) {\n          ...TillExposure\n        }\n      }\n      remittance {\n        id\n        number\n        businessDay\n        status\n      }\n      refunds {\n        ...TillRefund\n      }\n      session {\n        id\n        createdAt\n        metadata\n      }\n      events {\n        id\n        subjectId\n        type\n        from\n        to\n        actor\n        actorName\n        at\n        facts\n        amount {\n          ...TillMoney\n        }\n      }\n    }\n  }\n": typeof types.TillTransactionDocument,
    "\n  fragment TillMoney on Money {\n    amount\n    currency\n    formatted(locale: $locale)\n  }\n": typeof types.TillMoneyFragmentDoc,
    "\n  fragment TillExposure on Exposure {\n    count\n    refused\n    firstSeen\n    amount {\n      currency\n      formatted(locale: $locale)\n    }\n  }\n": typeof types.TillExposureFragmentDoc,
    "\n  fragment TillRefund on Refund {\n    id\n    reference\n    status\n    reason\n    responseCode\n    createdAt\n    amount {\n      ...TillMoney\n    }\n    remittance {\n      id\n      number\n    }\n  }\n": typeof types.TillRefundFragmentDoc,
    "\n  query TillMessages($id: ID!) {\n    transaction(id: $id) {\n      id\n      messages {\n        kind\n        status\n        stan\n        attempts\n        responseCode\n        cause\n        request\n        answer\n        transmittedAt\n      }\n    }\n  }\n": typeof types.TillMessagesDocument,
    "\n  mutation TillValidate($input: ValidateTransactionInput!, $locale: String!) {\n    validateTransaction(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n": typeof types.TillValidateDocument,
    "\n  mutation TillCancel($input: CancelTransactionInput!, $locale: String!) {\n    cancelTransaction(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n": typeof types.TillCancelDocument,
    "\n  mutation TillRefundIt($input: RefundTransactionInput!, $locale: String!) {\n    refundTransaction(input: $input) {\n      __typename\n      ... on Refund {\n        id\n        transaction {\n          ...TillRow\n        }\n      }\n      ...TillRefusal\n    }\n  }\n": typeof types.TillRefundItDocument,
    "\n  mutation TillHold($input: HoldCaptureInput!, $locale: String!) {\n    holdCapture(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n": typeof types.TillHoldDocument,
    "\n  mutation TillRelease($input: ReleaseCaptureInput!, $locale: String!) {\n    releaseCapture(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n": typeof types.TillReleaseDocument,
    "\n  mutation TillResolveUnknown($input: ResolveUnknownInput!, $locale: String!) {\n    resolveUnknown(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n": typeof types.TillResolveUnknownDocument,
    "\n  fragment TillRefusal on Refusal {\n    code\n    message\n    path\n    limit\n    retryable\n  }\n": typeof types.TillRefusalFragmentDoc,
    "\n  query TillTransactions($filter: TransactionFilter, $first: Int!, $after: String, $locale: String!) {\n    transactions(filter: $filter, first: $first, after: $after) {\n      edges {\n        node {\n          ...TillRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.TillTransactionsDocument,
    "\n  query TillTransactionIds($filter: TransactionFilter, $first: Int!) {\n    transactions(filter: $filter, first: $first, orderBy: NEWEST_FIRST) {\n      edges {\n        node {\n          id\n        }\n      }\n    }\n  }\n": typeof types.TillTransactionIdsDocument,
    "\n  fragment TillEndpoint on WebhookEndpoint {\n    id\n    url\n    description\n    events\n    status\n    disabledBecause\n    createdAt\n  }\n": typeof types.TillEndpointFragmentDoc,
    "\n  fragment TillDelivery on Delivery {\n    id\n    endpointId\n    type\n    body\n    status\n    nextAttemptAt\n    createdAt\n    endedAt\n    attempts {\n      number\n      at\n      durationMs\n      statusCode\n      fault\n      answer\n    }\n  }\n": typeof types.TillDeliveryFragmentDoc,
    "\n  query TillEndpoints {\n    webhookEndpoints {\n      ...TillEndpoint\n    }\n  }\n": typeof types.TillEndpointsDocument,
    "\n  query TillDeliveries($endpointId: ID, $status: DeliveryStatus, $first: Int!, $after: String) {\n    deliveries(endpointId: $endpointId, status: $status, first: $first, after: $after) {\n      edges {\n        node {\n          ...TillDelivery\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.TillDeliveriesDocument,
    "\n  query TillDeliveriesOfTransaction($id: ID!) {\n    transaction(id: $id) {\n      id\n      deliveries {\n        ...TillDelivery\n      }\n    }\n    webhookEndpoints {\n      ...TillEndpoint\n    }\n  }\n": typeof types.TillDeliveriesOfTransactionDocument,
    "\n  mutation TillCreateEndpoint($input: CreateWebhookEndpointInput!) {\n    createWebhookEndpoint(input: $input) {\n      __typename\n      ... on WebhookEndpointCreated {\n        secret\n        endpoint {\n          ...TillEndpoint\n        }\n      }\n      ...TillRefusal\n    }\n  }\n": typeof types.TillCreateEndpointDocument,
    "\n  mutation TillRotateSecret($input: RotateWebhookSecretInput!) {\n    rotateWebhookSecret(input: $input) {\n      __typename\n      ... on WebhookSecretRotated {\n        secret\n        endpoint {\n          ...TillEndpoint\n        }\n      }\n      ...TillRefusal\n    }\n  }\n": typeof types.TillRotateSecretDocument,
    "\n  mutation TillDisableEndpoint($input: DisableWebhookEndpointInput!) {\n    disableWebhookEndpoint(input: $input) {\n      __typename\n      ... on WebhookEndpoint {\n        ...TillEndpoint\n      }\n      ...TillRefusal\n    }\n  }\n": typeof types.TillDisableEndpointDocument,
    "\n  mutation TillEnableEndpoint($input: EnableWebhookEndpointInput!) {\n    enableWebhookEndpoint(input: $input) {\n      __typename\n      ... on WebhookEndpoint {\n        ...TillEndpoint\n      }\n      ...TillRefusal\n    }\n  }\n": typeof types.TillEnableEndpointDocument,
    "\n  mutation TillRedeliver($input: RedeliverInput!) {\n    redeliver(input: $input) {\n      __typename\n      ... on Delivery {\n        ...TillDelivery\n      }\n      ...TillRefusal\n    }\n  }\n": typeof types.TillRedeliverDocument,
    "\n  query TillWork($locale: String!) {\n    workList {\n      id\n      kind\n      openedAt\n      transaction {\n        ...TillRow\n      }\n      remittance {\n        id\n        number\n        businessDay\n        status\n      }\n    }\n  }\n": typeof types.TillWorkDocument,
};
const documents: Documents = {
    "\n  mutation TillChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n      ...TillRefusal\n    }\n  }\n": types.TillChangePasswordDocument,
    "\n  fragment TillAuditEntry on AuditEntry {\n    id\n    subject\n    subjectId\n    subjectName\n    transactionId\n    type\n    amount {\n      amount\n      currency\n      formatted(locale: $locale)\n    }\n    facts\n    at\n    recordedAt\n    actor {\n      kind\n      id\n      name\n    }\n  }\n": types.TillAuditEntryFragmentDoc,
    "\n  query TillAudit($subject: [AuditSubject!], $first: Int!, $after: String, $locale: String!) {\n    auditLog(subject: $subject, first: $first, after: $after) {\n      edges {\n        node {\n          ...TillAuditEntry\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.TillAuditDocument,
    "\n  query TillClock {\n    me {\n      id\n      shop {\n        id\n        now\n        nextCutOff\n      }\n    }\n  }\n": types.TillClockDocument,
    "\n  mutation TillAdvanceClock($input: AdvanceTestClockInput!) {\n    advanceTestClock(input: $input) {\n      __typename\n      ... on TestClock {\n        now\n      }\n      ...TillRefusal\n    }\n  }\n": types.TillAdvanceClockDocument,
    "\n  mutation TillSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on Member {\n        id\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.TillSignInDocument,
    "\n  query TillInvitation($token: String!) {\n    invitation(token: $token) {\n      email\n      shopName\n      profile\n      endsAt\n    }\n  }\n": types.TillInvitationDocument,
    "\n  mutation TillAcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      __typename\n      ... on Member {\n        email\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.TillAcceptInvitationDocument,
    "\n  fragment TillRow on Transaction {\n    id\n    reference\n    orderId\n    status\n    createdAt\n    updatedAt\n    amount {\n      amount\n      currency\n      formatted(locale: $locale)\n    }\n    amounts {\n      captured {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n      refunded {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n      refundPending {\n        amount\n        currency\n        formatted(locale: $locale)\n      }\n    }\n    card {\n      masked\n      brand\n    }\n    authentication {\n      outcome\n      liability\n    }\n    decline {\n      code\n    }\n    capture {\n      plan\n      day\n      deadline\n      heldBecause\n    }\n  }\n": types.TillRowFragmentDoc,
    "\n  query TillShell {\n    feedCursor\n    me {\n      id\n      email\n      profile\n      lastSignInAt\n      signInEndsAt\n      shop {\n        id\n        name\n        mode\n        timeZone\n        cutOff\n        now\n        currencies\n        operatorCeiling\n      }\n    }\n  }\n": types.TillShellDocument,
    "\n  query TillStay {\n    me {\n      id\n    }\n  }\n": types.TillStayDocument,
    "\n  mutation TillSignOut {\n    signOut {\n      __typename\n    }\n  }\n": types.TillSignOutDocument,
    "\n  mutation TillSignOutEverywhere {\n    signOutEverywhere {\n      __typename\n    }\n  }\n": types.TillSignOutEverywhereDocument,
    "\n  subscription TillFeed($after: String, $locale: String!) {\n    transactionEvents(after: $after) {\n      id\n      cursor\n      transaction {\n        ...TillRow\n      }\n    }\n  }\n": types.TillFeedDocument,
    "\n  fragment TillKey on ApiKey {\n    id\n    name\n    scopes\n    createdBy\n    createdAt\n    revokedAt\n  }\n": types.TillKeyFragmentDoc,
    "\n  query TillKeys {\n    apiKeys {\n      ...TillKey\n    }\n    members {\n      id\n      email\n    }\n  }\n": types.TillKeysDocument,
    "\n  mutation TillCreateKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      __typename\n      ... on ApiKeyCreated {\n        key\n        apiKey {\n          ...TillKey\n        }\n      }\n      ...TillRefusal\n    }\n  }\n": types.TillCreateKeyDocument,
    "\n  mutation TillRevokeKey($input: RevokeApiKeyInput!) {\n    revokeApiKey(input: $input) {\n      __typename\n      ... on ApiKey {\n        ...TillKey\n      }\n      ...TillRefusal\n    }\n  }\n": types.TillRevokeKeyDocument,
    "\n  fragment TillMember on Member {\n    id\n    email\n    profile\n    status\n    createdAt\n    lastSignInAt\n    invitationEndsAt\n  }\n": types.TillMemberFragmentDoc,
    "\n  query TillMembers {\n    members {\n      ...TillMember\n    }\n  }\n": types.TillMembersDocument,
    "\n  mutation TillInvite($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      __typename\n      ... on Member {\n        ...TillMember\n        invitationUrl\n      }\n      ...TillRefusal\n    }\n  }\n": types.TillInviteDocument,
    "\n  mutation TillChangeProfile($input: ChangeMemberProfileInput!) {\n    changeMemberProfile(input: $input) {\n      __typename\n      ... on Member {\n        id\n        profile\n      }\n      ...TillRefusal\n    }\n  }\n": types.TillChangeProfileDocument,
    "\n  mutation TillDisableMember($input: DisableMemberInput!) {\n    disableMember(input: $input) {\n      __typename\n      ... on Member {\n        id\n        status\n        invitationEndsAt\n      }\n      ...TillRefusal\n    }\n  }\n": types.TillDisableMemberDocument,
    "\n  fragment TillRemittanceRow on Remittance {\n    id\n    number\n    businessDay\n    status\n    currency\n    dueAt\n    closedAt\n    closedBy\n    debitCount\n    creditCount\n    responseCode\n    debits {\n      ...TillMoney\n    }\n    credits {\n      ...TillMoney\n    }\n    bankTotals {\n      debitCount\n      creditCount\n      debits {\n        ...TillMoney\n      }\n      credits {\n        ...TillMoney\n      }\n    }\n  }\n": types.TillRemittanceRowFragmentDoc,
    "\n  query TillRemittances($first: Int!, $after: String, $locale: String!) {\n    remittances(first: $first, after: $after) {\n      edges {\n        node {\n          ...TillRemittanceRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.TillRemittancesDocument,
    "\n  query TillRemittance($id: ID!, $after: String, $locale: String!) {\n    remittance(id: $id) {\n      ...TillRemittanceRow\n      items(first: 100, after: $after) {\n        edges {\n          node {\n            id\n            kind\n            status\n            responseCode\n            updatedAt\n            amount {\n              ...TillMoney\n            }\n            transaction {\n              id\n              reference\n              orderId\n              card {\n                brand\n                masked\n              }\n            }\n            refund {\n              id\n              reference\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.TillRemittanceDocument,
    "\n  mutation TillCloseRemittance($input: CloseRemittanceInput!, $locale: String!) {\n    closeRemittance(input: $input) {\n      __typename\n      ...TillRemittanceRow\n      ...TillRefusal\n    }\n  }\n": types.TillCloseRemittanceDocument,
    "\n  mutation TillResolveRemittance($input: ResolveRemittanceInput!, $locale: String!) {\n    resolveRemittance(input: $input) {\n      __typename\n      ...TillRemittanceRow\n      ...TillRefusal\n    }\n  }\n": types.TillResolveRemittanceDocument,
    "\n  query TillReports($first: Int!) {\n    dailyReports(first: $first) {\n      edges {\n        cursor\n        node {\n          id\n          businessDay\n          status\n          sentAt\n          subject\n        }\n      }\n    }\n  }\n": types.TillReportsDocument,
    "\n  query TillReport($after: String) {\n    dailyReports(first: 1, after: $after) {\n      edges {\n        node {\n          id\n          businessDay\n          status\n          madeAt\n          sentAt\n          subject\n          csv\n        }\n      }\n    }\n  }\n": types.TillReportDocument,
    "\n  query TillReportMail($after: String) {\n    dailyReports(first: 1, after: $after) {\n      edges {\n        node {\n          id\n          html\n        }\n      }\n    }\n  }\n": types.TillReportMailDocument,
    "\n  query TillReportMails($after: String) {\n    dailyReports(first: 1, after: $after) {\n      edges {\n        node {\n          id\n          recipients {\n            id\n            recipient\n            status\n            endedAt\n            nextTryAt\n          }\n        }\n      }\n    }\n  }\n": types.TillReportMailsDocument,
    "\n  mutation TillSendReport($input: SendDailyReportInput!) {\n    sendDailyReport(input: $input) {\n      __typename\n      ... on DailyReport {\n        id\n        status\n        sentAt\n      }\n      ...TillRefusal\n    }\n  }\n": types.TillSendReportDocument,
    "\n  query TillShopSettings {\n    shopSettings {\n      id\n      version\n      reportLocale\n      reportRecipients\n    }\n  }\n": types.TillShopSettingsDocument,
    "\n  mutation TillUpdateShopSettings($input: UpdateShopSettingsInput!) {\n    updateShopSettings(input: $input) {\n      __typename\n      ... on ShopSettings {\n        id\n        version\n        reportLocale\n        reportRecipients\n      }\n      ...TillRefusal\n    }\n  }\n": types.TillUpdateShopSettingsDocument,
    "\n  query TillTransaction($id: ID!, $locale: String!) {\n    transaction(id: $id) {\n      ...TillRow\n      outcome\n      attempt\n      refusalReason\n      amounts {\n        requested {\n          ...TillMoney\n        }\n        authorised {\n          ...TillMoney\n        }\n        cancelled {\n          ...TillMoney\n        }\n        toValidate {\n          ...TillMoney\n        }\n        toCapture {\n          ...TillMoney\n        }\n        remitting {\n          ...TillMoney\n        }\n        chargedBack {\n          ...TillMoney\n        }\n      }\n      possibleActions {\n        action\n        blockedBecause\n        until\n        maxAmount {\n          ...TillMoney\n        }\n      }\n      decline {\n        code\n        family\n        sameCardAgain\n        otherCard\n      }\n      authorisation {\n        code\n        rrn\n        stan\n        terminal\n        authorisedAt\n        expiresAt\n      }\n      authentication {\n        version\n        challenged\n        eci\n        transStatus\n        reason\n      }\n      card {\n        brandChosenBy\n        brandsAvailable\n        product\n        funding\n        issuingCountry\n        issuer\n        expiry\n        enrolled\n        source\n        asOf\n        day: exposure(window: DAY_1) {\n          ...TillExposure\n        }\n        week: exposure(window: DAYS_7) {\n          ...TillExposure\n        }\n        month: exposure(window: DAYS_30) {\n          ...TillExposure\n        }\n      }\n      remittance {\n        id\n        number\n        businessDay\n        status\n      }\n      refunds {\n        ...TillRefund\n      }\n      session {\n        id\n        createdAt\n        metadata\n      }\n      events {\n        id\n        subjectId\n        type\n        from\n        to\n        actor\n        actorName\n        at\n        facts\n        amount {\n          ...TillMoney\n        }\n      }\n    }\n  }\n": types.TillTransactionDocument,
    "\n  fragment TillMoney on Money {\n    amount\n    currency\n    formatted(locale: $locale)\n  }\n": types.TillMoneyFragmentDoc,
    "\n  fragment TillExposure on Exposure {\n    count\n    refused\n    firstSeen\n    amount {\n      currency\n      formatted(locale: $locale)\n    }\n  }\n": types.TillExposureFragmentDoc,
    "\n  fragment TillRefund on Refund {\n    id\n    reference\n    status\n    reason\n    responseCode\n    createdAt\n    amount {\n      ...TillMoney\n    }\n    remittance {\n      id\n      number\n    }\n  }\n": types.TillRefundFragmentDoc,
    "\n  query TillMessages($id: ID!) {\n    transaction(id: $id) {\n      id\n      messages {\n        kind\n        status\n        stan\n        attempts\n        responseCode\n        cause\n        request\n        answer\n        transmittedAt\n      }\n    }\n  }\n": types.TillMessagesDocument,
    "\n  mutation TillValidate($input: ValidateTransactionInput!, $locale: String!) {\n    validateTransaction(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n": types.TillValidateDocument,
    "\n  mutation TillCancel($input: CancelTransactionInput!, $locale: String!) {\n    cancelTransaction(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n": types.TillCancelDocument,
    "\n  mutation TillRefundIt($input: RefundTransactionInput!, $locale: String!) {\n    refundTransaction(input: $input) {\n      __typename\n      ... on Refund {\n        id\n        transaction {\n          ...TillRow\n        }\n      }\n      ...TillRefusal\n    }\n  }\n": types.TillRefundItDocument,
    "\n  mutation TillHold($input: HoldCaptureInput!, $locale: String!) {\n    holdCapture(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n": types.TillHoldDocument,
    "\n  mutation TillRelease($input: ReleaseCaptureInput!, $locale: String!) {\n    releaseCapture(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n": types.TillReleaseDocument,
    "\n  mutation TillResolveUnknown($input: ResolveUnknownInput!, $locale: String!) {\n    resolveUnknown(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n": types.TillResolveUnknownDocument,
    "\n  fragment TillRefusal on Refusal {\n    code\n    message\n    path\n    limit\n    retryable\n  }\n": types.TillRefusalFragmentDoc,
    "\n  query TillTransactions($filter: TransactionFilter, $first: Int!, $after: String, $locale: String!) {\n    transactions(filter: $filter, first: $first, after: $after) {\n      edges {\n        node {\n          ...TillRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.TillTransactionsDocument,
    "\n  query TillTransactionIds($filter: TransactionFilter, $first: Int!) {\n    transactions(filter: $filter, first: $first, orderBy: NEWEST_FIRST) {\n      edges {\n        node {\n          id\n        }\n      }\n    }\n  }\n": types.TillTransactionIdsDocument,
    "\n  fragment TillEndpoint on WebhookEndpoint {\n    id\n    url\n    description\n    events\n    status\n    disabledBecause\n    createdAt\n  }\n": types.TillEndpointFragmentDoc,
    "\n  fragment TillDelivery on Delivery {\n    id\n    endpointId\n    type\n    body\n    status\n    nextAttemptAt\n    createdAt\n    endedAt\n    attempts {\n      number\n      at\n      durationMs\n      statusCode\n      fault\n      answer\n    }\n  }\n": types.TillDeliveryFragmentDoc,
    "\n  query TillEndpoints {\n    webhookEndpoints {\n      ...TillEndpoint\n    }\n  }\n": types.TillEndpointsDocument,
    "\n  query TillDeliveries($endpointId: ID, $status: DeliveryStatus, $first: Int!, $after: String) {\n    deliveries(endpointId: $endpointId, status: $status, first: $first, after: $after) {\n      edges {\n        node {\n          ...TillDelivery\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.TillDeliveriesDocument,
    "\n  query TillDeliveriesOfTransaction($id: ID!) {\n    transaction(id: $id) {\n      id\n      deliveries {\n        ...TillDelivery\n      }\n    }\n    webhookEndpoints {\n      ...TillEndpoint\n    }\n  }\n": types.TillDeliveriesOfTransactionDocument,
    "\n  mutation TillCreateEndpoint($input: CreateWebhookEndpointInput!) {\n    createWebhookEndpoint(input: $input) {\n      __typename\n      ... on WebhookEndpointCreated {\n        secret\n        endpoint {\n          ...TillEndpoint\n        }\n      }\n      ...TillRefusal\n    }\n  }\n": types.TillCreateEndpointDocument,
    "\n  mutation TillRotateSecret($input: RotateWebhookSecretInput!) {\n    rotateWebhookSecret(input: $input) {\n      __typename\n      ... on WebhookSecretRotated {\n        secret\n        endpoint {\n          ...TillEndpoint\n        }\n      }\n      ...TillRefusal\n    }\n  }\n": types.TillRotateSecretDocument,
    "\n  mutation TillDisableEndpoint($input: DisableWebhookEndpointInput!) {\n    disableWebhookEndpoint(input: $input) {\n      __typename\n      ... on WebhookEndpoint {\n        ...TillEndpoint\n      }\n      ...TillRefusal\n    }\n  }\n": types.TillDisableEndpointDocument,
    "\n  mutation TillEnableEndpoint($input: EnableWebhookEndpointInput!) {\n    enableWebhookEndpoint(input: $input) {\n      __typename\n      ... on WebhookEndpoint {\n        ...TillEndpoint\n      }\n      ...TillRefusal\n    }\n  }\n": types.TillEnableEndpointDocument,
    "\n  mutation TillRedeliver($input: RedeliverInput!) {\n    redeliver(input: $input) {\n      __typename\n      ... on Delivery {\n        ...TillDelivery\n      }\n      ...TillRefusal\n    }\n  }\n": types.TillRedeliverDocument,
    "\n  query TillWork($locale: String!) {\n    workList {\n      id\n      kind\n      openedAt\n      transaction {\n        ...TillRow\n      }\n      remittance {\n        id\n        number\n        businessDay\n        status\n      }\n    }\n  }\n": types.TillWorkDocument,
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
export function graphql(source: "\n  mutation TillChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TillAuditEntry on AuditEntry {\n    id\n    subject\n    subjectId\n    subjectName\n    transactionId\n    type\n    amount {\n      amount\n      currency\n      formatted(locale: $locale)\n    }\n    facts\n    at\n    recordedAt\n    actor {\n      kind\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment TillAuditEntry on AuditEntry {\n    id\n    subject\n    subjectId\n    subjectName\n    transactionId\n    type\n    amount {\n      amount\n      currency\n      formatted(locale: $locale)\n    }\n    facts\n    at\n    recordedAt\n    actor {\n      kind\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillAudit($subject: [AuditSubject!], $first: Int!, $after: String, $locale: String!) {\n    auditLog(subject: $subject, first: $first, after: $after) {\n      edges {\n        node {\n          ...TillAuditEntry\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query TillAudit($subject: [AuditSubject!], $first: Int!, $after: String, $locale: String!) {\n    auditLog(subject: $subject, first: $first, after: $after) {\n      edges {\n        node {\n          ...TillAuditEntry\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillClock {\n    me {\n      id\n      shop {\n        id\n        now\n        nextCutOff\n      }\n    }\n  }\n"): (typeof documents)["\n  query TillClock {\n    me {\n      id\n      shop {\n        id\n        now\n        nextCutOff\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillAdvanceClock($input: AdvanceTestClockInput!) {\n    advanceTestClock(input: $input) {\n      __typename\n      ... on TestClock {\n        now\n      }\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillAdvanceClock($input: AdvanceTestClockInput!) {\n    advanceTestClock(input: $input) {\n      __typename\n      ... on TestClock {\n        now\n      }\n      ...TillRefusal\n    }\n  }\n"];
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
export function graphql(source: "\n  fragment TillKey on ApiKey {\n    id\n    name\n    scopes\n    createdBy\n    createdAt\n    revokedAt\n  }\n"): (typeof documents)["\n  fragment TillKey on ApiKey {\n    id\n    name\n    scopes\n    createdBy\n    createdAt\n    revokedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillKeys {\n    apiKeys {\n      ...TillKey\n    }\n    members {\n      id\n      email\n    }\n  }\n"): (typeof documents)["\n  query TillKeys {\n    apiKeys {\n      ...TillKey\n    }\n    members {\n      id\n      email\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillCreateKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      __typename\n      ... on ApiKeyCreated {\n        key\n        apiKey {\n          ...TillKey\n        }\n      }\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillCreateKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      __typename\n      ... on ApiKeyCreated {\n        key\n        apiKey {\n          ...TillKey\n        }\n      }\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillRevokeKey($input: RevokeApiKeyInput!) {\n    revokeApiKey(input: $input) {\n      __typename\n      ... on ApiKey {\n        ...TillKey\n      }\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillRevokeKey($input: RevokeApiKeyInput!) {\n    revokeApiKey(input: $input) {\n      __typename\n      ... on ApiKey {\n        ...TillKey\n      }\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TillMember on Member {\n    id\n    email\n    profile\n    status\n    createdAt\n    lastSignInAt\n    invitationEndsAt\n  }\n"): (typeof documents)["\n  fragment TillMember on Member {\n    id\n    email\n    profile\n    status\n    createdAt\n    lastSignInAt\n    invitationEndsAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillMembers {\n    members {\n      ...TillMember\n    }\n  }\n"): (typeof documents)["\n  query TillMembers {\n    members {\n      ...TillMember\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillInvite($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      __typename\n      ... on Member {\n        ...TillMember\n        invitationUrl\n      }\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillInvite($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      __typename\n      ... on Member {\n        ...TillMember\n        invitationUrl\n      }\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillChangeProfile($input: ChangeMemberProfileInput!) {\n    changeMemberProfile(input: $input) {\n      __typename\n      ... on Member {\n        id\n        profile\n      }\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillChangeProfile($input: ChangeMemberProfileInput!) {\n    changeMemberProfile(input: $input) {\n      __typename\n      ... on Member {\n        id\n        profile\n      }\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillDisableMember($input: DisableMemberInput!) {\n    disableMember(input: $input) {\n      __typename\n      ... on Member {\n        id\n        status\n        invitationEndsAt\n      }\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillDisableMember($input: DisableMemberInput!) {\n    disableMember(input: $input) {\n      __typename\n      ... on Member {\n        id\n        status\n        invitationEndsAt\n      }\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TillRemittanceRow on Remittance {\n    id\n    number\n    businessDay\n    status\n    currency\n    dueAt\n    closedAt\n    closedBy\n    debitCount\n    creditCount\n    responseCode\n    debits {\n      ...TillMoney\n    }\n    credits {\n      ...TillMoney\n    }\n    bankTotals {\n      debitCount\n      creditCount\n      debits {\n        ...TillMoney\n      }\n      credits {\n        ...TillMoney\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TillRemittanceRow on Remittance {\n    id\n    number\n    businessDay\n    status\n    currency\n    dueAt\n    closedAt\n    closedBy\n    debitCount\n    creditCount\n    responseCode\n    debits {\n      ...TillMoney\n    }\n    credits {\n      ...TillMoney\n    }\n    bankTotals {\n      debitCount\n      creditCount\n      debits {\n        ...TillMoney\n      }\n      credits {\n        ...TillMoney\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillRemittances($first: Int!, $after: String, $locale: String!) {\n    remittances(first: $first, after: $after) {\n      edges {\n        node {\n          ...TillRemittanceRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query TillRemittances($first: Int!, $after: String, $locale: String!) {\n    remittances(first: $first, after: $after) {\n      edges {\n        node {\n          ...TillRemittanceRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillRemittance($id: ID!, $after: String, $locale: String!) {\n    remittance(id: $id) {\n      ...TillRemittanceRow\n      items(first: 100, after: $after) {\n        edges {\n          node {\n            id\n            kind\n            status\n            responseCode\n            updatedAt\n            amount {\n              ...TillMoney\n            }\n            transaction {\n              id\n              reference\n              orderId\n              card {\n                brand\n                masked\n              }\n            }\n            refund {\n              id\n              reference\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TillRemittance($id: ID!, $after: String, $locale: String!) {\n    remittance(id: $id) {\n      ...TillRemittanceRow\n      items(first: 100, after: $after) {\n        edges {\n          node {\n            id\n            kind\n            status\n            responseCode\n            updatedAt\n            amount {\n              ...TillMoney\n            }\n            transaction {\n              id\n              reference\n              orderId\n              card {\n                brand\n                masked\n              }\n            }\n            refund {\n              id\n              reference\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillCloseRemittance($input: CloseRemittanceInput!, $locale: String!) {\n    closeRemittance(input: $input) {\n      __typename\n      ...TillRemittanceRow\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillCloseRemittance($input: CloseRemittanceInput!, $locale: String!) {\n    closeRemittance(input: $input) {\n      __typename\n      ...TillRemittanceRow\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillResolveRemittance($input: ResolveRemittanceInput!, $locale: String!) {\n    resolveRemittance(input: $input) {\n      __typename\n      ...TillRemittanceRow\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillResolveRemittance($input: ResolveRemittanceInput!, $locale: String!) {\n    resolveRemittance(input: $input) {\n      __typename\n      ...TillRemittanceRow\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillReports($first: Int!) {\n    dailyReports(first: $first) {\n      edges {\n        cursor\n        node {\n          id\n          businessDay\n          status\n          sentAt\n          subject\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TillReports($first: Int!) {\n    dailyReports(first: $first) {\n      edges {\n        cursor\n        node {\n          id\n          businessDay\n          status\n          sentAt\n          subject\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillReport($after: String) {\n    dailyReports(first: 1, after: $after) {\n      edges {\n        node {\n          id\n          businessDay\n          status\n          madeAt\n          sentAt\n          subject\n          csv\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TillReport($after: String) {\n    dailyReports(first: 1, after: $after) {\n      edges {\n        node {\n          id\n          businessDay\n          status\n          madeAt\n          sentAt\n          subject\n          csv\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillReportMail($after: String) {\n    dailyReports(first: 1, after: $after) {\n      edges {\n        node {\n          id\n          html\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TillReportMail($after: String) {\n    dailyReports(first: 1, after: $after) {\n      edges {\n        node {\n          id\n          html\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillReportMails($after: String) {\n    dailyReports(first: 1, after: $after) {\n      edges {\n        node {\n          id\n          recipients {\n            id\n            recipient\n            status\n            endedAt\n            nextTryAt\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TillReportMails($after: String) {\n    dailyReports(first: 1, after: $after) {\n      edges {\n        node {\n          id\n          recipients {\n            id\n            recipient\n            status\n            endedAt\n            nextTryAt\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillSendReport($input: SendDailyReportInput!) {\n    sendDailyReport(input: $input) {\n      __typename\n      ... on DailyReport {\n        id\n        status\n        sentAt\n      }\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillSendReport($input: SendDailyReportInput!) {\n    sendDailyReport(input: $input) {\n      __typename\n      ... on DailyReport {\n        id\n        status\n        sentAt\n      }\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillShopSettings {\n    shopSettings {\n      id\n      version\n      reportLocale\n      reportRecipients\n    }\n  }\n"): (typeof documents)["\n  query TillShopSettings {\n    shopSettings {\n      id\n      version\n      reportLocale\n      reportRecipients\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillUpdateShopSettings($input: UpdateShopSettingsInput!) {\n    updateShopSettings(input: $input) {\n      __typename\n      ... on ShopSettings {\n        id\n        version\n        reportLocale\n        reportRecipients\n      }\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillUpdateShopSettings($input: UpdateShopSettingsInput!) {\n    updateShopSettings(input: $input) {\n      __typename\n      ... on ShopSettings {\n        id\n        version\n        reportLocale\n        reportRecipients\n      }\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillTransaction($id: ID!, $locale: String!) {\n    transaction(id: $id) {\n      ...TillRow\n      outcome\n      attempt\n      refusalReason\n      amounts {\n        requested {\n          ...TillMoney\n        }\n        authorised {\n          ...TillMoney\n        }\n        cancelled {\n          ...TillMoney\n        }\n        toValidate {\n          ...TillMoney\n        }\n        toCapture {\n          ...TillMoney\n        }\n        remitting {\n          ...TillMoney\n        }\n        chargedBack {\n          ...TillMoney\n        }\n      }\n      possibleActions {\n        action\n        blockedBecause\n        until\n        maxAmount {\n          ...TillMoney\n        }\n      }\n      decline {\n        code\n        family\n        sameCardAgain\n        otherCard\n      }\n      authorisation {\n        code\n        rrn\n        stan\n        terminal\n        authorisedAt\n        expiresAt\n      }\n      authentication {\n        version\n        challenged\n        eci\n        transStatus\n        reason\n      }\n      card {\n        brandChosenBy\n        brandsAvailable\n        product\n        funding\n        issuingCountry\n        issuer\n        expiry\n        enrolled\n        source\n        asOf\n        day: exposure(window: DAY_1) {\n          ...TillExposure\n        }\n        week: exposure(window: DAYS_7) {\n          ...TillExposure\n        }\n        month: exposure(window: DAYS_30) {\n          ...TillExposure\n        }\n      }\n      remittance {\n        id\n        number\n        businessDay\n        status\n      }\n      refunds {\n        ...TillRefund\n      }\n      session {\n        id\n        createdAt\n        metadata\n      }\n      events {\n        id\n        subjectId\n        type\n        from\n        to\n        actor\n        actorName\n        at\n        facts\n        amount {\n          ...TillMoney\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TillTransaction($id: ID!, $locale: String!) {\n    transaction(id: $id) {\n      ...TillRow\n      outcome\n      attempt\n      refusalReason\n      amounts {\n        requested {\n          ...TillMoney\n        }\n        authorised {\n          ...TillMoney\n        }\n        cancelled {\n          ...TillMoney\n        }\n        toValidate {\n          ...TillMoney\n        }\n        toCapture {\n          ...TillMoney\n        }\n        remitting {\n          ...TillMoney\n        }\n        chargedBack {\n          ...TillMoney\n        }\n      }\n      possibleActions {\n        action\n        blockedBecause\n        until\n        maxAmount {\n          ...TillMoney\n        }\n      }\n      decline {\n        code\n        family\n        sameCardAgain\n        otherCard\n      }\n      authorisation {\n        code\n        rrn\n        stan\n        terminal\n        authorisedAt\n        expiresAt\n      }\n      authentication {\n        version\n        challenged\n        eci\n        transStatus\n        reason\n      }\n      card {\n        brandChosenBy\n        brandsAvailable\n        product\n        funding\n        issuingCountry\n        issuer\n        expiry\n        enrolled\n        source\n        asOf\n        day: exposure(window: DAY_1) {\n          ...TillExposure\n        }\n        week: exposure(window: DAYS_7) {\n          ...TillExposure\n        }\n        month: exposure(window: DAYS_30) {\n          ...TillExposure\n        }\n      }\n      remittance {\n        id\n        number\n        businessDay\n        status\n      }\n      refunds {\n        ...TillRefund\n      }\n      session {\n        id\n        createdAt\n        metadata\n      }\n      events {\n        id\n        subjectId\n        type\n        from\n        to\n        actor\n        actorName\n        at\n        facts\n        amount {\n          ...TillMoney\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TillMoney on Money {\n    amount\n    currency\n    formatted(locale: $locale)\n  }\n"): (typeof documents)["\n  fragment TillMoney on Money {\n    amount\n    currency\n    formatted(locale: $locale)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TillExposure on Exposure {\n    count\n    refused\n    firstSeen\n    amount {\n      currency\n      formatted(locale: $locale)\n    }\n  }\n"): (typeof documents)["\n  fragment TillExposure on Exposure {\n    count\n    refused\n    firstSeen\n    amount {\n      currency\n      formatted(locale: $locale)\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TillRefund on Refund {\n    id\n    reference\n    status\n    reason\n    responseCode\n    createdAt\n    amount {\n      ...TillMoney\n    }\n    remittance {\n      id\n      number\n    }\n  }\n"): (typeof documents)["\n  fragment TillRefund on Refund {\n    id\n    reference\n    status\n    reason\n    responseCode\n    createdAt\n    amount {\n      ...TillMoney\n    }\n    remittance {\n      id\n      number\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillMessages($id: ID!) {\n    transaction(id: $id) {\n      id\n      messages {\n        kind\n        status\n        stan\n        attempts\n        responseCode\n        cause\n        request\n        answer\n        transmittedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query TillMessages($id: ID!) {\n    transaction(id: $id) {\n      id\n      messages {\n        kind\n        status\n        stan\n        attempts\n        responseCode\n        cause\n        request\n        answer\n        transmittedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillValidate($input: ValidateTransactionInput!, $locale: String!) {\n    validateTransaction(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillValidate($input: ValidateTransactionInput!, $locale: String!) {\n    validateTransaction(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillCancel($input: CancelTransactionInput!, $locale: String!) {\n    cancelTransaction(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillCancel($input: CancelTransactionInput!, $locale: String!) {\n    cancelTransaction(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillRefundIt($input: RefundTransactionInput!, $locale: String!) {\n    refundTransaction(input: $input) {\n      __typename\n      ... on Refund {\n        id\n        transaction {\n          ...TillRow\n        }\n      }\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillRefundIt($input: RefundTransactionInput!, $locale: String!) {\n    refundTransaction(input: $input) {\n      __typename\n      ... on Refund {\n        id\n        transaction {\n          ...TillRow\n        }\n      }\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillHold($input: HoldCaptureInput!, $locale: String!) {\n    holdCapture(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillHold($input: HoldCaptureInput!, $locale: String!) {\n    holdCapture(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillRelease($input: ReleaseCaptureInput!, $locale: String!) {\n    releaseCapture(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillRelease($input: ReleaseCaptureInput!, $locale: String!) {\n    releaseCapture(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillResolveUnknown($input: ResolveUnknownInput!, $locale: String!) {\n    resolveUnknown(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillResolveUnknown($input: ResolveUnknownInput!, $locale: String!) {\n    resolveUnknown(input: $input) {\n      __typename\n      ...TillRow\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TillRefusal on Refusal {\n    code\n    message\n    path\n    limit\n    retryable\n  }\n"): (typeof documents)["\n  fragment TillRefusal on Refusal {\n    code\n    message\n    path\n    limit\n    retryable\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillTransactions($filter: TransactionFilter, $first: Int!, $after: String, $locale: String!) {\n    transactions(filter: $filter, first: $first, after: $after) {\n      edges {\n        node {\n          ...TillRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query TillTransactions($filter: TransactionFilter, $first: Int!, $after: String, $locale: String!) {\n    transactions(filter: $filter, first: $first, after: $after) {\n      edges {\n        node {\n          ...TillRow\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillTransactionIds($filter: TransactionFilter, $first: Int!) {\n    transactions(filter: $filter, first: $first, orderBy: NEWEST_FIRST) {\n      edges {\n        node {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TillTransactionIds($filter: TransactionFilter, $first: Int!) {\n    transactions(filter: $filter, first: $first, orderBy: NEWEST_FIRST) {\n      edges {\n        node {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TillEndpoint on WebhookEndpoint {\n    id\n    url\n    description\n    events\n    status\n    disabledBecause\n    createdAt\n  }\n"): (typeof documents)["\n  fragment TillEndpoint on WebhookEndpoint {\n    id\n    url\n    description\n    events\n    status\n    disabledBecause\n    createdAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TillDelivery on Delivery {\n    id\n    endpointId\n    type\n    body\n    status\n    nextAttemptAt\n    createdAt\n    endedAt\n    attempts {\n      number\n      at\n      durationMs\n      statusCode\n      fault\n      answer\n    }\n  }\n"): (typeof documents)["\n  fragment TillDelivery on Delivery {\n    id\n    endpointId\n    type\n    body\n    status\n    nextAttemptAt\n    createdAt\n    endedAt\n    attempts {\n      number\n      at\n      durationMs\n      statusCode\n      fault\n      answer\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillEndpoints {\n    webhookEndpoints {\n      ...TillEndpoint\n    }\n  }\n"): (typeof documents)["\n  query TillEndpoints {\n    webhookEndpoints {\n      ...TillEndpoint\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillDeliveries($endpointId: ID, $status: DeliveryStatus, $first: Int!, $after: String) {\n    deliveries(endpointId: $endpointId, status: $status, first: $first, after: $after) {\n      edges {\n        node {\n          ...TillDelivery\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query TillDeliveries($endpointId: ID, $status: DeliveryStatus, $first: Int!, $after: String) {\n    deliveries(endpointId: $endpointId, status: $status, first: $first, after: $after) {\n      edges {\n        node {\n          ...TillDelivery\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillDeliveriesOfTransaction($id: ID!) {\n    transaction(id: $id) {\n      id\n      deliveries {\n        ...TillDelivery\n      }\n    }\n    webhookEndpoints {\n      ...TillEndpoint\n    }\n  }\n"): (typeof documents)["\n  query TillDeliveriesOfTransaction($id: ID!) {\n    transaction(id: $id) {\n      id\n      deliveries {\n        ...TillDelivery\n      }\n    }\n    webhookEndpoints {\n      ...TillEndpoint\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillCreateEndpoint($input: CreateWebhookEndpointInput!) {\n    createWebhookEndpoint(input: $input) {\n      __typename\n      ... on WebhookEndpointCreated {\n        secret\n        endpoint {\n          ...TillEndpoint\n        }\n      }\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillCreateEndpoint($input: CreateWebhookEndpointInput!) {\n    createWebhookEndpoint(input: $input) {\n      __typename\n      ... on WebhookEndpointCreated {\n        secret\n        endpoint {\n          ...TillEndpoint\n        }\n      }\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillRotateSecret($input: RotateWebhookSecretInput!) {\n    rotateWebhookSecret(input: $input) {\n      __typename\n      ... on WebhookSecretRotated {\n        secret\n        endpoint {\n          ...TillEndpoint\n        }\n      }\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillRotateSecret($input: RotateWebhookSecretInput!) {\n    rotateWebhookSecret(input: $input) {\n      __typename\n      ... on WebhookSecretRotated {\n        secret\n        endpoint {\n          ...TillEndpoint\n        }\n      }\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillDisableEndpoint($input: DisableWebhookEndpointInput!) {\n    disableWebhookEndpoint(input: $input) {\n      __typename\n      ... on WebhookEndpoint {\n        ...TillEndpoint\n      }\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillDisableEndpoint($input: DisableWebhookEndpointInput!) {\n    disableWebhookEndpoint(input: $input) {\n      __typename\n      ... on WebhookEndpoint {\n        ...TillEndpoint\n      }\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillEnableEndpoint($input: EnableWebhookEndpointInput!) {\n    enableWebhookEndpoint(input: $input) {\n      __typename\n      ... on WebhookEndpoint {\n        ...TillEndpoint\n      }\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillEnableEndpoint($input: EnableWebhookEndpointInput!) {\n    enableWebhookEndpoint(input: $input) {\n      __typename\n      ... on WebhookEndpoint {\n        ...TillEndpoint\n      }\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TillRedeliver($input: RedeliverInput!) {\n    redeliver(input: $input) {\n      __typename\n      ... on Delivery {\n        ...TillDelivery\n      }\n      ...TillRefusal\n    }\n  }\n"): (typeof documents)["\n  mutation TillRedeliver($input: RedeliverInput!) {\n    redeliver(input: $input) {\n      __typename\n      ... on Delivery {\n        ...TillDelivery\n      }\n      ...TillRefusal\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TillWork($locale: String!) {\n    workList {\n      id\n      kind\n      openedAt\n      transaction {\n        ...TillRow\n      }\n      remittance {\n        id\n        number\n        businessDay\n        status\n      }\n    }\n  }\n"): (typeof documents)["\n  query TillWork($locale: String!) {\n    workList {\n      id\n      kind\n      openedAt\n      transaction {\n        ...TillRow\n      }\n      remittance {\n        id\n        number\n        businessDay\n        status\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;