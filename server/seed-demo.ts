/**
 * Makes the demo merchant: one shop in test mode, its three members and a key with every scope. Prints what only its maker
 * knows as one line of JSON.
 */
import { createLog } from './adapters/log.js';
import { systemRandom } from './adapters/system.js';
import { createApp } from './app.js';
import { processEnvironment } from './env.js';
import { openDemoShop } from './demo-shop.js';
import { messagesFolder } from './messages-folder.js';

const environment = processEnvironment();
const app = await createApp(environment, createLog({ level: 'warn' }), messagesFolder());
const demo = await openDemoShop(app.deps, systemRandom);
await app.close();
process.stdout.write(`${JSON.stringify(demo)}\n`);
