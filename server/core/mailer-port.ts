/**
 * Mail, as the house sees it: a letter made once into the bytes of a message, and one attempt to hand these to a mail
 * server for one recipient.
 */

export interface Letter {
  /** `<left@right>`, the same whenever this letter is made (RFC 5322, 3.6.4). */
  readonly messageId: string;
  readonly date: Date;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** BCP 47. */
  readonly language: string;
  readonly attachment: { readonly filename: string; readonly contentType: string; readonly content: string };
}

export interface Mail {
  readonly recipient: string;
  /** A whole message (RFC 5322), handed over as it is. */
  readonly message: Uint8Array;
}

/** Why nobody said yes or no. */
export type MailFault =
  'CONNECTION_REFUSED' | 'CONNECTION_BROKEN' | 'TLS_FAILED' | 'TIMED_OUT' | 'SIGN_IN_REFUSED' | 'NO_MAIL_SERVER';

export interface MailAnswered {
  readonly kind: 'answered';
  readonly taken: boolean;
  /** A 5yz to the recipient or to the message: the same would be refused again (RFC 5321, 4.2.1). */
  readonly forGood: boolean;
  /** SMTP reply code. */
  readonly code: number;
  /** The first bytes of the reply. */
  readonly reply: string;
}

export interface MailUnanswered {
  readonly kind: 'unanswered';
  readonly fault: MailFault;
}

export type MailAnswer = MailAnswered | MailUnanswered;

export interface Mailer {
  /** Whether there is a mail server to hand anything to. */
  readonly isConnected: boolean;
  /** What one attempt may take at most. */
  readonly timeout_ms: number;
  /** The same letter gives the same bytes. They name no recipient. */
  compose(letter: Letter): Promise<Uint8Array>;
  /** One attempt, one recipient. Never rejects for what happens on the line. */
  send(mail: Mail): Promise<MailAnswer>;
}
