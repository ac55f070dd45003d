import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Secret } from '../../server/core/secret.js';
import { openPool, openSql, type Sql } from '../../server/database/connection.js';
import { mayTryAgain, StaleError, violatedKey, whileOthersAreQuicker, Writes } from '../../server/database/writes.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let sql: Sql;
let end: () => Promise<void>;
beforeAll(async () => {
  database = await freshDatabase();
  const pool = openPool({ url: new Secret(database.runUrl), size: 8, onBroken: () => undefined });
  sql = openSql(pool);
  end = () => pool.end();
}, 90_000);
afterAll(async () => {
  await end?.();
  await database?.drop();
});

const AT = new Date('2026-03-10T09:00:00Z');
const merchant = (id: string, name = id) => ({ id, name, created_at: AT });
const names = async (): Promise<string[]> =>
  (await sql.selectFrom('merchant').select('name').orderBy('name').execute()).map(({ name }) => name);

beforeEach(async () => {
  await sql.deleteFrom('merchant').execute();
  await new Writes().insert('merchant', merchant('a'), merchant('b')).commit(sql);
});

describe('a unit of work', () => {
  test('that says nothing writes nothing', async () => {
    await new Writes().commit(sql);
    expect(await names()).toEqual(['a', 'b']);
  });

  test('is written whole: inserts into one table from several sides, and updates', async () => {
    const writes = new Writes().insert('merchant', merchant('c')).insert('merchant', merchant('d'));
    writes.update('merchant', { id: 'a', name: 'a' }, { name: 'A' }).insert('outbox', { event_id: 'evt_1' });
    await writes.commit(sql);
    expect(await names()).toEqual(['A', 'b', 'c', 'd']);
    expect(await sql.selectFrom('outbox').selectAll().execute()).toEqual([{ event_id: 'evt_1' }]);
    await sql.deleteFrom('outbox').execute();
  });

  test('that would write rows of different columns into one table is refused before it is sent', async () => {
    const rows = [merchant('c'), { ...merchant('d'), created_at: undefined as unknown as Date }];
    await expect(new Writes().insert('merchant', ...rows).commit(sql)).rejects.toThrow('different columns');
    expect(await names()).toEqual(['a', 'b']);
  });

  test('writes what may be there already, and changes what rows there are, be it none, without a guard', async () => {
    const writes = new Writes()
      .insertUnlessThere('merchant', merchant('a', 'another'))
      .insertUnlessThere('merchant', merchant('c'))
      .updateAll('merchant', { id: ['a', 'b', 'x'] }, { name: 'ab' })
      .updateAll('merchant', { id: 'y' }, { name: 'nobody' })
      .updateAll('merchant', { name: null }, { name: 'nameless' });
    await writes.commit(sql);
    expect(await names()).toEqual(['ab', 'ab', 'c']);
  });

  test('is stale by its guarded update, whatever else meets rows', async () => {
    const writes = new Writes()
      .updateAll('merchant', { id: ['a', 'b'] }, { name: 'ab' })
      .update('merchant', { id: 'x' }, { name: 'X' });
    await expect(writes.commit(sql)).rejects.toThrow(StaleError);
    expect(await names()).toEqual(['a', 'b']);
  });

  test('whose update does not meet its row is stale, and nothing of it is written', async () => {
    const writes = new Writes().insert('merchant', merchant('c')).insert('outbox', { event_id: 'evt_2' });
    writes
      .update('merchant', { id: 'a', name: 'a' }, { name: 'A' })
      .update('merchant', { id: 'b', name: 'other' }, { name: 'B' });
    await expect(writes.commit(sql)).rejects.toThrow(StaleError);
    expect(await names()).toEqual(['a', 'b']);
    expect(await sql.selectFrom('outbox').selectAll().execute()).toEqual([]);
  });

  test('that meets a unique key says which, and nothing of it is written', async () => {
    const writes = new Writes().insert('merchant', merchant('c'), merchant('a'));
    writes.update('merchant', { id: 'b' }, { name: 'B' });
    const error = await writes.commit(sql).catch((caught: unknown) => caught);
    expect(violatedKey(error)).toBe('merchant_pkey');
    expect(mayTryAgain(error)).toBe(false);
    expect(await names()).toEqual(['a', 'b']);
  });

  test('takes values for values, whatever is in them', async () => {
    for (const name of [`'); drop table merchant; --`, '$1', '{}', 'naïve 🧾', '\\'])
      await new Writes().update('merchant', { id: 'a' }, { name }).commit(sql);
    expect(await names()).toEqual(['\\', 'b'].toSorted());
  });
});

describe('at once', () => {
  test('of those who decided on the same version one writes, the others are stale', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        new Writes()
          .update('merchant', { id: 'a', name: 'a' }, { name: `by ${index}` })
          .insert('merchant', merchant(`m${index}`))
          .commit(sql)
          .then(
            () => 'written',
            (error: unknown) => (error as Error).name,
          ),
      ),
    );
    expect(outcomes.toSorted()).toEqual([...Array.from({ length: 7 }, () => 'StaleError'), 'written']);
    expect(await names()).toHaveLength(3);
  });

  test('who reads again and asks again gets through, and nothing is lost', async () => {
    await sql.updateTable('merchant').set({ name: '0' }).where('id', '=', 'a').execute();
    const addOne = () =>
      whileOthersAreQuicker(async () => {
        const { name } = await sql
          .selectFrom('merchant')
          .select('name')
          .where('id', '=', 'a')
          .executeTakeFirstOrThrow();
        await new Writes().update('merchant', { id: 'a', name }, { name: String(Number(name) + 1) }).commit(sql);
      });
    await Promise.all(Array.from({ length: 6 }, addOne));
    expect(await names()).toContain('6');
  });

  test('a decision that is never fresh is given up after ten tries, any other error at once', async () => {
    let tries = 0;
    const never = whileOthersAreQuicker(() => {
      tries += 1;
      return Promise.reject(new StaleError());
    });
    await expect(never).rejects.toThrow(StaleError);
    expect(tries).toBe(10);
    const other = whileOthersAreQuicker(() => {
      tries += 1;
      return Promise.reject(new Error('other'));
    });
    await expect(other).rejects.toThrow('other');
    expect(tries).toBe(11);
  });
});
