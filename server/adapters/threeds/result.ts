/**
 * RReq, the fact after a challenge, and what is sent back to it.
 */
import {
  THREEDS_ERRORS,
  type ExpectedResult,
  type ResultMessage,
  type ResultReading,
  type ResultRejected,
  type ResultStatus,
  type ThreedsError,
} from '../../core/threeds-port.js';
import { Secret } from '../../core/secret.js';
import type { FieldName } from './fields.js';
import { mask } from './mask.js';
import { compose, faultsOf, hasCriticalExtension, own, readMessage, valueOf, type Message } from './message.js';
import { faultsOfProof, isProven } from './proof.js';

const REQUIRED: readonly FieldName[] = [
  'messageVersion',
  'messageCategory',
  'threeDSServerTransID',
  'dsTransID',
  'acsTransID',
  'transStatus',
];
const OPTIONAL: readonly FieldName[] = [
  'transStatusReason',
  'authenticationValue',
  'eci',
  'interactionCounter',
  'challengeCancel',
  'authenticationType',
];
const STATUSES: readonly ResultStatus[] = ['Y', 'A', 'N', 'U', 'R'];

interface Fault {
  readonly errorCode: ThreedsError;
  readonly fields: readonly FieldName[];
}

export function readResult(body: string, expected: ExpectedResult): ResultReading {
  const message = readMessage(body);
  const nothing = {
    kind: 'rejected',
    transactionId: null,
    directoryTransactionId: null,
    acsTransactionId: null,
  } as const;
  if (!message) return { ...nothing, errorCode: '101', fields: [], version: expected.version, message: null };
  const masked = mask(ofAnRReq(message));
  const fault = faultOf(message, expected);
  if (fault)
    return { ...nothing, ...fault, ...knownIds(message, expected), version: expected.version, message: masked };
  const transStatus = valueOf(message, 'transStatus') as ResultStatus;
  const proven = isProven(transStatus);
  return {
    kind: 'result',
    transStatus,
    reason: valueOf(message, 'transStatusReason') ?? null,
    eci: proven ? (valueOf(message, 'eci') ?? null) : null,
    cavv: proven ? new Secret(valueOf(message, 'authenticationValue') ?? '') : null,
    cancel: valueOf(message, 'challengeCancel') ?? null,
    transactionId: expected.transactionId,
    directoryTransactionId: expected.directoryTransactionId,
    acsTransactionId: expected.acsTransactionId,
    version: expected.version,
    message: masked,
  };
}

/** What has no business in an RReq has none in our books either; in what has, no number and no CAVV can hide. */
function ofAnRReq(message: Message): Message {
  const names: readonly FieldName[] = ['messageType', ...REQUIRED, ...OPTIONAL];
  return Object.fromEntries(names.flatMap(name => (Object.hasOwn(message, name) ? [[name, message[name]]] : [])));
}

/** In the order in which EMV has them found (Protocol and Core Functions Specification, 5.9.8). */
function faultOf(message: Message, expected: ExpectedResult): Fault | null {
  if (own(message, 'messageType') !== 'RReq') return { errorCode: '101', fields: ['messageType'] };
  return (
    faultOfFields(faultsOf(message, REQUIRED, OPTIONAL)) ??
    faultOfVersion(message, expected) ??
    faultOfIds(message, expected) ??
    faultOfWord(message, expected)
  );
}

function faultOfFields({ missing, invalid }: ReturnType<typeof faultsOf>): Fault | null {
  if (missing.length > 0) return { errorCode: '201', fields: missing };
  return invalid.length > 0 ? { errorCode: '203', fields: invalid } : null;
}

function faultOfVersion(message: Message, { version }: ExpectedResult): Fault | null {
  return valueOf(message, 'messageVersion') === version ? null : { errorCode: '102', fields: ['messageVersion'] };
}

function faultOfIds(message: Message, expected: ExpectedResult): Fault | null {
  const fields = idsOf(expected).flatMap(([name, value]) => (valueOf(message, name) === value ? [] : [name]));
  return fields.length > 0 ? { errorCode: '301', fields } : null;
}

function faultOfWord(message: Message, expected: ExpectedResult): Fault | null {
  const transStatus = valueOf(message, 'transStatus') ?? '';
  if (hasCriticalExtension(message)) return { errorCode: '202', fields: [] };
  if (valueOf(message, 'messageCategory') !== '01') return { errorCode: '203', fields: ['messageCategory'] };
  if (!STATUSES.some(status => status === transStatus)) return { errorCode: '203', fields: ['transStatus'] };
  if (isProven(transStatus)) return faultOfFields(faultsOfProof(message, transStatus, expected.brands));
  return transStatus === 'N' ? faultOfFields(faultsOf(message, ['transStatusReason'], [])) : null;
}

function idsOf(expected: ExpectedResult): readonly (readonly [FieldName, string])[] {
  return [
    ['threeDSServerTransID', expected.transactionId],
    ['dsTransID', expected.directoryTransactionId],
    ['acsTransID', expected.acsTransactionId],
  ];
}

type KnownIds = Pick<ResultRejected, 'transactionId' | 'directoryTransactionId' | 'acsTransactionId'>;

/** Those that came and are right; the others are nobody's business. */
function knownIds(message: Message, expected: ExpectedResult): KnownIds {
  const [transactionId = null, directoryTransactionId = null, acsTransactionId = null] = idsOf(expected).map(
    ([name, value]) => (valueOf(message, name) === value ? value : null),
  );
  return { transactionId, directoryTransactionId, acsTransactionId };
}

export function answerResult(reading: ResultReading, written: 'WRITTEN' | 'FAILED'): string {
  if (reading.kind === 'rejected') return erro(reading, reading.errorCode, reading.fields);
  return written === 'WRITTEN' ? received(reading) : erro(reading, '405', []);
}

function received(result: ResultMessage): string {
  return JSON.stringify(
    compose({
      messageType: 'RRes',
      messageVersion: result.version,
      threeDSServerTransID: result.transactionId,
      dsTransID: result.directoryTransactionId,
      acsTransID: result.acsTransactionId,
      resultsStatus: '01',
    }),
  );
}

function erro(reading: ResultReading, errorCode: ThreedsError, fields: readonly string[]): string {
  return JSON.stringify(
    compose({
      messageType: 'Erro',
      messageVersion: reading.version,
      threeDSServerTransID: reading.transactionId,
      dsTransID: reading.directoryTransactionId,
      acsTransID: reading.acsTransactionId,
      errorCode,
      errorComponent: 'S',
      errorDescription: THREEDS_ERRORS[errorCode],
      errorDetail: fields.join(', ') || THREEDS_ERRORS[errorCode],
      errorMessageType: 'RReq',
    }),
  );
}
