/** What clients ask, and how they read it. Everything shown with a status is shown with its id, so that it can be held against the log. */

const REFUSAL = '... on Refusal { code message retryable }';
const AMOUNTS = `amounts { authorised { amount } cancelled { amount } toValidate { amount } toCapture { amount }
  remitting { amount } captured { amount } refunded { amount } refundPending { amount } }`;
const TRANSACTION = `__typename id reference status ${AMOUNTS}`;
const SESSION = '__typename id status orderId';
const CHECKOUT = `__typename id status step attemptsLeft method { url data } challenge { acsUrl creq sessionData }
  decline { nextStep moneyTaken } ticket { reference }`;
const REFUND = '__typename id reference status amount { amount currency } transaction { id }';
const REMITTANCE = '__typename id number status currency debitCount creditCount';

const mutation = (field: string, type: string, shown: string): string =>
  `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ${shown} ${REFUSAL} } }`;
const inputOf = (field: string): string => `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
const on = (type: string, fields: string): string => `... on ${type} { ${fields} }`;
const changes = (field: string, type: string, fields: string): string =>
  mutation(field, inputOf(field), on(type, fields));

export const CREATE_SESSION = changes('createPaymentSession', 'PaymentSession', `${SESSION} token checkoutUrl`);
export const CANCEL_SESSION = changes('cancelPaymentSession', 'PaymentSession', SESSION);

export const SUBMIT_CARD = changes('submitCard', 'CheckoutSession', CHECKOUT);
export const COMPLETE_METHOD = changes('completeMethod', 'CheckoutSession', CHECKOUT);
export const COMPLETE_CHALLENGE = changes('completeChallenge', 'CheckoutSession', CHECKOUT);
export const CANCEL_CHECKOUT = changes('cancelCheckout', 'CheckoutSession', CHECKOUT);
export const EXTEND_CHECKOUT = changes('extendCheckout', 'CheckoutSession', CHECKOUT);
export const ABANDON = `mutation { abandonAuthentication { ${on('CheckoutSession', CHECKOUT)} ${REFUSAL} } }`;
export const SEE_CHECKOUT = `{ checkout { ${CHECKOUT} } }`;

export const FOLLOW_CHECKOUT = `subscription { checkoutChanged { ${CHECKOUT} } }`;

export const OPERATIONS = {
  validateTransaction: changes('validateTransaction', 'Transaction', TRANSACTION),
  cancelTransaction: changes('cancelTransaction', 'Transaction', TRANSACTION),
  reverseTransaction: changes('reverseTransaction', 'Transaction', TRANSACTION),
  refundTransaction: changes('refundTransaction', 'Refund', REFUND),
  holdCapture: changes('holdCapture', 'Transaction', TRANSACTION),
  releaseCapture: changes('releaseCapture', 'Transaction', TRANSACTION),
  resolveUnknown: changes('resolveUnknown', 'Transaction', TRANSACTION),
  closeRemittance: changes('closeRemittance', 'Remittance', REMITTANCE),
  resolveRemittance: changes('resolveRemittance', 'Remittance', REMITTANCE),
} as const;
export type Operation = keyof typeof OPERATIONS;

export const LIST_TRANSACTIONS = `query ($first: Int, $filter: TransactionFilter, $orderBy: TransactionOrder!) {
  transactions(first: $first, filter: $filter, orderBy: $orderBy) {
    edges { node { ${TRANSACTION} authorisation { rrn } refunds { id status amount { amount } } } } } }`;
export const SEE_TRANSACTION = `query ($id: ID!) { transaction(id: $id) { ${TRANSACTION} authorisation { rrn }
  refunds { id status amount { amount } } possibleActions { action maxAmount { amount } blockedBecause }
  events { sequence type } } }`;
export const SEE_SESSION = `query ($id: ID!) { paymentSession(id: $id) { ${SESSION} transactions { ${TRANSACTION} } } }`;
export const LIST_SESSIONS = `query ($first: Int) { paymentSessions(first: $first) { edges { node { ${SESSION} } } } }`;
export const SEE_REFUND = `query ($id: ID!) { refund(id: $id) { ${REFUND} } }`;
export const SEE_REMITTANCE = `query ($id: ID!) { remittance(id: $id) { ${REMITTANCE} items { edges { node { transaction { id status } } } } } }`;
/** What has a status of its own kind is asked for in a document of its own. */
const nodeOf = (type: string, shown: string): string => `query ($id: ID!) { node(id: $id) { ${on(type, shown)} } }`;
export const SEE_NODE = {
  ps: nodeOf('PaymentSession', SESSION),
  txn: nodeOf('Transaction', TRANSACTION),
  ref: nodeOf('Refund', REFUND),
  rem: nodeOf('Remittance', REMITTANCE),
} as const;
export const RETURN_SECRET = '{ returnSecret }';
export const LIST_REMITTANCES = `{ remittances(first: 20) { edges { node { ${REMITTANCE} } } } }`;
export const WORK_LIST = `{ workList { id kind transaction { __typename id status authorisation { rrn } } remittance { __typename id status } } }`;
export const EVENTS = `query ($after: String, $first: Int) { events(after: $after, first: $first) {
  edges { cursor node { id sequence subjectId type to transaction { id } } } } }`;
export const FEED_CURSOR = '{ feedCursor }';
export const FOLLOW = `subscription ($after: String, $filter: TransactionEventFilter) {
  transactionEvents(after: $after, filter: $filter) { cursor id sequence subjectId type to transaction { id } } }`;

export const SIGN_IN = changes('signIn', 'Member', 'id profile');
export const SIGN_OUT = `mutation { signOut { __typename ${on('SignedOut', 'ended')} ${REFUSAL} } }`;
export const SIGN_OUT_EVERYWHERE = `mutation { signOutEverywhere { __typename ${on('SignedOut', 'ended')} ${REFUSAL} } }`;
export const ME = '{ me { id profile status } }';
export const INVITATION = 'query ($token: String!) { invitation(token: $token) { email profile shopName } }';
export const ACCEPT_INVITATION = changes('acceptInvitation', 'Member', 'id profile');
export const CREATE_ENDPOINT = changes(
  'createWebhookEndpoint',
  'WebhookEndpointCreated',
  'endpoint { id status } secret',
);
export const ENABLE_ENDPOINT = changes('enableWebhookEndpoint', 'WebhookEndpoint', 'id status');
export const DISABLE_ENDPOINT = changes('disableWebhookEndpoint', 'WebhookEndpoint', 'id status');
export const ROTATE_SECRET = changes('rotateWebhookSecret', 'WebhookSecretRotated', 'endpoint { id status } secret');
const DELIVERY = '__typename id endpointId cursor status';
export const LIST_DELIVERIES = `query ($endpointId: ID, $status: DeliveryStatus) {
  deliveries(first: 20, endpointId: $endpointId, status: $status) { edges { node { ${DELIVERY} attempts { number statusCode fault } } } } }`;
export const REDELIVER = changes('redeliver', 'Delivery', DELIVERY);
export const ADVANCE_CLOCK = changes('advanceTestClock', 'TestClock', 'now aheadSeconds');
export const LIST_ENDPOINTS = '{ webhookEndpoints { id status } }';
export const LIST_REPORTS = '{ dailyReports(first: 5) { edges { node { __typename id status } } } }';
export const SEND_REPORT = changes('sendDailyReport', 'DailyReport', 'id status');
export const AUDIT_LOG = '{ auditLog(first: 20) { edges { node { id type subjectId from to } } } }';
export const STATISTICS = '{ transactionStats(groupBy: [STATUS, CURRENCY]) { status currency count } }';
export const LIST_MEMBERS = '{ members { id profile status } }';
export const INVITE = changes('inviteMember', 'Member', 'id status invitationUrl');
export const CHANGE_PROFILE = changes('changeMemberProfile', 'Member', 'id profile status');
export const CHANGE_PASSWORD = changes('changePassword', 'Member', 'id status');
export const DISABLE_MEMBER = changes('disableMember', 'Member', 'id status');
export const LIST_KEYS = '{ apiKeys { id name createdBy revokedAt } }';
export const CREATE_KEY = changes('createApiKey', 'ApiKeyCreated', 'apiKey { id name } key');
export const REVOKE_KEY = changes('revokeApiKey', 'ApiKey', 'id name');
export const SEE_SETTINGS = '{ shopSettings { id reportLocale version } }';
export const SETTINGS = changes('updateShopSettings', 'ShopSettings', 'id version');
