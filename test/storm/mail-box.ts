/** The mail server that the house hands its reports to: it keeps what it took, and behaves as the storm wants. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MailServer } from '../support/mail-server.js';

export const MAIL_FAULTS = ['refuse', 'refuse for good', 'hang'] as const;
export type MailFault = (typeof MAIL_FAULTS)[number];

const HANG_ms = 8_000;

export class MailBox {
  /** What befalls the next letters, one each. */
  #orders: MailFault[] = [];

  private constructor(
    private readonly server: MailServer,
    private readonly folder: string,
    private readonly suffered: (fault: MailFault) => void,
  ) {
    server.behave({
      toRecipient: () => (this.#suffers('refuse for good') ? 550 : undefined),
      toLetter: async () => {
        if (this.#suffers('refuse')) return 451;
        if (!this.#suffers('hang')) return undefined;
        await sleep(HANG_ms);
        return 421;
      },
    });
  }

  static async start(folder: string, suffered: (fault: MailFault) => void): Promise<MailBox> {
    return new MailBox(await MailServer.start(), folder, suffered);
  }

  get port(): number {
    return this.server.port;
  }

  order(fault: MailFault): void {
    if (!this.#orders.includes(fault)) this.#orders.push(fault);
  }

  calm(): void {
    this.#orders = [];
  }

  /** Everything that came whole, as it came. */
  async keep(): Promise<number> {
    for (const [index, { raw }] of this.server.heard.entries())
      await writeFile(join(this.folder, `${String(index + 1).padStart(5, '0')}.eml`), raw, { mode: 0o600 });
    return this.server.heard.length;
  }

  close(): Promise<void> {
    return this.server.close();
  }

  #suffers(fault: MailFault): boolean {
    if (this.#orders[0] !== fault) return false;
    this.#orders.shift();
    this.suffered(fault);
    return true;
  }
}
