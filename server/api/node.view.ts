import { Field, ID, InterfaceType } from 'type-graphql';
import { AS_ITS_OWNER, May } from './rules.js';

@InterfaceType('Node', { description: 'Something with a global id.' })
@May(AS_ITS_OWNER)
export abstract class NodeView {
  @Field(() => ID, {
    description: 'Its global id: a readable prefix, then characters that sort by the time of its birth.',
  })
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}
