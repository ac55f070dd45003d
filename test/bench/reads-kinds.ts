/** The kinds of reads that are measured as rates, each as every side is asked it. */
import type { Client } from 'pg';
import * as asked from './reads-asked.js';
import type { GraphqlQuestion } from './reads-sides.js';

export interface Kind {
  readonly name: string;
  readonly house: () => GraphqlQuestion;
  readonly bare: () => asked.ByHand;
  readonly tables: () => GraphqlQuestion;
}

export async function kindsOf(client: Client, shopId: string): Promise<Kind[]> {
  const { rows } = await client.query<{ id: string }>('select id from transaction where shop_id = $1', [shopId]);
  // Of one is asked another each time, spread over all: as people do who follow links in their mail.
  let asking = 0;
  const another = (): string => rows[(asking++ * 7_919) % rows.length]?.id ?? '';
  return [
    {
      name: 'list of 50',
      house: () => ({ query: asked.LIST, variables: {} }),
      bare: () => asked.listByHand(shopId),
      tables: () => ({ query: asked.TABLE_LIST, variables: { shop: shopId } }),
    },
    {
      name: 'list of 50, counted',
      house: () => ({ query: asked.COUNTED_LIST, variables: {} }),
      bare: () => asked.countByHand(shopId),
      tables: () => ({ query: asked.TABLE_COUNTED_LIST, variables: { shop: shopId } }),
    },
    {
      name: 'one by id',
      house: () => ({ query: asked.ONE, variables: { id: another() } }),
      bare: () => asked.oneByHand(shopId, another()),
      tables: () => ({ query: asked.TABLE_ONE, variables: { id: another() } }),
    },
  ];
}
