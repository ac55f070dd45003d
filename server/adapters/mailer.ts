/**
 * Mail over SMTP (RFC 5321), by nodemailer: one connection and one recipient at a time, so that each recipient has an
 * outcome of its own and a process that dies repeats no more than one.
 */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Mail, MailAnswer, Mailer, MailFault } from '../core/mailer-port.js';
import type { Timers } from '../core/ports.js';
import type { Secret } from '../core/secret.js';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `IMPLICIT`: TLS from the first byte (RFC 8314). `STARTTLS`: required before anything is said. `NONE`: in the clear. */
  readonly tls: 'IMPLICIT' | 'STARTTLS' | 'NONE';
  readonly user: { readonly name: string; readonly password: Secret } | null;
}

export interface MailerOptions {
  readonly server: MailServer | null;
  /** Sender's address, in the envelope and in the message. */
  readonly from: string;
  /** What we call ourselves to the server (EHLO). */
  readonly name: string;
  readonly timers: Timers;
  readonly timeout_ms?: number;
  /** Certificates (PEM) of an authority of one's own, in place of the public ones. */
  readonly authority?: string;
}

const TIMEOUT_ms = 60_000;
const REPLY_bytes = 200;

export function createMailer(options: MailerOptions): Mailer {
  const { server, from, timers, timeout_ms = TIMEOUT_ms } = options;
  return {
    isConnected: server !== null,
    timeout_ms,

    compose({ messageId, date, subject, text, html, language, attachment }) {
      const composer = new MailComposer({
        from: { name: 'Guichet', address: from },
        // Whoever gets it stands in the envelope alone: the bytes are the same for everybody, now and later.
        to: 'undisclosed-recipients:;',
        messageId,
        date,
        subject,
        text,
        html,
        attachments: [
          {
            filename: attachment.filename,
            content: Buffer.from(attachment.content, 'utf8'),
            contentType: attachment.contentType,
          },
        ],
        headers: {
          // RFC 3834, 5: nobody's holiday message should answer it.
          'Auto-Submitted': 'auto-generated',
          'Content-Language': language,
        },
        // Not at random, or the same letter would never be the same bytes; and of all it says, so that it cannot say it.
        baseBoundary: hashOf([messageId, subject, text, html, attachment.content]),
        newline: 'windows',
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return composer.compile().build();
    },

    async send(mail) {
      if (server === null) return unanswered('NO_MAIL_SERVER');
      const connection = new SMTPConnection(connectionOptions(server, options, timeout_ms));
      const late = new AbortController();
      const callOff = timers.after(timeout_ms, () => late.abort());
      try {
        return await Promise.race([attempt(connection, server, from, mail), whenLate(late.signal)]);
      } finally {
        callOff();
        connection.close();
      }
    },
  };
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

function connectionOptions({ host, port, tls }: MailServer, { name, authority }: MailerOptions, timeout_ms: number) {
  return {
    host,
    port,
    name,
    secure: tls === 'IMPLICIT',
    requireTLS: tls === 'STARTTLS',
    ignoreTLS: tls === 'NONE',
    tls: { minVersion: 'TLSv1.2', ...(authority === undefined ? {} : { ca: authority }) },
    connectionTimeout: timeout_ms,
    greetingTimeout: timeout_ms,
    socketTimeout: timeout_ms,
    dnsTimeout: timeout_ms,
    // So that our goodbye is still heard.
    socketCloseTimeout: 1_000,
    maxResponseSize: 65_536,
  } as const;
}

function attempt(connection: SMTPConnection, server: MailServer, from: string, mail: Mail): Promise<MailAnswer> {
  return new Promise(resolve => {
    const failed = (error: unknown) => resolve(answerFrom(error));
    // Also after its end: an error that nobody listens to would end the process.
    connection.on('error', failed);
    connection.on('end', () => resolve(unanswered('CONNECTION_BROKEN')));
    const hand = () =>
      connection.send({ from, to: [mail.recipient] }, Buffer.from(mail.message), (error, info) => {
        if (error || !info) failed(error);
        else resolve(answered(Number(info.response.slice(0, 3)), info.response, false));
        connection.quit();
      });
    connection.connect(error => {
      if (error) failed(error);
      else if (server.user === null) hand();
      else {
        const credentials = { user: server.user.name, pass: server.user.password.reveal() };
        connection.login(credentials, refused => (refused ? failed(refused) : hand()));
      }
    });
  });
}

interface SmtpFailure {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly message?: string;
}

function answerFrom(error: unknown): MailAnswer {
  const failure = (error ?? {}) as SmtpFailure;
  const { code = '', command = '', responseCode, response = '' } = failure;
  if (code === 'EAUTH') return unanswered('SIGN_IN_REFUSED');
  // Also when the server answers that it knows no STARTTLS.
  if (code === 'ETLS') return unanswered('TLS_FAILED');
  if (responseCode !== undefined) {
    // What the server says to our greeting or our name as sender is for the operator to repair, and may be repaired in time.
    const ofTheMail = command === 'RCPT TO' || command.startsWith('DATA');
    return answered(responseCode, response, ofTheMail && responseCode >= 500);
  }
  return unanswered(faultOf(failure));
}

function answered(code: number, reply: string, forGood: boolean): MailAnswer {
  const beginning = Buffer.from(reply, 'utf8')
    .subarray(0, REPLY_bytes)
    .toString('utf8')
    .replaceAll(/\p{Cc}+/gu, ' ');
  return { kind: 'answered', taken: code >= 200 && code < 300, forGood, code, reply: beginning };
}

function whenLate(signal: AbortSignal): Promise<MailAnswer> {
  return new Promise(resolve => {
    signal.addEventListener('abort', () => resolve(unanswered('TIMED_OUT')), { once: true });
  });
}

function unanswered(fault: MailFault): MailAnswer {
  return { kind: 'unanswered', fault };
}

function faultOf({ code, message = '' }: SmtpFailure): MailFault {
  if (code === 'ETIMEDOUT') return 'TIMED_OUT';
  if (/certificate|TLS|SSL/i.test(message)) return 'TLS_FAILED';
  return /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN/.test(`${code} ${message}`) || code === 'EDNS'
    ? 'CONNECTION_REFUSED'
    : 'CONNECTION_BROKEN';
}
