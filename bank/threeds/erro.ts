/**
 * `Erro`: what answers a message that cannot be taken (EMV 3-D Secure, table A.4 for the codes).
 */
import { type Json, UUID, VERSIONS, field } from './message.js';

const DESCRIPTIONS = {
  '101': 'The message is not one that is expected here.',
  '102': 'The version of the message is not supported.',
  '201': 'A required field is missing.',
  '203': 'A field does not have its format or value.',
  '305': 'The transaction is known already.',
  '405': 'The system cannot be reached.',
} as const;

export type ErrorCode = keyof typeof DESCRIPTIONS;

const IDS = ['threeDSServerTransID', 'dsTransID', 'acsTransID'];

/** By the directory (`D`): it takes all messages that come here as JSON. `message` is what it speaks of, if it can be read. */
export function erro(code: ErrorCode, detail: string, type: string, message: Json = {}): Json {
  const version = field(message, 'messageVersion');
  const ids = IDS.map(name => [name, field(message, name)] as const);
  return {
    messageType: 'Erro',
    messageVersion: VERSIONS.find(each => each === version) ?? VERSIONS.at(-1),
    errorCode: code,
    errorComponent: 'D',
    errorDescription: DESCRIPTIONS[code],
    errorDetail: detail,
    errorMessageType: type,
    ...Object.fromEntries(ids.filter(([, id]) => typeof id === 'string' && UUID.test(id))),
  };
}
