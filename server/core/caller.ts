/**
 * Who is asking, and on whose behalf something is written.
 */
export const SCOPES = [
  'sessions:read',
  'sessions:write',
  'transactions:read',
  'transactions:write',
  'remittances:read',
  'remittances:write',
  'webhooks:write',
  'reports:read',
  'analytics:read',
  'clock:write',
] as const;
export type Scope = (typeof SCOPES)[number];

export const PROFILES = ['VIEWER', 'OPERATOR', 'ACCOUNTANT'] as const;
export type Profile = (typeof PROFILES)[number];

/** A merchant's server, by its key. */
export interface KeyCaller {
  readonly kind: 'KEY';
  readonly shopId: string;
  readonly keyId: string;
  /** The member who made the key: counts as requester where two people are needed. */
  readonly createdBy: string | null;
  readonly scopes: ReadonlySet<Scope>;
}

/** A person who signed in to the till. */
export interface MemberCaller {
  readonly kind: 'MEMBER';
  readonly shopId: string;
  readonly memberId: string;
  readonly profile: Profile;
  /** Which of the member's sign-ins asks: one per browser. */
  readonly signInId: string;
}

/** The person who pays, by the bearer token of one session; opens that session and nothing else. */
export interface ShopperCaller {
  readonly kind: 'SHOPPER';
  readonly shopId: string;
  readonly sessionId: string;
}

export interface NobodyCaller {
  readonly kind: 'NOBODY';
}

export type Caller = KeyCaller | MemberCaller | ShopperCaller | NobodyCaller;

/** Who did it, as the log keeps it. `BANK` and `TILL` (the house itself) act without being asked. */
export interface Actor {
  readonly kind: 'SHOPPER' | 'MEMBER' | 'KEY' | 'BANK' | 'TILL';
  readonly id: string | null;
  /** A member's profile, where the law asks for it (`members/ceiling.ts`); the log keeps the id alone. */
  readonly profile?: Profile;
}

export const THE_BANK: Actor = { kind: 'BANK', id: null };
export const THE_TILL: Actor = { kind: 'TILL', id: null };

export function actorOf(caller: Caller): Actor {
  switch (caller.kind) {
    case 'KEY':
      return { kind: 'KEY', id: caller.keyId };
    case 'MEMBER':
      return { kind: 'MEMBER', id: caller.memberId, profile: caller.profile };
    case 'SHOPPER':
      return { kind: 'SHOPPER', id: caller.sessionId };
    case 'NOBODY':
      throw new Error('Nobody cannot act.');
  }
}
