// @ts-check
// Plain JavaScript, read by Node itself: Next cannot follow imports out of a `next.config.ts` in an ESM package.
import path from 'node:path';
import { PHASE_PRODUCTION_BUILD } from 'next/constants.js';
import { buildAssets } from './build-assets.ts';
import { BASE_HEADERS, CLOSED_POLICY, WORKER_POLICY } from './http/policy.ts';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // `tsc -p web` is part of the check; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: path.resolve(import.meta.dirname, '..') },
  images: { unoptimized: true },
  // What every answer carries; pages that need more (a script, a frame) set their own policy over this one.
  headers: async () => [
    { source: '/:path*', headers: [...BASE_HEADERS, { key: 'Content-Security-Policy', value: CLOSED_POLICY }] },
    { source: '/_next/static/:path*', headers: [{ key: 'Content-Security-Policy', value: WORKER_POLICY }] },
    { source: '/assets/:path*', headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }] },
  ],
  // Doors for data stand under their own names; the Pages Router wants them under /api.
  rewrites: async () => [
    { source: '/healthz', destination: '/api/health' },
    { source: '/csp-report', destination: '/api/policy-report' },
    { source: '/demo/order', destination: '/api/demo-order' },
    { source: '/pay/:session/brands', destination: '/api/brands?session=:session' },
  ],
};

/** @param {string} phase */
export default async function configure(phase) {
  if (phase !== PHASE_PRODUCTION_BUILD) return config;
  // Our one script and one stylesheet are made here, so that `next build web` is the whole build.
  return { ...config, env: { GUICHET_ASSETS: JSON.stringify(await buildAssets(import.meta.dirname)) } };
}
