/**
 * The issuer's first word on an AReq: the card says what happens (PROTOCOL-3DS.md, "What a test card does"). It changes
 * nothing itself.
 */
import { authenticationOf, maskCard, readCard } from '../grammar.js';
import { rangeOf } from '../ranges.js';
import type { Authenticated, TransStatus } from './changes.js';
import { type Json, field, must } from './message.js';
import { cavvOf, eciOf, internationalBrand } from './proof.js';

export interface AuthenticateContext {
  readonly hash: (text: string) => string;
  readonly newId: () => string;
  /** Where the issuer's pages are. */
  readonly origin: string;
}

type Outcome = readonly [status: TransStatus, reason?: string];

const FRICTIONLESS: Readonly<Record<string, Outcome>> = {
  '01': ['Y'],
  '03': ['A'],
  '04': ['N', '01'],
  '05': ['U', '22'],
  '06': ['R', '11'],
  '12': ['I'],
};

const NO_SUCH_CARD: Outcome = ['U', '08'];
const NOT_ENROLLED: Outcome = ['U', '13'];

function outcomeOf(number: string, methodDone: boolean): Outcome {
  const card = readCard(number);
  if (typeof card === 'string') return NO_SUCH_CARD;
  if (!card.enrolled) return NOT_ENROLLED;
  const behaviour = authenticationOf(number);
  if (behaviour === '11') return methodDone ? ['Y'] : ['C'];
  return FRICTIONLESS[behaviour] ?? ['C'];
}

export function authenticate(areq: Json, { hash, newId }: AuthenticateContext): Authenticated {
  const number = must(areq, 'acctNumber');
  const [transStatus, transStatusReason] = outcomeOf(number, field(areq, 'threeDSCompInd') === 'Y');
  const acsTransID = newId();
  const brand = internationalBrand(rangeOf(number)?.brands ?? []);
  const proof =
    transStatus === 'Y' || transStatus === 'A'
      ? { eci: eciOf(brand, transStatus), cavvHash: hash(cavvOf(hash, acsTransID)) }
      : {};
  return {
    kind: 'AUTHENTICATED',
    acsTransID,
    dsTransID: newId(),
    threeDSServerTransID: must(areq, 'threeDSServerTransID'),
    messageVersion: must(areq, 'messageVersion'),
    acceptor: must(areq, 'acquirerMerchantID').trimEnd(),
    card: maskCard(number),
    cardHash: hash(number),
    behaviour: authenticationOf(number),
    brand,
    currency: must(areq, 'purchaseCurrency'),
    exponent: Number(must(areq, 'purchaseExponent')),
    amount: Number(must(areq, 'purchaseAmount')),
    merchantName: must(areq, 'merchantName'),
    threeDSServerURL: must(areq, 'threeDSServerURL'),
    notificationURL: must(areq, 'notificationURL'),
    transStatus,
    ...(transStatusReason !== undefined && { transStatusReason }),
    ...proof,
  };
}

export function aresOf(authenticated: Authenticated, { hash, origin }: AuthenticateContext): Json {
  const { acsTransID, dsTransID, threeDSServerTransID, messageVersion, transStatus, transStatusReason } = authenticated;
  return {
    messageType: 'ARes',
    messageVersion,
    threeDSServerTransID,
    dsTransID,
    acsTransID,
    dsReferenceNumber: 'SANDBOX-DS-0001',
    acsReferenceNumber: 'SANDBOX-ACS-0001',
    acsOperatorID: 'SANDBOX-ISSUER',
    transStatus,
    ...(transStatusReason !== undefined && { transStatusReason }),
    ...(authenticated.eci !== undefined && {
      eci: authenticated.eci,
      authenticationValue: cavvOf(hash, acsTransID),
    }),
    ...(transStatus === 'C' && {
      acsChallengeMandated: 'Y',
      acsURL: `${origin}/acs/challenge/${acsTransID}`,
      authenticationType: '02',
    }),
  };
}
