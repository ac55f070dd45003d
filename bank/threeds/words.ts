/**
 * What the issuer's pages say, in French and in English.
 */
export type Language = 'fr' | 'en';

interface Words {
  readonly title: string;
  readonly problem: string;
  readonly bank: string;
  readonly intro: string;
  readonly shop: string;
  readonly amount: string;
  readonly card: string;
  readonly code: string;
  readonly hint: string;
  readonly wrong: (left: number) => string;
  readonly submit: string;
  readonly cancel: string;
  readonly backTitle: string;
  readonly back: string;
  readonly goBack: string;
  readonly waitingTitle: string;
  readonly waiting: string;
  readonly methodTitle: string;
  readonly method: string;
  readonly unknownTitle: string;
  readonly unknown: string;
  readonly downTitle: string;
  readonly down: string;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Confirmez votre paiement',
    problem: 'Erreur',
    bank: 'Banque d’essai',
    intro: 'Votre banque vous demande de confirmer ce paiement. Vous avez dix minutes et trois essais.',
    shop: 'Boutique',
    amount: 'Montant',
    card: 'Carte',
    code: 'Code à usage unique',
    hint: 'Ceci est un essai : le code est 1234.',
    wrong: left => (left === 1 ? 'Ce code est faux. Il reste un essai.' : `Ce code est faux. Il reste ${left} essais.`),
    submit: 'Confirmer',
    cancel: 'Annuler',
    backTitle: 'Retour à la boutique',
    back: 'Votre banque a terminé. Vous retournez maintenant à la boutique.',
    goBack: 'Continuer',
    waitingTitle: 'Vérification en cours',
    waiting: 'Votre banque vérifie votre réponse. Veuillez patienter.',
    methodTitle: 'Votre banque',
    method: 'Votre banque a terminé.',
    unknownTitle: 'Demande inconnue',
    unknown: 'Votre banque ne connaît pas cette demande. Retournez à la boutique et recommencez.',
    downTitle: 'Service indisponible',
    down: 'Votre banque ne peut pas vous répondre pour le moment. Retournez à la boutique.',
  },
  en: {
    title: 'Confirm your payment',
    problem: 'Error',
    bank: 'Sandbox bank',
    intro: 'Your bank asks you to confirm this payment. You have ten minutes and three tries.',
    shop: 'Shop',
    amount: 'Amount',
    card: 'Card',
    code: 'One-time code',
    hint: 'This is a test: the code is 1234.',
    wrong: left =>
      left === 1 ? 'This code is wrong. One try is left.' : `This code is wrong. ${left} tries are left.`,
    submit: 'Confirm',
    cancel: 'Cancel',
    backTitle: 'Back to the shop',
    back: 'Your bank has finished. You are now going back to the shop.',
    goBack: 'Continue',
    waitingTitle: 'Checking',
    waiting: 'Your bank is checking your answer. Please wait.',
    methodTitle: 'Your bank',
    method: 'Your bank has finished.',
    unknownTitle: 'Unknown request',
    unknown: 'Your bank does not know this request. Go back to the shop and try again.',
    downTitle: 'Service unavailable',
    down: 'Your bank cannot answer you at the moment. Go back to the shop.',
  },
};

/** RFC 9110 section 12.5.4: the one that is wanted more; English when neither is named. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 1_000)
    .split(',')
    .flatMap(part => {
      const [range = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const quality = parameters.find(each => each.startsWith('q='))?.slice(2);
      const language = /^(fr|en)(?:-|$)/.exec(range)?.[1] as Language | undefined;
      return language ? [{ language, quality: quality === undefined ? 1 : Number(quality) || 0 }] : [];
    });
  // Sorting is stable: of equals the one that was named first.
  const [first] = wanted.filter(each => each.quality > 0).toSorted((one, other) => other.quality - one.quality);
  return first?.language ?? 'en';
}
