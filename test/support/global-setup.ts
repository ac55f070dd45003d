/**
 * Jest's set-up of a run: a folder, and nothing in it. The cluster is started by the first test that asks for a
 * database (`cluster.ts`), so that a run of pure tests does not wait for one.
 *
 * Jest loads this file without its module map, so it can import nothing of ours.
 */
import { accessSync, chmodSync, constants, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function setUp(): void {
  const folder = mkdtempSync(join(base(), `guichet-test-${process.pid}-`));
  // The user that root hands the database to has to pass through.
  chmodSync(folder, 0o755);
  process.env['GUICHET_TEST_FOLDER'] = folder;
}

/** Memory, where there is a gigabyte of it: copying a database takes 15 ms there and 300 ms on many a disk. */
function base(): string {
  const memory = '/dev/shm';
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize >= 2 ** 30) return memory;
  } catch {
    // Not every system has it.
  }
  return tmpdir();
}
