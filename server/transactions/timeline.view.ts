/**
 * What happened to a transaction, and what was said to the acquirer about it.
 */
import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { MoneyView } from '../api/money.view.js';
import { AS_ITS_OWNER, May } from '../api/rules.js';
import type { ExchangeRow } from './exchange.js';
import type { EventRow } from './loaders.js';

@ObjectType('TransactionEvent', {
  description: 'Something that happened. The events of a transaction are its journal: they are never changed.',
})
@May(AS_ITS_OWNER)
export class TransactionEventView {
  @Field(() => String, { description: 'Global id, `evt_…`.' })
  readonly id: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its place in the log, where it is read from there (`events`); null elsewhere.',
  })
  readonly cursor: string | null;

  @Field(() => ID, {
    description: 'What it happened to: the transaction itself, a refund of it, or its authentication.',
  })
  readonly subjectId: string;

  @Field(() => Int, { description: 'Its number among the events of its subject, from 1.' })
  readonly sequence: number;

  @Field(() => String, { description: 'What happened, such as AUTHORISED_FOR_CAPTURE.' })
  readonly type: string;

  @Field(() => String, { description: 'Status before.' })
  readonly from: string;

  @Field(() => String, { description: 'Status after.' })
  readonly to: string;

  @Field(() => MoneyView, { nullable: true, description: 'How much it was about.' })
  readonly amount: MoneyView | null;

  @Field(() => String, { description: 'Who did it: SHOPPER, MEMBER, KEY, BANK or TILL.' })
  readonly actor: string;

  @Field(() => GraphQLJSONObject, { description: 'What else is known of it.' })
  readonly facts: Record<string, unknown>;

  @Field(() => GraphQLDateTime, { description: "When, by the shop's clock." })
  readonly at: Date;

  readonly transactionId: string;
  readonly actorId: string | null;

  constructor(row: EventRow, cursor: string | null = null) {
    this.id = row.id;
    this.cursor = cursor;
    this.subjectId = row.subject_id;
    this.transactionId = row.transaction_id ?? row.subject_id;
    this.sequence = row.sequence;
    this.type = row.event;
    this.from = row.from_status;
    this.to = row.to_status;
    this.amount = row.amount === null || row.currency === null ? null : new MoneyView(row.amount, row.currency);
    this.actor = row.actor_kind;
    this.actorId = row.actor_kind === 'MEMBER' || row.actor_kind === 'KEY' ? row.actor_id : null;
    this.facts = row.facts;
    this.at = row.at;
  }
}

@ObjectType('ProtocolMessage', {
  description: 'One message to the acquirer and its answer, masked: no card number, no code.',
})
@May(AS_ITS_OWNER)
export class ProtocolMessageView {
  @Field(() => String, { description: 'AUTHORISATION, REVERSAL, RELEASE, CAPTURE or REFUND.' })
  readonly kind: string;

  @Field(() => String, { description: 'PENDING, ANSWERED or UNANSWERED.' })
  readonly status: string;

  @Field(() => String, { description: 'System trace audit number (ISO 8583 field 11).' })
  readonly stan: string;

  @Field(() => Int, { description: 'How often it was sent.' })
  readonly attempts: number;

  @Field(() => String, { nullable: true, description: 'Response code (ISO 8583 field 39).' })
  readonly responseCode: string | null;

  @Field(() => String, { nullable: true, description: 'Why there is no usable answer.' })
  readonly cause: string | null;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'Fields of the request by number, masked.' })
  readonly request: Record<string, string> | null;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'Fields of the answer by number, masked.' })
  readonly answer: Record<string, string> | null;

  @Field(() => GraphQLDateTime, { description: 'Transmission time (ISO 8583 field 7).' })
  readonly transmittedAt: Date;

  constructor(row: ExchangeRow) {
    this.kind = row.kind;
    this.status = row.status;
    this.stan = row.stan;
    this.attempts = row.attempts;
    this.responseCode = row.response_code;
    this.cause = row.cause;
    this.request = row.request;
    this.answer = row.answer;
    this.transmittedAt = row.transmitted_at;
  }
}
