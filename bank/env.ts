/**
 * The bank's configuration, from its environment: all of it right, or every fault at once.
 */
import { isIP } from 'node:net';

interface Settings {
  readonly host: string;
  readonly threedsHost: string;
  readonly isoPort: number;
  readonly threedsPort: number;
  readonly controlPort: number;
  readonly bookFile: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readEnv(env: Environment): { settings: Settings } | { faults: string[] } {
  const faults: string[] = [];
  const isoPort = readPort(env, 'BANK_ISO_PORT', 5001, faults);
  const threedsPort = readPort(env, 'BANK_THREEDS_PORT', 5002, faults);
  const controlPort = readPort(env, 'BANK_CONTROL_PORT', 5003, faults);
  const host = env['BANK_HOST'] ?? '127.0.0.1';
  if (isIP(host) === 0) faults.push(`BANK_HOST must be an IP address, and is ${JSON.stringify(host.slice(0, 40))}`);
  const threedsHost = env['BANK_THREEDS_HOST'] ?? 'localhost';
  if (!/^(?=.{1,253}$)[\da-z-]+(?:\.[\da-z-]+)*$/.test(threedsHost))
    faults.push(`BANK_THREEDS_HOST must be the name of a host, and is ${JSON.stringify(threedsHost.slice(0, 40))}`);
  const bookFile = env['BANK_BOOK'] ?? '';
  if (bookFile.trim() === '') faults.push('BANK_BOOK must name the file of the book');
  if (isoPort === controlPort && isoPort > 0) faults.push('BANK_ISO_PORT and BANK_CONTROL_PORT must differ');
  if (isoPort === threedsPort && isoPort > 0) faults.push('BANK_ISO_PORT and BANK_THREEDS_PORT must differ');
  if (threedsPort === controlPort && controlPort > 0)
    faults.push('BANK_THREEDS_PORT and BANK_CONTROL_PORT must differ');
  return faults.length > 0
    ? { faults }
    : { settings: { host, threedsHost, isoPort, threedsPort, controlPort, bookFile } };
}

function readPort(env: Environment, name: string, usual: number, faults: string[]): number {
  const text = env[name] ?? String(usual);
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  faults.push(`${name} must be a port from 0 (any free one) to 65535, and is ${JSON.stringify(text.slice(0, 40))}`);
  return -1;
}
