/** The mail server that the house hands its reports to: it keeps what it took, and behaves as the storm wants. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MailServer } from '../support/mail-server.js';

export const MAIL_FAULTS = ['refuse', 'refuse for good', 'hang'] as const;
export type MailFault = (typeof MAIL_FAULTS)[number];

const HANG_ms = 8_000;

export class MailBox {
  private constructor(
    private readonly server: MailServer,
    private readonly folder: string,
    private readonly suffered: (fault: MailFault) => void,
  ) {}

  static async start(folder: string, suffered: (fault: MailFault) => void): Promise<MailBox> {
    return new MailBox(await MailServer.start(), folder, suffered);
  }

  get port(): number {
    return this.server.port;
  }

  behave(fault: MailFault | null): void {
    const suffer = (now: MailFault, verdict: number): number => {
      this.suffered(now);
      return verdict;
    };
    switch (fault) {
      case null:
        return this.server.behave({});
      case 'refuse':
        return this.server.behave({ toLetter: () => suffer(fault, 451) });
      case 'refuse for good':
        return this.server.behave({ toRecipient: () => suffer(fault, 550) });
      case 'hang':
        return this.server.behave({
          toLetter: async () => {
            await sleep(HANG_ms);
            return suffer(fault, 421);
          },
        });
    }
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
}
