import { spawn } from 'node:child_process';

export interface Tool {
  /** What Node runs: a file and its arguments. */
  readonly command: readonly string[];
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Ends it. */
  readonly stop: AbortSignal;
}

/** Runs a program of ours to its end, under this very Node. Answers what it wrote; what it complained of, if it fails. */
export function runTool({ command, workingFolder, environment, stop }: Tool): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: workingFolder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: stop,
    });
    const written: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => written.push(data));
    child.stderr.on('data', (data: Buffer) => complaints.push(data));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const output = Buffer.concat(written).toString('utf8');
      const how = signal ? `by ${signal}` : `with code ${code}`;
      if (code === 0) resolve(output);
      else reject(new Error(`${command[0]} ended ${how}:\n${output}${Buffer.concat(complaints).toString('utf8')}`));
    });
  });
}
