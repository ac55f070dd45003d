import type { NextApiRequest, NextApiResponse } from 'next';
export default function health(_request: NextApiRequest, response: NextApiResponse): void {
  response.status(200).json({ status: 'ok' });
}
