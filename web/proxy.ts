import { createHash, timingSafeEqual } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { readEnvironment } from './env.ts';

/** Only the public door speaks to this process: whoever else reaches its port does not know the token. */
export function proxy(request: NextRequest): NextResponse {
  const expected = readEnvironment().internalToken;
  const given = request.headers.get('x-internal-token') ?? '';
  if (!same(given, expected)) return new NextResponse('Forbidden\n', { status: 403 });
  return NextResponse.next();
}

/** Hashed first, because `timingSafeEqual` wants equal lengths and the length is part of the secret. */
function same(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

export const config = { matcher: '/((?!healthz$).*)' };
