/** JSON by POST, to a server on this machine. */
import { request, type Agent } from 'node:http';

export interface Addressee {
  readonly agent: Agent;
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The answer as text. */
export function postJson({ agent, port, path, headers: asking }: Addressee, body: object): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(body));
  const headers = { 'content-type': 'application/json', 'content-length': bytes.length, ...asking };
  return new Promise((resolve, reject) => {
    const call = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers }, response => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`The answer was ${response.statusCode}: ${text.slice(0, 2000)}`));
      });
    });
    call.on('error', reject);
    call.end(bytes);
  });
}
