/** The mailbox as a process of its own, for containers; `npm start` has it in the launcher. */
import { startMailbox } from './mailbox.js';

const mailbox = await startMailbox({
  folder: process.env['MAILBOX_FOLDER'] ?? '/data/mailbox',
  smtpPort: Number(process.env['MAILBOX_SMTP_PORT'] ?? 1025),
  pagesPort: Number(process.env['MAILBOX_PORT'] ?? 8025),
  host: process.env['MAILBOX_HOST'] ?? '127.0.0.1',
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void mailbox.close());
