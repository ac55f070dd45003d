/**
 * Jest's end of a run. Stopping the cluster is done by a program of its own, because Jest loads this file without its
 * module map; where no test asked for a database there is only a folder to remove.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export default function tearDown(): void {
  const folder = process.env['GUICHET_TEST_FOLDER'];
  if (!folder) return;
  if (existsSync(join(folder, 'database.json'))) {
    const program = join(process.cwd(), 'test/support/stop-cluster.ts');
    const { status } = spawnSync(process.execPath, ['--import', '@swc-node/register/esm-register', program, folder], {
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error(`The cluster of this run could not be stopped; it lies in ${folder}.`);
  }
  rmSync(folder, { recursive: true, force: true });
}
