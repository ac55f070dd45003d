import type { NextApiRequest, NextApiResponse } from 'next';
import { placeDemoOrder } from '../../demo/order.ts';

export const config = { api: { bodyParser: false } };

export default async function demoOrder(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  response.setHeader('Cache-Control', 'no-store');
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST').status(405).end();
    return;
  }
  const ordered = await placeDemoOrder(request);
  if ('location' in ordered) response.redirect(303, ordered.location);
  else response.status(ordered.status).end();
}
