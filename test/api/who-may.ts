/**
 * Who may ask for each root field, written by hand from the table of rights (members) and the list of scopes (keys). A new root
 * field is not finished until its line stands here.
 */
import type { Profile, Scope } from '../../server/core/caller.js';

export interface Right {
  readonly anybody?: true;
  readonly shopper?: true;
  readonly scopes?: readonly Scope[];
  readonly profiles?: readonly Profile[];
}

const ALL = ['VIEWER', 'OPERATOR', 'ACCOUNTANT'] as const;
const MONEY = ['OPERATOR', 'ACCOUNTANT'] as const;
const BOOKS = ['ACCOUNTANT'] as const;

const anybody: Right = { anybody: true };
const shopper: Right = { shopper: true };
const oneself: Right = { profiles: ALL };
const management: Right = { profiles: BOOKS };

export const WHO_MAY: Readonly<Record<string, Right>> = {
  checkout: shopper,
  submitCard: shopper,
  completeMethod: shopper,
  completeChallenge: shopper,
  abandonAuthentication: shopper,
  cancelCheckout: shopper,
  extendCheckout: shopper,

  paymentSession: { scopes: ['sessions:read'], profiles: ALL },
  paymentSessions: { scopes: ['sessions:read'], profiles: ALL },
  createPaymentSession: { scopes: ['sessions:write'], profiles: BOOKS },
  cancelPaymentSession: { scopes: ['sessions:write'], profiles: BOOKS },

  transaction: { scopes: ['transactions:read'], profiles: ALL },
  transactions: { scopes: ['transactions:read'], profiles: ALL },
  transactionStats: { scopes: ['analytics:read'], profiles: ALL },
  events: { scopes: ['transactions:read'], profiles: ALL },
  feedCursor: { scopes: ['transactions:read'], profiles: ALL },
  refund: { scopes: ['transactions:read'], profiles: ALL },
  cancelTransaction: { scopes: ['transactions:write'], profiles: MONEY },
  refundTransaction: { scopes: ['transactions:write'], profiles: MONEY },
  reverseTransaction: { scopes: ['transactions:write'], profiles: MONEY },
  validateTransaction: { scopes: ['transactions:write'], profiles: BOOKS },
  workList: { scopes: ['transactions:write'], profiles: BOOKS },
  resolveUnknown: { scopes: ['transactions:write'], profiles: BOOKS },

  remittance: { scopes: ['remittances:read'], profiles: ALL },
  remittances: { scopes: ['remittances:read'], profiles: ALL },
  closeRemittance: { scopes: ['remittances:write'], profiles: BOOKS },
  resolveRemittance: { scopes: ['remittances:write'], profiles: BOOKS },
  holdCapture: { scopes: ['remittances:write'], profiles: BOOKS },
  releaseCapture: { scopes: ['remittances:write'], profiles: BOOKS },

  dailyReports: { scopes: ['reports:read'], profiles: BOOKS },
  sendDailyReport: { scopes: ['remittances:write'], profiles: BOOKS },

  webhookEndpoints: { scopes: ['webhooks:write'], profiles: BOOKS },
  createWebhookEndpoint: { scopes: ['webhooks:write'], profiles: BOOKS },
  disableWebhookEndpoint: { scopes: ['webhooks:write'], profiles: BOOKS },
  enableWebhookEndpoint: { scopes: ['webhooks:write'], profiles: BOOKS },
  rotateWebhookSecret: { scopes: ['webhooks:write'], profiles: BOOKS },
  returnSecret: { scopes: ['webhooks:write'], profiles: BOOKS },
  deliveries: { scopes: ['webhooks:write'], profiles: BOOKS },
  redeliver: { scopes: ['webhooks:write'], profiles: BOOKS },

  node: { scopes: ['sessions:read', 'transactions:read', 'remittances:read'], profiles: ALL },
  advanceTestClock: { scopes: ['clock:write'], profiles: BOOKS },

  signIn: anybody,
  invitation: anybody,
  acceptInvitation: anybody,
  me: oneself,
  signOut: oneself,
  signOutEverywhere: oneself,
  changePassword: oneself,
  members: management,
  inviteMember: management,
  changeMemberProfile: management,
  disableMember: management,
  apiKeys: management,
  createApiKey: management,
  revokeApiKey: management,
  auditLog: management,
  shopSettings: management,
  updateShopSettings: management,
};

/** The same of what is followed over a socket. */
export const WHO_MAY_FOLLOW: Readonly<Record<string, Right>> = {
  transactionEvents: { scopes: ['transactions:read'], profiles: ALL },
  checkoutChanged: shopper,
};
