/** `npm run build`: what `npm start` would build, and nothing else. */
import { dirname } from 'node:path';
import { steps } from './announce.js';
import { build } from './build.js';

await build(
  dirname(import.meta.dirname),
  steps(text => process.stdout.write(text)),
  new AbortController().signal,
);
