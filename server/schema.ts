/**
 * The public schema, out of the rooms' doors. `npm run schema` writes it to `schema.graphql`; a test keeps the two alike.
 */
import 'reflect-metadata';
import { getNamedType, lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { callMethodsPlainly, readPropertiesPlainly } from './api/plain-fields.js';
import { CheckoutChangesResolver } from './checkout/checkout-changes.resolver.js';
import { CheckoutFieldsResolver } from './checkout/checkout-fields.resolver.js';
import { CheckoutResolver } from './checkout/checkout.resolver.js';
import { ApiKeyResolver } from './members/api-key.resolver.js';
import { AuditResolver } from './members/audit.resolver.js';
import { MemberResolver } from './members/member.resolver.js';
import { ShopSettingsResolver } from './members/shop-settings.resolver.js';
import { SignInResolver } from './members/sign-in.resolver.js';
import { DeliveryResolver } from './notifications/delivery.resolver.js';
import { WebhookEndpointResolver } from './notifications/endpoint.resolver.js';
import { NodeResolver } from './node.resolver.js';
import { RefundResolver, TransactionRefundsResolver } from './refunds/refund.resolver.js';
import {
  RefundRemittanceResolver,
  RemittanceFieldsResolver,
  RemittanceItemFieldsResolver,
  TransactionRemittanceResolver,
  WorkItemRemittanceResolver,
} from './remittance/remittance-fields.resolver.js';
import { RemittanceResolver } from './remittance/remittance.resolver.js';
import { DailyReportResolver, ReportMailResolver } from './reports/report.resolver.js';
import { SessionResolver } from './sessions/session.resolver.js';
import { TestClockResolver } from './test-clock.resolver.js';
import { TransactionDeliveriesResolver } from './transactions/deliveries.resolver.js';
import { CardExposureResolver } from './transactions/exposure.resolver.js';
import { FeedResolver } from './transactions/feed.resolver.js';
import { TransactionStatsResolver } from './reports/stats.resolver.js';
import { SessionTransactionsResolver, TransactionFieldsResolver } from './transactions/transaction-fields.resolver.js';
import { WorkListResolver } from './transactions/work-list.resolver.js';
import { TransactionResolver } from './transactions/transaction.resolver.js';

export function buildGuichetSchema(): GraphQLSchema {
  readPropertiesPlainly();
  const schema = buildSchemaSync({
    resolvers: [
      SessionResolver,
      TransactionResolver,
      TransactionFieldsResolver,
      SessionTransactionsResolver,
      CardExposureResolver,
      TransactionDeliveriesResolver,
      TransactionStatsResolver,
      CheckoutResolver,
      CheckoutFieldsResolver,
      CheckoutChangesResolver,
      WorkListResolver,
      RefundResolver,
      TransactionRefundsResolver,
      RemittanceResolver,
      RemittanceFieldsResolver,
      RemittanceItemFieldsResolver,
      TransactionRemittanceResolver,
      RefundRemittanceResolver,
      WorkItemRemittanceResolver,
      DailyReportResolver,
      ReportMailResolver,
      SignInResolver,
      MemberResolver,
      ShopSettingsResolver,
      ApiKeyResolver,
      AuditResolver,
      FeedResolver,
      WebhookEndpointResolver,
      DeliveryResolver,
      NodeResolver,
      TestClockResolver,
    ],
    validate: false,
    pubSub: NO_PUB_SUB,
  });
  callMethodsPlainly(schema);
  describeInputs(schema);
  return schema;
}

/** The library insists on one where there are subscriptions. Ours follow the log: what is only published may be missed. */
const NO_PUB_SUB = {
  publish: () => {
    throw new Error('Nothing is published: it is written into the log.');
  },
  subscribe: () => {
    throw new Error('The log is followed.');
  },
};

/** The one argument of a mutation says what its type says. */
function describeInputs(schema: GraphQLSchema): void {
  for (const { args } of Object.values(schema.getMutationType()?.getFields() ?? {}))
    for (const argument of args) argument.description ??= getNamedType(argument.type).description;
}

/** The schema as text, in an order that does not depend on which file was read first. */
export function printGuichetSchema(): string {
  return `${printSchema(lexicographicSortSchema(buildGuichetSchema()))}\n`;
}
