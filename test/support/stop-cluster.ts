/** Stops and removes the cluster of the run whose folder is given. Run by `global-teardown.ts`. */
import { discardCluster } from './cluster.js';

const folder = process.argv[2];
if (!folder) throw new Error('Which folder?');
await discardCluster(folder);
