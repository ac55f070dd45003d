/**
 * Values as PostgreSQL reads them: its text formats, and bytes as they are. Like the driver's own, but for instants, which it writes by
 * the process's time zone, field by field.
 */

/** A value of a statement. */
export function asParameter(value: unknown): string | Buffer | null {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (Array.isArray(value)) return `{${value.map(asElement).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A value within an array; in one of several dimensions an array itself. */
function asElement(value: unknown): string {
  const text = value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : asParameter(value);
  if (text === null) return 'NULL';
  return Array.isArray(value) ? String(text) : `"${String(text).replaceAll(/["\\]/g, '\\$&')}"`;
}
