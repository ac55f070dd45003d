/**
 * The mail server of the mailbox: takes whatever comes for whomever, and forwards nothing.
 */
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Envelope } from './store.js';

const LETTER_MOST_bytes = 25_000_000;

export function createSmtp(take: (envelope: Envelope, raw: Buffer) => void): SMTPServer {
  return new SMTPServer({
    name: 'mailbox',
    banner: 'Guichet test mailbox: nothing is forwarded',
    // It has no certificate and knows nobody: it is for loopback.
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: LETTER_MOST_bytes,
    maxClients: 50,
    socketTimeout: 30_000,
    closeTimeout: 200,
    onData: (stream, session, answer) => void collect(stream, session, take).then(() => answer(), answer),
  });
}

async function collect(
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
  take: (envelope: Envelope, raw: Buffer) => void,
): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LETTER_MOST_bytes) chunks.push(chunk);
  }
  if (size > LETTER_MOST_bytes) throw Object.assign(new Error('The letter is too big.'), { responseCode: 552 });
  const from = envelope.mailFrom ? envelope.mailFrom.address : '';
  take({ from, to: envelope.rcptTo.map(({ address }) => address) }, Buffer.concat(chunks));
}
