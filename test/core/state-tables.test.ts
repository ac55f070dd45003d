import { describe, expect, test } from '@jest/globals';
import * as refund from '../../server/core/refund.js';
import * as remittance from '../../server/core/remittance.js';
import * as session from '../../server/core/session.js';
import type { StateTable } from '../../server/core/state-table.js';
import { TRANSACTION_TABLE } from '../../server/core/transaction-table.js';
import * as transaction from '../../server/core/transaction.js';
import {
  readGrid,
  REFUND_GRID,
  REFUND_LEGEND,
  REMITTANCE_GRID,
  REMITTANCE_LEGEND,
  SESSION_GRID,
  SESSION_LEGEND,
  TRANSACTION_GRID,
  TRANSACTION_LEGEND,
  type Cell,
} from './state-grids.js';

interface Machine {
  readonly name: string;
  readonly statuses: readonly string[];
  readonly events: readonly string[];
  readonly table: StateTable<string, string>;
  readonly grid: readonly Cell[];
  next(from: string, event: string): string;
  can(from: string, event: string): boolean;
}

// The grids are text, so the functions are asked in text as well; the compiler has nothing to add here.
const MACHINES = [
  {
    name: 'transaction',
    statuses: transaction.TRANSACTION_STATUSES,
    events: transaction.TRANSACTION_EVENTS,
    table: TRANSACTION_TABLE,
    grid: readGrid(TRANSACTION_LEGEND, TRANSACTION_GRID),
    next: transaction.next,
    can: transaction.can,
  },
  {
    name: 'session',
    statuses: session.SESSION_STATUSES,
    events: session.SESSION_EVENTS,
    table: session.SESSION_TABLE,
    grid: readGrid(SESSION_LEGEND, SESSION_GRID),
    next: session.next,
    can: session.can,
  },
  {
    name: 'refund',
    statuses: refund.REFUND_STATUSES,
    events: refund.REFUND_EVENTS,
    table: refund.REFUND_TABLE,
    grid: readGrid(REFUND_LEGEND, REFUND_GRID),
    next: refund.next,
    can: refund.can,
  },
  {
    name: 'remittance',
    statuses: remittance.REMITTANCE_STATUSES,
    events: remittance.REMITTANCE_EVENTS,
    table: remittance.REMITTANCE_TABLE,
    grid: readGrid(REMITTANCE_LEGEND, REMITTANCE_GRID),
    next: remittance.next,
    can: remittance.can,
  },
] as unknown as readonly Machine[];

function statusOrThrown(ask: () => string): unknown {
  try {
    return ask();
  } catch (error) {
    return error instanceof Error && error.name === 'Error' ? undefined : error;
  }
}

function statusesOf(outcome: transaction.Outcome) {
  return transaction.TRANSACTION_STATUSES.filter(status => transaction.OUTCOME_OF[status] === outcome);
}

describe.each(MACHINES)('the states of a $name', machine => {
  test('every status × every event stands in the grid, once', () => {
    const expected = machine.events.flatMap(event => ['NEW', ...machine.statuses].map(from => `${event} in ${from}`));
    expect(machine.grid.map(({ event, from }) => `${event} in ${from}`).toSorted()).toEqual(expected.toSorted());
  });

  test('every event leads where the grid says, and throws where the grid has a dot', () => {
    const answers = machine.grid.map(({ event, from }) => ({
      event,
      from,
      to: statusOrThrown(() => machine.next(from, event)),
      can: machine.can(from, event),
    }));
    expect(answers).toEqual(machine.grid.map(cell => ({ ...cell, can: cell.to !== undefined })));
  });

  test('every arrow has a sentence of its own', () => {
    for (const row of Object.values(machine.table))
      for (const arrow of Object.values(row)) expect(arrow?.because).toMatch(/^[A-Z0-9].{15,}\.$/u);
  });

  test('every status can be reached', () => {
    const reached = new Set<string>(['NEW']);
    for (const _ of machine.statuses)
      for (const { from, to } of machine.grid) if (to && reached.has(from)) reached.add(to);
    expect([...reached].toSorted()).toEqual(['NEW', ...machine.statuses].toSorted());
  });

  test('a name that is no event, or belongs to every object, is no arrow', () => {
    expect(machine.can('NEW', 'toString')).toBe(false);
    expect(machine.can('constructor', 'name')).toBe(false);
    expect(() => machine.next('NEW', '__proto__')).toThrow('No arrow __proto__ leaves NEW.');
  });
});

test('a transaction is final when nothing leads out of its status any more', () => {
  expect(transaction.TRANSACTION_STATUSES.filter(transaction.isFinal)).toEqual([
    'REVERSED',
    'REFUSED',
    'DECLINED',
    'CAPTURED',
    'CANCELLED',
    'EXPIRED',
  ]);
  expect(session.SESSION_STATUSES.filter(session.isFinal)).toEqual(['PAID', 'REFUSED', 'CANCELLED', 'EXPIRED']);
  expect(refund.REFUND_STATUSES.filter(refund.isFinal)).toEqual(['CREDITED', 'DENIED', 'LAPSED', 'REJECTED']);
  expect(remittance.REMITTANCE_STATUSES.filter(remittance.isFinal)).toEqual(['ACKNOWLEDGED']);
});

test('an order is taken while money is asked for, in doubt, held or accepted, and free again after every no', () => {
  expect(transaction.TRANSACTION_STATUSES.filter(status => !transaction.holdsOrder(status))).toEqual([
    'AUTHENTICATING',
    'REVERSED',
    'REFUSED',
    'DECLINED',
    'CANCELLED',
    'EXPIRED',
  ]);
});

test('the coarse outcome of every status', () => {
  expect(statusesOf('PENDING')).toEqual(['AUTHENTICATING', 'AUTHORISING', 'UNKNOWN', 'TO_REVIEW']);
  expect(statusesOf('UNPAID')).toEqual(['REVERSED', 'REFUSED', 'DECLINED', 'CANCELLED', 'EXPIRED']);
  expect(statusesOf('ACCEPTED')).toEqual(['TO_VALIDATE', 'TO_AUTHORISE', 'TO_CAPTURE', 'REMITTING']);
  expect(statusesOf('PAID')).toEqual(['CAPTURED']);
});
