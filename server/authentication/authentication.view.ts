import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Reads } from '../api/asked.js';
import { enumOf } from '../api/enums.js';
import { AS_ITS_OWNER, May } from '../api/rules.js';
import {
  AUTHENTICATION_OUTCOMES,
  AUTHENTICATION_TABLE,
  liabilityOf,
  type AuthenticationOutcome,
} from '../core/authentication.js';
import type { Brand } from '../core/card.js';
import type { Initiator } from '../core/ports.js';
import { directoryBrand } from '../core/threeds-ranges.js';
import type { ShownAuthentication } from './authentication.js';

export const AuthenticationOutcomeEnum = enumOf(AUTHENTICATION_OUTCOMES);
registerEnumType(AuthenticationOutcomeEnum, {
  name: 'AuthenticationOutcome',
  description: 'How an authentication (EMV 3-D Secure) ended.',
  valuesConfig: Object.fromEntries(
    AUTHENTICATION_OUTCOMES.map(outcome => [outcome, { description: AUTHENTICATION_TABLE[outcome].meaning }]),
  ),
});

const LiabilityEnum = enumOf(['ISSUER', 'MERCHANT']);
registerEnumType(LiabilityEnum, {
  name: 'Liability',
  description: 'Who bears a fraud.',
  valuesConfig: {
    ISSUER: { description: "The card's bank: it authenticated the shopper, or vouches for the attempt." },
    MERCHANT: { description: 'The shop.' },
  },
});

/** Of its own row; the outcome is the transaction's. */
const Of = Reads<ShownAuthentication>;

@ObjectType('Authentication', {
  description: '3-D Secure: what the issuer said of the shopper, and who bears a fraud.',
})
@May(AS_ITS_OWNER)
export class AuthenticationView {
  @Field(() => AuthenticationOutcomeEnum, { nullable: true, description: 'How it ended; null while it is under way.' })
  @Of()
  readonly outcome: AuthenticationOutcome | null;

  @Field(() => String, { nullable: true, description: 'Protocol version, such as 2.2.0; null where nobody was asked.' })
  @Of('version')
  readonly version: string | null;

  @Field(() => String, { nullable: true, description: 'Electronic commerce indicator, two digits.' })
  @Of('eci')
  readonly eci: string | null;

  @Field(() => String, { nullable: true, description: "The issuer's last word (`transStatus`)." })
  @Of('trans_status')
  readonly transStatus: string | null;

  @Field(() => String, { nullable: true, description: 'Why (`transStatusReason`), two digits.' })
  @Of('reason')
  readonly reason: string | null;

  @Field(() => String, { nullable: true, description: "The directory's id of it (`dsTransID`)." })
  @Of('directory_transaction_id')
  readonly directoryTransactionId: string | null;

  @Field(() => Boolean, { description: 'Whether the issuer asked the shopper to prove who they are.' })
  @Of('acs_url')
  readonly challenged: boolean;

  @Field(() => LiabilityEnum, { description: 'Who bears a fraud.' })
  @Of('eci')
  readonly liability: 'ISSUER' | 'MERCHANT';

  constructor(
    /** `initiator` asked for the authorisation that holds now: what the merchant asks for again goes without the proof. */
    transaction: { readonly authentication_outcome: AuthenticationOutcome | null; readonly initiator: Initiator },
    row: ShownAuthentication | null,
    card: { readonly brand: Brand; readonly brands: readonly Brand[] },
  ) {
    const { authentication_outcome: outcome, initiator } = transaction;
    this.outcome = outcome;
    this.version = row?.version ?? null;
    this.eci = row?.eci ?? null;
    this.transStatus = row?.trans_status ?? null;
    this.reason = row?.reason ?? null;
    this.directoryTransactionId = row?.directory_transaction_id ?? null;
    this.challenged = row?.acs_url !== null && row !== null;
    // The ECI counts by the directory that gave it, whichever brand the shopper chose.
    const proven = outcome !== null && AUTHENTICATION_TABLE[outcome].carriesProof && initiator === 'SHOPPER';
    this.liability = liabilityOf(directoryBrand(card.brands) ?? card.brand, proven ? this.eci : null);
  }
}
