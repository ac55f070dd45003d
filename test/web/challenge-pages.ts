/**
 * What a shopper does while the card's bank checks who they are: on our pages, and on the bank's, wherever they stand.
 */
import type { FrameLocator, Page } from 'playwright-core';
import type { House } from '../support/house.js';
import { sandboxCard } from '../support/shopping.js';
import type { Visitor } from './browser.js';
import { WORDS, openCheckout, press, typeCard, type Opened } from './checkout-pages.js';

type Language = 'en' | 'fr';

export const CHALLENGE = {
  en: {
    title: 'Your bank wants to check it is you',
    frame: 'The page of your bank',
    go: 'Continue with my bank',
    fullPage: 'Open in full page',
    otherCard: 'Use another card',
    awaiting: 'We are waiting for your bank’s answer',
    confirm: 'Confirm',
    cancel: 'Cancel',
    code: 'One-time code',
    noMoney: 'No money was taken.',
  },
  fr: {
    title: 'Votre banque veut vérifier que c’est bien vous',
    frame: 'La page de votre banque',
    go: 'Continuer avec ma banque',
    fullPage: 'Ouvrir en pleine page',
    otherCard: 'Prendre une autre carte',
    awaiting: 'Nous attendons la réponse de votre banque',
    confirm: 'Confirmer',
    cancel: 'Annuler',
    code: 'Code à usage unique',
    noMoney: 'Aucun montant n’a été débité.',
  },
} as const;

/** A card whose third pair of digits says what its bank's 3-D Secure does. */
export const enrolledCard = (threeds: string, serial = '00000'): string =>
  sandboxCard('00', { bin: '411111', threeds, serial });

/** A session, paid with this card up to the point where its bank takes over. */
export async function payEnrolled(
  house: House,
  { page }: Visitor,
  threeds: string,
  language: Language = 'en',
): Promise<Opened> {
  const session = await openCheckout(house, { locale: language });
  await page.goto(session.checkoutUrl);
  await typeCard(page, WORDS[language], enrolledCard(threeds));
  await press(page, WORDS[language]);
  return session;
}

export async function untilTitle(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** The bank's page: in our frame with a script, in place of ours without. */
export async function bankPage({ page }: Visitor, language: Language, script: boolean): Promise<Page | FrameLocator> {
  const words = CHALLENGE[language];
  await untilTitle(page, words.title);
  if (script) return page.frameLocator(`iframe[title="${words.frame}"]`);
  await page.getByRole('button', { name: words.go }).click();
  return page;
}

/** The bank's pages speak the browser's language, which is the visitor's. */
export async function answerBank(bank: Page | FrameLocator, language: Language, code: string): Promise<void> {
  await bank.getByLabel(CHALLENGE[language].code).fill(code);
  await bank.getByRole('button', { name: CHALLENGE[language].confirm }).click();
}

/** Without a script the bank's last page has a button that leads back. */
export async function leaveBank(bank: Page | FrameLocator, language: Language, script: boolean): Promise<void> {
  if (!script) await bank.getByRole('button', { name: language === 'en' ? 'Continue' : 'Continuer' }).click();
}
