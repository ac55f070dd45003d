import { Field, ID, InterfaceType } from 'type-graphql';

/**
 * Without a rule of its own, on purpose: type-graphql would put it in place of the rule of every type that extends this one, and
 * all of them would be open to anybody.
 */
@InterfaceType('Node', { description: 'Something with a global id.' })
export abstract class NodeView {
  @Field(() => ID, {
    description: 'Its global id: a readable prefix, then characters that sort by the time of its birth.',
  })
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}
