import type { NextApiRequest, NextApiResponse } from 'next';
import { cardBrands } from '../../checkout/card-brands.ts';
import { single } from '../../http/headers.ts';

export default async function brands(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  response.setHeader('Cache-Control', 'no-store');
  if (request.method !== 'GET') {
    response.setHeader('Allow', 'GET').status(405).end();
    return;
  }
  const found = await cardBrands(request, single(request.query['session']), single(request.query['prefix']));
  if (typeof found === 'number') response.status(found).json({ brands: [] });
  else response.status(200).json({ brands: found });
}
