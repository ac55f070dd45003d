/**
 * Who may do what in the embedded cluster: one role owns the tables and migrates, another runs the house with only the
 * rights that the migrations give it. Their passwords are random and lie beside the data.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { escapeIdentifier, escapeLiteral } from 'pg';

export const ownerRole = 'guichet_owner';
export const runRole = 'guichet_run';
export const superuser = 'postgres';

export interface Passwords {
  readonly superuser: string;
  readonly owner: string;
  readonly run: string;
}

/** Read from beside the data; made once, before the data are. */
export function passwordsBeside(root: string, dataExist: boolean): Passwords {
  const file = join(root, 'passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  if (dataExist) {
    throw new Error(
      `The data in ${root} are there, but their passwords.json is not: put it back, or move the data away.`,
    );
  }
  const passwords = { superuser: newPassword(), owner: newPassword(), run: newPassword() };
  writeFileSync(file, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
  return passwords;
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

export function connectionUrl(port: number, role: string, password: string, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** Roles and database, each made when missing: a first start that was cut short is finished by the next. */
export async function establish(client: Client, passwords: Passwords, database: string): Promise<void> {
  await establishRole(client, ownerRole, passwords.owner);
  await establishRole(client, runRole, passwords.run);
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (rowCount === 0) await createDatabase(client, database);
}

/**
 * An empty database, or a copy of `template`, owned by the owner's role; only the two roles may connect to it. Copied as
 * files, which for small databases is twice as fast as through the log.
 */
export async function createDatabase(client: Client, database: string, template = 'template1'): Promise<void> {
  const name = escapeIdentifier(database);
  await client.query(
    `create database ${name} owner ${ownerRole} template ${escapeIdentifier(template)} strategy file_copy`,
  );
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${runRole}`);
}

async function establishRole(client: Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rowCount !== 0) return;
  await client.query(`create role ${role} login password ${escapeLiteral(password)}`);
}
