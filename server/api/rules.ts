/**
 * Who may see or do what, declared beside each field and checked once per document, before anything is executed. Whose row it is,
 * is a matter of SQL, not of these rules.
 */
import { GraphQLError, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';
import type { Caller, Profile, Scope } from '../core/caller.js';

export interface Rule {
  readonly anyone?: true;
  readonly shopper?: true;
  /** A merchant key with one of these scopes. */
  readonly scopes?: readonly Scope[];
  /** Members with one of these profiles. */
  readonly profiles?: readonly Profile[];
}

const EVERY_PROFILE = ['VIEWER', 'OPERATOR', 'ACCOUNTANT'] as const;

export const ANYONE: Rule = { anyone: true };
export const SHOPPER: Rule = { shopper: true };
export const READ_SESSIONS: Rule = { scopes: ['sessions:read'], profiles: EVERY_PROFILE };
/** What a session shows of itself, also to the key that may only open one. */
export const SEE_SESSION: Rule = { scopes: ['sessions:read', 'sessions:write'], profiles: EVERY_PROFILE };
export const WRITE_SESSIONS: Rule = { scopes: ['sessions:write'], profiles: ['ACCOUNTANT'] };
export const READ_TRANSACTIONS: Rule = { scopes: ['transactions:read'], profiles: EVERY_PROFILE };
export const SEE_TRANSACTION: Rule = { scopes: ['transactions:read', 'transactions:write'], profiles: EVERY_PROFILE };
export const VALIDATE: Rule = { scopes: ['transactions:write'], profiles: ['ACCOUNTANT'] };
export const CANCEL_OR_REFUND: Rule = { scopes: ['transactions:write'], profiles: ['OPERATOR', 'ACCOUNTANT'] };
export const WORK_LIST: Rule = { scopes: ['transactions:write'], profiles: ['ACCOUNTANT'] };
export const READ_STATISTICS: Rule = { scopes: ['analytics:read'], profiles: EVERY_PROFILE };
export const READ_REMITTANCES: Rule = { scopes: ['remittances:read'], profiles: EVERY_PROFILE };
export const SEE_REMITTANCE: Rule = { scopes: ['remittances:read', 'remittances:write'], profiles: EVERY_PROFILE };
export const WRITE_REMITTANCES: Rule = { scopes: ['remittances:write'], profiles: ['ACCOUNTANT'] };
export const WRITE_WEBHOOKS: Rule = { scopes: ['webhooks:write'], profiles: ['ACCOUNTANT'] };
export const READ_REPORTS: Rule = { scopes: ['reports:read'], profiles: ['ACCOUNTANT'] };
/** A report is part of the closing of the day: so is mailing it again. */
export const SEND_REPORTS: Rule = { scopes: ['remittances:write'], profiles: ['ACCOUNTANT'] };
export const SEE_REPORT: Rule = { scopes: ['reports:read', 'remittances:write'], profiles: ['ACCOUNTANT'] };
export const MOVE_CLOCK: Rule = { scopes: ['clock:write'], profiles: ['ACCOUNTANT'] };
/** What every member may do about themselves. */
export const ONESELF: Rule = { profiles: EVERY_PROFILE };
/** Members, keys, and who did what. */
export const MANAGE_MEMBERS: Rule = { profiles: ['ACCOUNTANT'] };
/** Part of something that is ruled elsewhere: whoever may see that may see this. */
export const AS_ITS_OWNER: Rule = ANYONE;

/** On a type: the rule of all its fields. On a field: its own, in place of its type's. */
export const May = (rule: Rule): ReturnType<typeof Extensions> => Extensions({ rule });

export function ruleOf(type: GraphQLObjectType, fieldName: string): Rule | undefined {
  const field = type.getFields()[fieldName];
  return (field?.extensions['rule'] ?? type.extensions['rule']) as Rule | undefined;
}

export function allows(rule: Rule, caller: Caller): boolean {
  if (rule.anyone) return true;
  switch (caller.kind) {
    case 'KEY':
      return rule.scopes?.some(scope => caller.scopes.has(scope)) ?? false;
    case 'MEMBER':
      return rule.profiles?.includes(caller.profile) ?? false;
    case 'SHOPPER':
      return rule.shopper === true;
    case 'NOBODY':
      return false;
  }
}

/** Throws for the first field that this caller may not ask for. */
export function requireAllowed(rules: readonly FieldRule[], caller: Caller): void {
  for (const { rule, coordinate } of rules) {
    if (allows(rule, caller)) continue;
    throw caller.kind === 'NOBODY'
      ? topLevelError('UNAUTHENTICATED', 'Sign in, or send a key or a session token.', 401)
      : topLevelError('FORBIDDEN', `You may not ask for ${coordinate}.`, 403);
  }
}

export interface FieldRule {
  readonly rule: Rule;
  /** `Type.field`, as the schema calls it. */
  readonly coordinate: string;
}

export type TopLevelCode =
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'BAD_USER_INPUT' | 'COST_EXCEEDED' | 'RATE_LIMITED' | 'INTERNAL';

export function topLevelError(code: TopLevelCode, message: string, status: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}

/** Every field that has no rule; the build fails unless there is none. */
export function fieldsWithoutRule(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => 'getInterfaces' in type && !type.name.startsWith('__'))
    .filter(type => 'isTypeOf' in type)
    .flatMap(type =>
      Object.keys(type.getFields())
        .filter(field => ruleOf(type, field) === undefined)
        .map(field => `${type.name}.${field}`),
    );
}
