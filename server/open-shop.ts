/**
 * Opens a shop from the command line: `node dist/server/open-shop.js --name …`, with the environment of the server.
 */
import { createLog } from './adapters/log.js';
import { createApp } from './app.js';
import { sandboxRanges } from './cards/sandbox-ranges.js';
import { PROFILES, type Profile } from './core/caller.js';
import { violatedKey } from './database/writes.js';
import { ConfigurationError, processEnvironment } from './env.js';
import { openShop, type MemberPlan } from './members/open-shop.js';
import { messagesFolder } from './messages-folder.js';
import { readShopOrder, USAGE } from './shop-plan.js';

const TAKEN: Readonly<Record<string, string>> = {
  shop_acceptor_key: 'Another shop has this acceptor number.',
  shop_terminal_prefix_key: 'Another shop has this terminal prefix.',
  member_email: 'Another member has one of these e-mail addresses.',
};

try {
  await open();
} catch (error) {
  const taken = TAKEN[violatedKey(error) ?? ''];
  const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!taken && !isUsage && !(error instanceof ConfigurationError)) throw error;
  process.stderr.write(`${taken ?? (error as Error).message}\n\n${USAGE}`);
  process.exitCode = 1;
}

async function open(): Promise<void> {
  const environment = processEnvironment();
  const { merchant, plan, emails } = readShopOrder(process.argv.slice(2), environment.mode);
  const app = await createApp(environment, createLog({ level: 'warn' }), messagesFolder());
  try {
    const members = Object.fromEntries(
      PROFILES.map(profile => [profile, { email: emails[profile], passwordHash: null }]),
    );
    const { deps } = app;
    const opened = await openShop(deps, merchant, plan, members as Record<Profile, MemberPlan>);
    if (plan.mode === 'TEST')
      await deps.sql
        .insertInto('card_range')
        .values(sandboxRanges(deps.clock.now()))
        .onConflict(conflict => conflict.doNothing())
        .execute();
    const invitations = [...opened.invitations].map(([profile, url]) => `${profile.padEnd(11)} ${url.reveal()}`);
    const lines = [`shop        ${opened.shopId}`, `key         ${opened.key.reveal()}`, ...invitations];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    await app.close();
  }
}
