import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({ description: 'Anything stored that has a global id (节点).' })
export abstract class Node {
  @Field(() => ID, { description: 'Global id: the type and a UUIDv7 (全局标识), opaque to clients.' })
  readonly id!: string;
}
