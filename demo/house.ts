/** The processes that make up the house, each with no more of the environment than it needs. */
import { join } from 'node:path';
import type { Source } from '../server/env.js';
import type { Ports } from './ports.js';
import type { Part } from './processes.js';

/** What any program may need of its surroundings; the rest of the environment is nobody's business but the server's. */
const surroundings = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS'];

export function serverPart(root: string, environment: Source): Part {
  return { name: 'server', arguments: ['dist/server/main.js'], environment, workingFolder: root };
}

export function webPart(root: string, folder: string, server: Source, ports: Ports): Part {
  const next = 'node_modules/next/dist/bin/next';
  return {
    name: 'web',
    arguments: [next, 'start', 'web', '--hostname', '127.0.0.1', '--port', String(ports.web)],
    workingFolder: root,
    environment: {
      ...only(server, surroundings),
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      GRAPHQL_URL: `http://127.0.0.1:${ports.server}/graphql`,
      PUBLIC_URL: server['PUBLIC_URL'],
      INTERNAL_TOKEN: server['INTERNAL_TOKEN'],
      DEMO_FILE: join(folder, 'demo.json'),
    },
  };
}

export function bankPart(root: string, folder: string, server: Source, ports: Ports): Part {
  return {
    name: 'bank',
    arguments: ['dist/bank/main.js'],
    workingFolder: root,
    environment: {
      ...only(server, surroundings),
      NODE_ENV: 'production',
      BANK_ISO_PORT: String(ports.bankIso),
      BANK_THREEDS_PORT: String(ports.bankThreeds),
      BANK_CONTROL_PORT: String(ports.bankControl),
      BANK_BOOK: join(folder, 'bank-book.jsonl'),
    },
  };
}

function only(source: Source, names: readonly string[]): Source {
  return Object.fromEntries(names.map(name => [name, source[name]]).filter(([, value]) => value !== undefined));
}
