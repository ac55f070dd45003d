/**
 * What a key may do, grouped as people think of it, and what keys are commonly made for.
 */
import type { MessageKey, Translate } from '../../../../ui/text.ts';

/** In the order of the contract (docs of `createApiKey`): an area, and what may be done in it. */
export const AREAS = [
  ['sessions', ['read', 'write']],
  ['transactions', ['read', 'write']],
  ['remittances', ['read', 'write']],
  ['webhooks', ['write']],
  ['reports', ['read']],
  ['analytics', ['read']],
  ['clock', ['write']],
] as const;

export const SCOPES: readonly string[] = AREAS.flatMap(([area, rights]) => rights.map(right => `${area}:${right}`));

/** The least that each needs. */
export const PRESETS = {
  shop: ['sessions:read', 'sessions:write', 'transactions:read', 'transactions:write'],
  analysis: ['transactions:read', 'remittances:read', 'reports:read', 'analytics:read'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Preset = keyof typeof PRESETS;

export function isPreset(preset: Preset, scopes: readonly string[]): boolean {
  return scopes.length === PRESETS[preset].length && PRESETS[preset].every(scope => scopes.includes(scope));
}

/** `Transactions: read, write`; a scope that this page does not know keeps its name. */
export function scopesInWords(scopes: readonly string[], t: Translate): string[] {
  const known = AREAS.flatMap(([area, rights]) => {
    const held = rights.filter(right => scopes.includes(`${area}:${right}`));
    const words = held.map(right => t(`till.scope.${right}`)).join(', ');
    return held.length === 0
      ? []
      : [t('till.scope.of', { area: t(`till.scope.${area}` as MessageKey), rights: words })];
  });
  return [...known, ...scopes.filter(scope => !SCOPES.includes(scope))];
}
