/**
 * What must hold of the daily mail after a story. Written against the tables and what the mail server was handed.
 */
import type { Cast } from './cast.js';
import { cutOffOnTheWall } from './wall.js';

const WEEK_ms = 7 * 24 * 3_600_000;

interface Report {
  readonly id: string;
  readonly shop_id: string;
  readonly day: string;
  readonly from_at: Date;
  readonly until_at: Date;
  readonly status: string;
  readonly made_at: Date | null;
  readonly message: Buffer | null;
  readonly time_zone: string;
  readonly cut_off: string;
  readonly shop_since: Date;
  readonly recipients: string[];
}

interface Letter {
  readonly id: string;
  readonly report_id: string;
  readonly recipient: string;
  readonly status: string;
}

export async function reports(cast: Cast): Promise<string[]> {
  const rows = await cast.rows<Report>(`
    select r.id, r.shop_id, to_char(r.business_day, 'YYYY-MM-DD') as day, r.from_at, r.until_at, r.status, r.made_at, r.message,
      s.time_zone, s.cut_off, s.created_at as shop_since, s.report_recipients as recipients
    from daily_report r join shop s on s.id = r.shop_id order by r.shop_id, r.business_day`);
  return [
    ...(cast.reports && rows.length === 0 ? ['No day is told at all.'] : []),
    ...rows.flatMap(onTheWall),
    ...(await gaps(cast, rows)),
    ...(await letters(cast, rows)),
  ];
}

function onTheWall({ id, day, until_at, cut_off, time_zone }: Report): string[] {
  return until_at.getTime() === cutOffOnTheWall(day, cut_off, time_zone).getTime()
    ? []
    : [`Report ${id} of ${day} ends at ${until_at.toISOString()}.`];
}

/** Each day is told once, one after the other. What is left out is empty, and was over for a week when the next one was told. */
async function gaps(cast: Cast, rows: readonly Report[]): Promise<string[]> {
  const complaints: string[] = [];
  for (const [place, row] of rows.entries()) {
    const before = rows[place - 1];
    const isFirst = before?.shop_id !== row.shop_id;
    const end = isFirst ? row.shop_since : before.until_at;
    if (!isFirst && before.status !== 'MADE')
      complaints.push(`${before.id} is ${before.status}, and ${row.id} follows it.`);
    // Where no worker tells days, the first is that of whoever moved a clock on.
    if (isFirst && !cast.reports) continue;
    if (isFirst ? row.from_at <= end : row.from_at.getTime() === end.getTime()) continue;
    const told = row.made_at ?? cast.stage.time.now();
    if (
      row.from_at < end ||
      (row.made_at && told.getTime() - row.from_at.getTime() < WEEK_ms) ||
      (await happened(cast, row, end))
    )
      complaints.push(`${row.id} of ${row.day} begins at ${row.from_at.toISOString()}, after ${end.toISOString()}.`);
  }
  return complaints;
}

async function happened(cast: Cast, { shop_id, from_at }: Report, since: Date): Promise<boolean> {
  const found = await cast.one<boolean>(
    `select true as value from (
       select created_at as at from transaction where shop_id = $1 union all select created_at from refund where shop_id = $1
     ) as each where at >= $2 and at < $3 limit 1`,
    shop_id,
    since,
    from_at,
  );
  return found === true;
}

/** The bytes of a day are the same to everybody and each time, and everybody gets them, or has said never. */
async function letters(cast: Cast, rows: readonly Report[]): Promise<string[]> {
  const { mailed } = cast.stage.receiver;
  const written = await cast.rows<Letter>('select id, report_id, recipient, status from report_mail');
  const texts = new Map(rows.flatMap(({ id, message }) => (message ? [[id, message.toString('utf8')] as const] : [])));
  const known = new Set(texts.values());
  const untold = rows.flatMap(({ id, status, recipients }) =>
    recipients.flatMap(recipient => {
      const letter = written.find(each => each.report_id === id && each.recipient === recipient);
      return status !== 'MADE' || letter ? [] : [`${recipient} is to get no report ${id}.`];
    }),
  );
  const ofLetter = ({ id, report_id, recipient, status }: Letter): string[] => {
    const wanted = { SENT: 'TAKEN', REFUSED: 'FOR_GOOD' }[status];
    if (status === 'PENDING' && !cast.reports) return [];
    const isTrue = mailed.some(
      each => each.recipient === recipient && each.text === texts.get(report_id) && each.said === wanted,
    );
    return isTrue ? [] : [`The mail ${id} to ${recipient} is ${status}, and the mail server does not say so.`];
  };
  return [
    ...untold,
    ...written.flatMap(ofLetter),
    ...mailed.filter(({ text }) => !known.has(text)).map(({ recipient }) => `${recipient} got what is no report.`),
    ...(known.size < texts.size ? ['Two reports are the same letter.'] : []),
  ];
}
