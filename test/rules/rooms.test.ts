import { describe, expect, test } from '@jest/globals';
import { roomOf, trespasses } from './rooms.js';
import { sourceFiles } from './tree.js';

test('every room imports leftwards only, and server, web and bank not at all from each other', () => {
  const planted = 'test/rules/rooms.test.ts';
  expect(trespasses(sourceFiles().filter(({ path }) => path !== planted))).toEqual([]);
});

describe('a planted trespass is caught', () => {
  test.each([
    ['server/core/money.ts', "import { x } from '../database/orm.js';"],
    ['server/core/money.ts', "import { readFileSync } from 'node:fs';"],
    ['server/core/money.ts', "import { Kysely } from 'kysely';"],
    ['server/core/money.ts', "import text from '../../messages/fr.json' with { type: 'json' };"],
    ['server/core/deep/money.ts', "export * from '../../shops/shop.js';"],
    ['server/transactions/authorise.ts', "import { refund } from '../refunds/refund-transaction.js';"],
    ['server/transactions/authorise.ts', "import type { Refund } from '../refunds/refund-transaction.js';"],
    ['server/transactions/authorise.ts', "const { refund } = await import('../refunds/refund-transaction.js');"],
    ['server/transactions/authorise.ts', "import '../refunds/refund-transaction.js';"],
    ['server/transactions/authorise.ts', 'import {\n  refund,\n} from "../refunds/refund-transaction.js";'],
    ['server/transactions/authorise.ts', "import { createApp } from '../app.js';"],
    ['server/transactions/authorise.ts', "import { connect } from '../adapters/acquirer/connect.js';"],
    ['server/adapters/acquirer/acquirer.ts', "import { orm } from '../../database/orm.js';"],
    ['server/remittance/send.ts', "import { log } from '../adapters/log.js';"],
    ['demo/start.ts', "import { log } from '../server/adapters/log.js';"],
    ['server/api/context.ts', "import { frame } from '../../bank/frame.js';"],
    ['server/adapters/acquirer/spec.ts', "import iso from 'iso_8583';"],
    ['bank/host.ts', "import { frame } from '../server/adapters/acquirer/frame.js';"],
    ['bank/host.ts', "import { money } from '../server/core/money.js';"],
    ['bank/book.ts', "import { Pool } from 'pg';"],
    ['web/checkout/card.tsx', "import { List } from '../till/list.tsx';"],
    ['web/till/list.tsx', "import { parseCardNumber } from '../../server/core/card.ts';"],
    ['web/ui/field.tsx', "import { ask } from '../graphql/client.ts';"],
    ['web/ui/field.tsx', "import { gql } from 'graphql';"],
    ['web/pages/pay/[session].tsx', "import { List } from '../../till/list.tsx';"],
    ['web/pages/till/[[...path]].tsx', "import { Card } from '../../checkout/card.tsx';"],
    ['server/refunds/new.ts', "import { Pool } from 'next/server';"],
    ['server/basement/new.ts', 'export const x = 1;'],
    ['elsewhere/new.ts', 'export const x = 1;'],
  ])('%s: %s', (path, text) => {
    expect(trespasses([{ path, text }])).toHaveLength(1);
  });
});

test('what the order allows is allowed', () => {
  const allowed = [
    ['server/refunds/refund.ts', "import { x } from '../transactions/perform.js';\nimport { y } from './approve.js';"],
    [
      'server/app.ts',
      "import { connect } from './adapters/acquirer/connect.js';\nimport { z } from './api/context.js';",
    ],
    [
      'server/adapters/acquirer/spec.ts',
      "import type { Clock } from '../../core/ports.js';\nimport net from 'node:net';",
    ],
    ['server/reports/daily.ts', "import fr from '../../messages/fr.json' with { type: 'json' };"],
    ['bank/codec.ts', "import iso from 'iso_8583';\nimport { createServer } from 'node:net';"],
    ['web/till/list.tsx', "import { Field } from '../ui/field.tsx';\nimport { useState } from 'react';"],
    ['web/pages/till/sign-in.tsx', "import { SignIn } from '../../till/sign-in-page.tsx';"],
    ['test/bank/agree.test.ts', "import { a } from '../../bank/codec.js';\nimport { b } from '../../server/app.js';"],
    ['codegen.ts', "import type { CodegenConfig } from '@graphql-codegen/cli';"],
  ].map(([path = '', text = '']) => ({ path, text }));
  expect(trespasses(allowed)).toEqual([]);
});

test('a file belongs to the room it lies in', () => {
  const paths = ['server/core/money.ts', 'server/app.ts', 'web/pages/pay/x.tsx', 'web/env.ts', 'bank/a/b.ts', 'x.ts'];
  expect(paths.map(roomOf)).toEqual(['server/core', 'server', 'web/pages', 'web', 'bank', '.']);
});
