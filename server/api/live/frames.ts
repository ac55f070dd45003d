/**
 * Payloads as they go over the wire: whole text frames of a server, unmasked (RFC 6455 section 5.2), one after the other in
 * one piece of memory, so that a socket takes them with one write. A payload's bytes are made once for all sockets; only
 * the operation's id before it is each socket's own.
 */
const FINAL_TEXT = 0x81;
/** Closes the message around the payload. */
const TAIL = '}'.charCodeAt(0);

/** What stands before a payload in a message of this operation (graphql-transport-ws, message `next`). */
export function headOf(operationId: string): Buffer {
  return Buffer.from(`{"id":${JSON.stringify(operationId)},"type":"next","payload":`, 'utf8');
}

export function framesOf(head: Buffer, payloads: readonly Buffer[]): Buffer {
  let size = 0;
  for (const { length } of payloads) size += frameSize(head.length + length + 1);
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  for (const payload of payloads) {
    at = writeHeader(bytes, at, head.length + payload.length + 1);
    bytes.set(head, at);
    bytes.set(payload, at + head.length);
    at += head.length + payload.length;
    bytes[at] = TAIL;
    at += 1;
  }
  return bytes;
}

function frameSize(message: number): number {
  return message + (message < 126 ? 2 : message < 0x1_0000 ? 4 : 10);
}

/** Answers where the message begins. */
function writeHeader(bytes: Buffer, at: number, message: number): number {
  bytes[at] = FINAL_TEXT;
  if (message < 126) {
    bytes[at + 1] = message;
    return at + 2;
  }
  if (message < 0x1_0000) {
    bytes[at + 1] = 126;
    bytes[at + 2] = message >> 8;
    bytes[at + 3] = message & 0xff;
    return at + 4;
  }
  bytes[at + 1] = 127;
  bytes.writeBigUInt64BE(BigInt(message), at + 2);
  return at + 10;
}
