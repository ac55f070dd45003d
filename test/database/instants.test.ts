import { expect, test } from '@jest/globals';
import { types } from 'pg';
import { readInstant, TIMESTAMPTZ } from '../../server/database/instants.js';

const driver = types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date | number;

test.each([
  '2026-11-24 00:27:06.175+00',
  '2026-11-24 00:27:06+00',
  '2026-02-28 23:59:59.9+00',
  '2024-02-29 12:00:00.05+00',
  '2026-11-24 00:27:06.123456+00',
  '1950-01-01 00:00:00.5+00',
  '9999-12-31 23:59:59.999+00',
  '2026-11-24 05:57:06.1+05:30',
  '2026-11-24 00:27:06.175-03',
  '0044-03-15 00:00:00+00',
  '0044-03-15 00:00:00+00 BC',
  '12026-01-01 00:00:00+00',
  'infinity',
])('%s is the instant that the driver reads', text => {
  expect(readInstant(text)).toEqual(driver(text));
});
