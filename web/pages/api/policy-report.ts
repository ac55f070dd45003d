import type { NextApiRequest, NextApiResponse } from 'next';

export const config = { api: { bodyParser: false } };

const DIRECTIVE = /"(?:effective-directive|effectiveDirective|violated-directive)"\s*:\s*"([a-z-]{1,40})/;
const LARGEST_REPORT_bytes = 16_384;

/**
 * A browser reports that our content policy stopped something (PCI DSS 11.6.1). Anyone can send one, and it may name
 * anything: only the directive is kept, as a line in the log that says nothing of a person.
 */
export default async function policyReport(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST').status(405).end();
    return;
  }
  let body = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    body += chunk.toString('latin1');
    if (body.length > LARGEST_REPORT_bytes) {
      response.status(413).end();
      return;
    }
  }
  const directive = DIRECTIVE.exec(body)?.[1];
  if (directive) process.stdout.write(`${JSON.stringify({ event: 'content-policy-violation', directive })}\n`);
  response.status(204).end();
}
