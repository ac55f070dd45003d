/**
 * What `npm start` runs. Through npm this is Node 24, which comes with the dependencies; from a plain shell it is
 * whatever the machine has, and then Node 24 is handed the work. Nothing else may be imported before that is settled.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const needed = 24;
const root = dirname(import.meta.dirname);

if (Number(process.versions.node.split('.')[0]) >= needed) {
  const { launch } = await import('./launch.js');
  process.exitCode = await launch(root);
} else {
  const node = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(node)) {
    handOver(node);
  } else {
    process.stderr.write(
      `This is Node ${process.versions.node}; Guichet needs ${needed}. Run "npm ci" without --omit=optional, ` +
        `which brings it along, or install Node ${needed}.\n`,
    );
    process.exitCode = 1;
  }
}

function handOver(node: string): void {
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.once('exit', code => {
    process.exitCode = code ?? 1;
  });
}
