import type { Log } from '../../server/core/ports.js';

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
