/**
 * What the simulated issuers were asked and what they said, and whether what comes to the bank is in keeping with it. Written from
 * PROTOCOL-3DS.md and the words of the domain; shares nothing with the house.
 */
import type { Message } from '../../bank/message.js';
import { readCard } from '../../bank/grammar.js';

/** An issuer's last word; `NOTHING` where the directory gave nothing that can be used. */
export type Word = 'Y' | 'A' | 'N' | 'U' | 'R' | 'I' | 'NOTHING';

/** One AReq, and what became of it. */
export interface Question {
  readonly serverId: string;
  readonly directoryId: string;
  readonly issuerId: string;
  readonly version: string;
  /** Where the RReq goes. */
  readonly resultUrl: string;
  readonly card: string;
  readonly acceptor: string;
  readonly amount: bigint;
  /** ISO 4217, three digits. */
  readonly currency: string;
  /** The two digits of the card that say what its issuer does. */
  readonly way: string;
  /** Null while a challenge is under way. */
  word: Word | null;
  proof: { readonly cavv: string; readonly eci: string } | null;
  /** What the house has said that it has written down. */
  acknowledged: Word | null;
  /** The authorisation that was asked for upon it. */
  usedBy: string | null;
}

export class SimProofs {
  readonly questions: Question[] = [];
  /** Shops that do not go on when nobody could say. */
  readonly strict = new Set<string>();
  /** Whether the house once asked in vain which cards are enrolled: what it decided then it may do much later. */
  wasLeftUnknowing = false;
  readonly #codes = new Map<string, string>();

  /** What is wrong with this authorisation, which was not asked for before; or nothing. */
  complaintAbout(message: Message): string | null {
    const id = `${message.terminal} ${message.must(7)} ${message.must(11)}`;
    const card = message.must(2);
    const of = (tag: string) => message.tags.get(tag);
    if (of('IN') === 'M')
      return of('CV') === undefined && of('SC') === undefined
        ? null
        : `${id}: what the merchant asks for carries what only a shopper can bring.`;
    return this.#complaintAboutCode(id, card, of('SC')) ?? this.#complaintAboutWord(id, message);
  }

  /** One typing of a security code goes into one message. */
  #complaintAboutCode(id: string, card: string, code: string | undefined): string | null {
    if (code === undefined) return null;
    const other = this.#codes.get(card);
    this.#codes.set(card, id);
    return other === undefined ? null : `${id}: its security code was told with ${other} before.`;
  }

  #complaintAboutWord(id: string, message: Message): string | null {
    const number = message.must(2);
    const card = readCard(number);
    const cavv = message.tags.get('CV');
    if (typeof card === 'string' || !card.enrolled)
      return cavv === undefined ? null : `${id}: a proof for a card that nobody was asked about.`;
    const question = this.questions.findLast(each => each.card === number);
    if (!question)
      return this.wasLeftUnknowing && !this.strict.has(message.acceptor)
        ? null
        : `${id}: authorised, and nobody was asked who pays.`;
    if (question.usedBy !== null) return `${id}: authorised upon the word that ${question.usedBy} was authorised upon.`;
    question.usedBy = id;
    return cavv === undefined ? this.#withoutProof(id, question, message) : withProof(id, cavv, question, message);
  }

  #withoutProof(id: string, { word, way }: Question, message: Message): string | null {
    if (word === 'I') return null;
    if ((word === 'U' || word === 'NOTHING') && !this.strict.has(message.acceptor)) return null;
    return `${id}: authorised without a proof, and its issuer (${way}) says ${word ?? 'nothing yet'}.`;
  }
}

function withProof(id: string, cavv: string, { proof, word, ...asked }: Question, message: Message): string | null {
  if (word !== 'Y' && word !== 'A') return `${id}: a proof, and its issuer says ${word ?? 'nothing yet'}.`;
  const is = [cavv, message.tags.get('EC'), message.tags.get('DT'), message.acceptor, message.amount, message.get(49)];
  const was = [proof?.cavv, proof?.eci, asked.directoryId, asked.acceptor, Number(asked.amount), asked.currency];
  return is.map(String).join(' ') === was.map(String).join(' ')
    ? null
    : `${id}: the proof of another thing: ${is.map(String).join(' ')} and not ${was.map(String).join(' ')}.`;
}
