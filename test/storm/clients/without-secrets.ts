/** An answer as the evidence may hold it: what opens something is left out. */
const SECRETS: ReadonlySet<string> = new Set([
  'token',
  'checkoutUrl',
  'key',
  'secret',
  'creq',
  'sessionData',
  'data',
  'invitationUrl',
  'returnSecret',
]);

export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !SECRETS.has(name))
      .map(([name, inner]) => [name, withoutSecrets(inner)]),
  );
}
