import { Field, ID, InputType, Int } from 'type-graphql';
import { BrandEnum } from '../api/domain-enums.js';
import type { Brand } from '../core/card.js';

@InputType('BrowserInput', {
  description: 'What the browser says of itself, for 3-D Secure (EMV 3DS 2.2, browser fields).',
})
export class BrowserInput {
  @Field(() => String, { nullable: true, description: 'Its Accept header.' })
  acceptHeader?: string | null;

  @Field(() => String, { nullable: true, description: 'Its User-Agent header.' })
  userAgent?: string | null;

  @Field(() => String, { nullable: true, description: 'Its language (BCP 47).' })
  language?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it runs JavaScript.' })
  javaScript?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Bits per pixel.' })
  colourDepth?: number | null;

  @Field(() => Int, { nullable: true, description: 'Height of its screen in pixels.' })
  screenHeight?: number | null;

  @Field(() => Int, { nullable: true, description: 'Width of its screen in pixels.' })
  screenWidth?: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes between UTC and its local time.' })
  timeZoneOffset_min?: number | null;

  @Field(() => String, { nullable: true, description: 'Its address.' })
  ip?: string | null;
}

@InputType('SubmitCardInput', { description: 'A card to pay with.' })
export class SubmitCardInput {
  @Field(() => String, { description: '1–255 characters. A repeated key and input never pays twice.' })
  idempotencyKey!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Card number, 12–19 digits with any separators; absent with sameCard.',
  })
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'MM/YY; absent with sameCard.' })
  expiry?: string | null;

  @Field(() => String, { nullable: true, description: 'Three digits, on American Express four. Never stored.' })
  securityCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Name on the card, at most 45 characters.' })
  holderName?: string | null;

  @Field(() => BrandEnum, {
    nullable: true,
    description: "The shopper's choice on a card with several brands; the shop's preference if absent.",
  })
  brand?: Brand | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the shopper consents to later payments with this card.',
  })
  saveCard?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Use the card of the last attempt again, with a new security code.',
  })
  sameCard?: boolean | null;

  @Field(() => BrowserInput, { nullable: true, description: 'What the browser says of itself.' })
  browser?: BrowserInput | null;
}

@InputType('ExtendCheckoutInput', { description: 'Nothing is needed.' })
export class ExtendCheckoutInput {
  @Field(() => String, { nullable: true, description: 'Ignored: asking twice harms nobody.' })
  idempotencyKey?: string | null;
}

@InputType('CancelCheckoutInput', { description: 'Nothing is needed.' })
export class CancelCheckoutInput {
  @Field(() => String, { nullable: true, description: 'Ignored: cancelling twice is cancelling once.' })
  idempotencyKey?: string | null;
}

@InputType('CancelPaymentSessionInput', { description: 'The session to cancel.' })
export class CancelPaymentSessionInput {
  @Field(() => String, { description: '1–255 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Id of the session, `ps_…`.' })
  sessionId!: string;
}

@InputType('CompleteMethodInput', { description: "How the issuer's hidden frame ended." })
export class CompleteMethodInput {
  @Field(() => Boolean, { description: 'Whether it came back within its ten seconds.' })
  done!: boolean;
}

@InputType('CompleteChallengeInput', { description: 'What the browser brought from the challenge.' })
export class CompleteChallengeInput {
  @Field(() => String, { nullable: true, description: 'The `cres`; not believed, and not needed.' })
  cres?: string | null;
}
