import { Arg, ID, Query, Resolver } from 'type-graphql';
import { anyone } from '../auth/index.ts';
import { Access } from './access.graphql.ts';
import { Node } from './node.graphql.ts';

/** `node` and `nodes`: what they answer is read by the type that the id says. */
@Resolver()
export class NodeResolver {
  @Access(anyone)
  @Query(() => Node, {
    nullable: true,
    description: 'Any stored thing by its global id; null where there is none that the caller may see (按标识查询).',
  })
  node(@Arg('id', () => ID, { description: 'Global id (全局标识).' }) _id: string): never {
    throw new Error('The schema attaches the resolver of node.');
  }

  @Access(anyone)
  @Query(() => [Node], {
    nullable: 'items',
    description: 'Several stored things by their global ids, in the order asked, 100 at most (批量按标识查询).',
  })
  nodes(@Arg('ids', () => [ID], { description: 'Global ids (全局标识).' }) _ids: string[]): never {
    throw new Error('The schema attaches the resolver of nodes.');
  }
}
