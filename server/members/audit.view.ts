import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../api/enums.js';
import { MoneyView } from '../api/money.view.js';
import { MANAGE_MEMBERS, May } from '../api/rules.js';
import type { ActorKind, Subject } from '../database/tables.js';
import type { AuditRow } from './audit-log.js';

const SUBJECTS: Readonly<Record<Subject, string>> = {
  SESSION: 'A payment session.',
  TRANSACTION: 'A transaction.',
  AUTHENTICATION: 'An authentication (3-D Secure).',
  REFUND: 'A refund.',
  REMITTANCE: 'A remittance.',
  SHOP: 'The shop itself.',
  KEY: 'A key of a merchant’s server.',
  MEMBER: 'A member.',
  ENDPOINT: "An endpoint: an address of a merchant's server that is told what happens.",
  REPORT: 'The report of a business day.',
};

const ACTORS: Readonly<Record<ActorKind, string>> = {
  SHOPPER: 'The person who pays.',
  MEMBER: 'A member of the shop.',
  KEY: "A merchant's server, by its key.",
  BANK: 'The bank.',
  TILL: 'The till itself, by a rule or because its time came.',
};

const described = (meanings: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(meanings).map(([name, description]) => [name, { description }]));

export const AuditSubjectEnum = enumOf(Object.keys(SUBJECTS) as Subject[]);
registerEnumType(AuditSubjectEnum, {
  name: 'AuditSubject',
  description: 'What a change is a change of.',
  valuesConfig: described(SUBJECTS),
});

export const ActorKindEnum = enumOf(Object.keys(ACTORS) as ActorKind[]);
registerEnumType(ActorKindEnum, {
  name: 'ActorKind',
  description: 'Who may do something.',
  valuesConfig: described(ACTORS),
});

@ObjectType('AuditActor', { description: 'Who did it.' })
@May(MANAGE_MEMBERS)
export class AuditActorView {
  @Field(() => ActorKindEnum, { description: 'What kind of actor.' })
  kind!: ActorKind;

  @Field(() => ID, { nullable: true, description: 'Id of the member, key or session; null for the bank and the till.' })
  id!: string | null;

  @Field(() => String, { nullable: true, description: "A member's e-mail address or a key's name; else null." })
  name!: string | null;
}

@ObjectType('AuditEntry', { description: 'One change of anything in the shop. Nobody can alter or delete it.' })
@May(MANAGE_MEMBERS)
export class AuditEntryView {
  @Field(() => ID, { description: 'Global id, `evt_…`.' })
  readonly id: string;

  @Field(() => AuditSubjectEnum, { description: 'What was changed.' })
  readonly subject: Subject;

  @Field(() => ID, { description: 'Its id.' })
  readonly subjectId: string;

  @Field(() => ID, { nullable: true, description: 'The transaction it belongs to; null for what belongs to none.' })
  readonly transactionId: string | null;

  @Field(() => String, { description: 'What happened, such as PROFILE_CHANGED or SIGN_IN_FAILED.' })
  readonly type: string;

  @Field(() => String, { description: 'Status before; NEW when there was nothing.' })
  readonly from: string;

  @Field(() => String, { description: 'Status after.' })
  readonly to: string;

  @Field(() => MoneyView, { nullable: true, description: 'How much it was about; null when not about money.' })
  readonly amount: MoneyView | null;

  @Field(() => GraphQLJSONObject, { description: 'What else is known of it.' })
  readonly facts: Record<string, unknown>;

  @Field(() => GraphQLDateTime, { description: "When, by the shop's clock." })
  readonly at: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was written down, in real time.' })
  readonly recordedAt: Date;

  readonly row: AuditRow;

  constructor(row: AuditRow) {
    this.row = row;
    this.id = row.id;
    this.subject = row.subject;
    this.subjectId = row.subject_id;
    this.transactionId = row.transaction_id;
    this.type = row.event;
    this.from = row.from_status;
    this.to = row.to_status;
    this.amount = row.amount === null || row.currency === null ? null : new MoneyView(row.amount, row.currency);
    this.facts = row.facts;
    this.at = row.at;
    this.recordedAt = row.recorded_at;
  }
}
