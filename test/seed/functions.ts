/** Functions of the seed's own session: ids in their real shape, draws, the calendar of a closing. Gone with the connection. */

/** What one run of the seed is about. */
export interface SeedPlan {
  readonly transactions: number;
  readonly from: Date;
  readonly until: Date;
  /** Hexadecimal digits: another run makes other ids, and the same makes the same. */
  readonly salt: string;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** The ten digits of the time, as server/core/identifiers.ts writes them, the highest first. */
const TIME = Array.from(
  { length: 10 },
  (_, place) => `substr('${ALPHABET}', ((ms >> ${5 * (9 - place)}) & 31)::integer + 1, 1)`,
).join(' || ');

/** Bodies are single expressions, so that PostgreSQL puts them in place of the call: none is called a million times. */
export function functions({ salt }: SeedPlan): string[] {
  return [
    define(
      'id(prefix text, ms bigint, what text)',
      'text',
      `prefix || '_' || ${TIME} || substr(md5('${salt}' || what), 1, 16)`,
    ),
    // Up to `below`, as by chance, and always the same for the same number.
    define(
      'draw(number bigint, what bigint, below bigint)',
      'bigint',
      `(hashint8extended(number, what) & 9223372036854775807) % below`,
    ),
    define('at(ms bigint)', 'timestamptz', `timestamptz 'epoch' + ms * interval '1 millisecond'`),
    // Captures that begin less than a quarter of an hour before the cut-off travel the next day.
    define(
      'business_day(ms bigint)',
      'date',
      `((timestamptz 'epoch' + (ms + 900000) * interval '1 millisecond') at time zone 'Europe/Paris' + interval '2 hours')::date`,
    ),
    define(
      'closing(day date)',
      'bigint',
      `(date_part('epoch', (day + time '22:00') at time zone 'Europe/Paris') * 1000)::bigint`,
    ),
    // One to one: numbers below 2^40 have different codes.
    define('code(number bigint)', 'text', `upper(lpad(to_hex((number * 645813462957) & 1099511627775), 10, '0'))`),
    define('short_code(number bigint)', 'text', `upper(lpad(to_hex((number * 2654435761) & 4294967295), 8, '0'))`),
    // Field 37 begins with the day that it was asked for.
    define(
      'rrn(ms bigint, number bigint)',
      'text',
      `right(to_char(pg_temp.at(ms) at time zone 'UTC', 'YYDDD'), 4) || pg_temp.short_code(number)`,
    ),
    define(
      'digest(what text)',
      'text',
      `rtrim(translate(encode(sha256(convert_to('${salt}' || what, 'UTF8')), 'base64'), '+/', '-_'), '=')`,
    ),
  ];
}

function define(signature: string, type: string, body: string): string {
  return `create function pg_temp.${signature} returns ${type} language sql stable as $$ select ${body} $$`;
}
