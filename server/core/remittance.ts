/**
 * The states of a remittance: one shop, one contract, one currency, one closing.
 */
import { follow, hasArrow, isLast, type Start, type StateTable } from './state-table.js';

export const REMITTANCE_STATUSES = ['OPEN', 'CLOSED', 'SENT', 'ACKNOWLEDGED', 'OUT_OF_BALANCE', 'PARKED'] as const;
export type RemittanceStatus = (typeof REMITTANCE_STATUSES)[number];

export const REMITTANCE_STATUS_MEANINGS: Readonly<Record<RemittanceStatus, string>> = {
  OPEN: 'Collects the captures and refunds of the current business day.',
  CLOSED: 'Complete; nothing is added any more; about to be sent.',
  SENT: 'Its items have been or are being told to the bank.',
  ACKNOWLEDGED: 'Every item is answered and the totals agree, or a person has settled the difference.',
  OUT_OF_BALANCE: "The bank's totals differ from ours; waits for a comparison line by line and a person's word.",
  PARKED: 'The bank could not be reached; will be sent again.',
};

export const REMITTANCE_EVENTS = [
  'OPENED',
  'CLOSED',
  'SENT',
  'ACKNOWLEDGED',
  'OUT_OF_BALANCE',
  'PARKED',
  'RESOLVED',
] as const;
export type RemittanceEvent = (typeof REMITTANCE_EVENTS)[number];

export const REMITTANCE_TABLE: StateTable<RemittanceStatus, RemittanceEvent> = {
  NEW: {
    OPENED: { to: 'OPEN', because: 'The first capture or refund of a business day, contract and currency came.' },
  },
  OPEN: {
    CLOSED: { to: 'CLOSED', because: "The shop's cut-off came, or a member closed it now." },
  },
  CLOSED: {
    SENT: { to: 'SENT', because: 'The worker wrote down that it begins to tell the bank.' },
    PARKED: { to: 'PARKED', because: 'The bank could not be reached before the first item was told.' },
  },
  SENT: {
    ACKNOWLEDGED: { to: 'ACKNOWLEDGED', because: 'Every item is answered and 0510 says that the totals agree.' },
    OUT_OF_BALANCE: {
      to: 'OUT_OF_BALANCE',
      because: '0510 says that the totals differ; the batch is closed all the same.',
    },
    PARKED: { to: 'PARKED', because: 'The bank could not be reached before every item and the totals were answered.' },
  },
  OUT_OF_BALANCE: {
    RESOLVED: { to: 'ACKNOWLEDGED', because: 'A person compared it with the bank line by line and gave their word.' },
  },
  PARKED: {
    SENT: { to: 'SENT', because: 'The bank can be reached again; what is unanswered is repeated.' },
  },
  ACKNOWLEDGED: {},
};

export function next(status: RemittanceStatus | Start, event: RemittanceEvent): RemittanceStatus {
  return follow(REMITTANCE_TABLE, status, event);
}

export function can(status: RemittanceStatus | Start, event: RemittanceEvent): boolean {
  return hasArrow(REMITTANCE_TABLE, status, event);
}

export function isFinal(status: RemittanceStatus): boolean {
  return isLast(REMITTANCE_TABLE, status);
}
