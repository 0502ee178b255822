import { Ctx, Query, Resolver } from 'type-graphql';
import { anyone, isGuest } from '../../platform/auth/index.ts';
import { Access } from '../../platform/graphql/index.ts';
import type { RequestContext } from '../../platform/request/index.ts';
import { Viewer } from './viewer.graphql.ts';

@Resolver()
export class ViewerResolver {
  @Access(anyone)
  @Query(() => Viewer, { description: 'The caller (当前用户).' })
  viewer(@Ctx() { viewer }: RequestContext): Viewer {
    return {
      signedIn: !isGuest(viewer),
      permissions: viewer.permissions,
      account: viewer.accountId,
      session: viewer.sessionId,
      guardian: viewer.guardianId,
      staff: viewer.staffId,
      person: viewer.personId,
    };
  }
}
