/**
 * The one box of the till: words that must all match, each in one of the ways that a person may mean it.
 */
import { BRANDS, type Brand } from '../../core/card.js';
import { holdsCardNumber, requireText } from '../../core/free-text.js';
import { CURRENCIES } from '../../core/money.js';
import { refuse } from '../../core/refusal.js';
import { TRANSACTION_STATUSES, type TransactionStatus } from '../../core/transaction.js';
import { readAmount, type AmountTerm } from './search-amount.js';

export type SearchTerm =
  | { readonly by: 'id' | 'reference' | 'rrn' | 'authorisation_code' | 'order'; readonly is: string }
  | { readonly by: 'lastFour'; readonly digits: string }
  | { readonly by: 'masked'; readonly first: string; readonly last: string }
  | { readonly by: 'status'; readonly is: TransactionStatus }
  | { readonly by: 'brand'; readonly is: Brand }
  | { readonly by: 'currency'; readonly is: string }
  | AmountTerm;

/** Every word, each as the ways in which it may match. */
export type Search = readonly (readonly SearchTerm[])[];

const MOST = { characters: 100, words: 8 } as const;

export function readSearch(text: string): Search {
  if (text.length > MOST.characters)
    throw wrong(`A search has at most ${MOST.characters} characters.`, `${MOST.characters} characters`);
  if (holdsCardNumberSomewhere(text))
    throw refuse('CARD_NUMBER_NOT_SEARCHABLE', 'Search for the last four digits only, such as last4:0005.', {
      path: 'filter.text',
      limit: 'the last 4 digits',
    });
  requireText(text, { path: 'filter.text', min: 0, max: MOST.characters });
  const words = wordsOf(text);
  if (words.length > MOST.words) throw wrong(`A search has at most ${MOST.words} words.`, `${MOST.words} words`);
  return words.map(word => (word.quoted ? [{ by: 'order', is: word.text }] : termsOf(word.text)));
}

interface Word {
  readonly text: string;
  readonly quoted: boolean;
}

/** `"two words"` are one. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/"([^"]+)"|[^\s"]+/gu)].map(([whole, quoted]) => ({
    text: quoted ?? whole,
    quoted: quoted !== undefined,
  }));
}

/** Any neighbouring words: a number may be grouped, and something else may stand beside it. */
function holdsCardNumberSomewhere(text: string): boolean {
  const words = text.split(/[\s"]+/u);
  return words.some((_, from) => words.some((__, to) => holdsCardNumber(words.slice(from, to + 1).join(' '))));
}

function termsOf(word: string): readonly SearchTerm[] {
  const [, name, value] = /^([a-z0-9]+):(.+)$/i.exec(word) ?? [];
  const named = name && value ? NAMED[name.toLowerCase()]?.(value) : undefined;
  return named ?? meaningsOf(word);
}

/** What can be asked for by its name; another name is no name: order numbers may hold a colon. */
const NAMED: Readonly<Record<string, (value: string) => readonly SearchTerm[]>> = {
  last4: value => {
    if (!/^\d{4}$/.test(value)) throw wrong('last4 takes four digits, such as last4:0005.');
    return [{ by: 'lastFour', digits: value }];
  },
  amount: value => {
    const amount = readAmount(value);
    if (!amount) throw wrong('amount takes a number such as 10.50, or >100, >=100, <100, <=100.');
    return [amount];
  },
  status: value => [{ by: 'status', is: oneOf(TRANSACTION_STATUSES, value, 'status') }],
  brand: value => [{ by: 'brand', is: oneOf(BRANDS, value, 'brand') }],
  currency: value => [{ by: 'currency', is: oneOf(Object.keys(CURRENCIES), value, 'currency') }],
  order: value => [{ by: 'order', is: value }],
  ref: value => [{ by: 'reference', is: value.toUpperCase() }],
  rrn: value => [{ by: 'rrn', is: value.toUpperCase() }],
  code: value => [{ by: 'authorisation_code', is: value.toUpperCase() }],
};

function meaningsOf(word: string): readonly SearchTerm[] {
  const terms: SearchTerm[] = [{ by: 'order', is: word }];
  const capitals = word.toUpperCase();
  const [, first, last] = /^(\d{0,6})[*•xX]{1,12}(\d{4})$/u.exec(word) ?? [];
  if (/^\d{4}$/.test(word)) terms.push({ by: 'lastFour', digits: word });
  if (first !== undefined && last !== undefined) terms.push({ by: 'masked', first, last });
  if (/^[A-Z0-9]{10}$/.test(capitals)) terms.push({ by: 'reference', is: capitals });
  if (/^[A-Z0-9]{12}$/.test(capitals)) terms.push({ by: 'rrn', is: capitals });
  if (/^[A-Z0-9]{6}$/.test(capitals)) terms.push({ by: 'authorisation_code', is: capitals });
  if (/^txn_[0-9a-z]{26}$/.test(word)) terms.push({ by: 'id', is: word });
  const amount = /^\d/.test(word) ? readAmount(word) : null;
  return amount ? [...terms, amount] : terms;
}

function oneOf<Name extends string>(names: readonly Name[], value: string, what: string): Name {
  const wanted = value.toUpperCase().replaceAll('-', '_');
  const found = names.find(name => name === wanted);
  if (found === undefined) throw wrong(`${what} is one of ${names.join(', ').toLowerCase()}.`);
  return found;
}

function wrong(message: string, limit?: string) {
  return refuse('INPUT_INVALID', message, { path: 'filter.text', ...(limit ? { limit } : {}) });
}
