/**
 * The words of a report, in the language the shop wants it in: `mail.…` of `messages/{fr,en}.json`.
 */
import { formatMoney } from '../core/money.js';
import type { Texts } from '../database/deps.js';

export class Words {
  constructor(
    private readonly texts: Texts,
    readonly language: 'fr' | 'en',
    private readonly zone: string,
  ) {}

  say(key: string, values: Readonly<Record<string, string>> = {}): string {
    const text = this.texts.text(this.language, key);
    return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  }

  /** For a key that is put together from data: what has no words of its own yet is named as it is. */
  sayIfThere(key: string, otherwise: string): string {
    return this.texts.has(key) ? this.say(key) : otherwise;
  }

  money(amount: bigint, currency: string): string {
    return formatMoney({ amount, currency }, this.language);
  }

  count(count: number): string {
    return count.toLocaleString(this.language);
  }

  /** `2027-03-10` as people write it. */
  day(businessDay: string): string {
    const options = { dateStyle: 'full', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(this.locale, options).format(new Date(`${businessDay}T00:00:00Z`));
  }

  /** An instant on the shop's wall. */
  moment(instant: Date): string {
    const options = { dateStyle: 'short', timeStyle: 'short', timeZone: this.zone } as const;
    return new Intl.DateTimeFormat(this.locale, options).format(instant);
  }

  /** English as in Europe, where the shops are: the day before the month. */
  private get locale(): string {
    return this.language === 'en' ? 'en-GB' : 'fr-FR';
  }
}
