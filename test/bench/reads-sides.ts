/** Those who are asked: each answers one question at a time on as many lines as there are asked at a time. */
import type { Agent } from 'node:http';
import { Client } from 'pg';
import { BareHttp } from './bare-http.js';
import { BareStatement, bytesOf } from './bare-statement.js';
import { postJson } from './post.js';
import type { ByHand } from './reads-asked.js';

/** One line to somebody: a connection of its own. */
export type Ask<Question> = (question: Question) => Promise<void>;

export interface Side<Question> {
  readonly open: (lines: number) => Promise<readonly Ask<Question>[]>;
  readonly close: () => Promise<void>;
}

export interface GraphqlQuestion {
  readonly query: string;
  readonly variables: object;
}

export function graphqlSide(port: number, bearer: string | null): Side<GraphqlQuestion> {
  const opened: BareHttp[] = [];
  const headers = { 'content-type': 'application/json', ...authorised(bearer) };
  return {
    open: lines =>
      Promise.all(
        Array.from({ length: lines }, async () => {
          const line = await BareHttp.open(port, '/graphql', headers);
          opened.push(line);
          return (question: GraphqlQuestion) => line.post(JSON.stringify(question));
        }),
      ),
    close: async () => {
      for (const line of opened.splice(0)) line.close();
    },
  };
}

function authorised(bearer: string | null): Readonly<Record<string, string>> {
  return bearer === null ? {} : { authorization: `Bearer ${bearer}` };
}

/** The answer as text: whether it says what it should is looked at once, before the measuring. */
export function post(agent: Agent, port: number, bearer: string | null, question: GraphqlQuestion): Promise<string> {
  return postJson({ agent, port, path: '/graphql', headers: authorised(bearer) }, question);
}

/** Statements that are prepared beforehand; their answers arrive and are not looked at. */
export function bareSide(url: string): Side<ByHand> {
  const clients: Client[] = [];
  return {
    open: lines =>
      Promise.all(
        Array.from({ length: lines }, async () => {
          const client = new Client({ connectionString: url });
          clients.push(client);
          await client.connect();
          return bareLine(client);
        }),
      ),
    close: async () => {
      await Promise.all(clients.splice(0).map(client => client.end()));
    },
  };
}

function bareLine(client: Client): Ask<ByHand> {
  const names = new Map<string, string>();
  return async ({ text, values }) => {
    let name = names.get(text);
    if (name === undefined) {
      name = `s${names.size}`;
      names.set(text, name);
      await client.query(`prepare ${name} as ${text}`);
    }
    const bytes = bytesOf(name, values);
    await new Promise<void>((resolve, reject) => {
      client.query(new BareStatement(bytes, failure => (failure ? reject(failure) : resolve())));
    });
  };
}
