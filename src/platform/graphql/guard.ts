import type { GraphQLSchema } from 'graphql';
import { Forbidden, NotSignedIn } from '../errors/index.ts';
import { isGuest, type Access, type Permissions, type Viewer } from '../auth/index.ts';
import type { RequestContext } from '../request/index.ts';
import { audited } from './mutations/refusals.ts';

/** Root field → who may call it: the committed `schema/access.json`. */
export type AccessMap = Readonly<Record<string, string>>;

/** @throws NotSignedIn, Forbidden */
export type Guard = (viewer: Viewer) => void;

export interface Guards {
  readonly access: AccessMap;
  /** Of root fields of queries, for whoever answers them without their resolve functions. */
  readonly queries: ReadonlyMap<string, Guard>;
}

/** Puts each root field behind the access that it states. @throws where a root field states none, or an unknown permission */
export function guardRoots(schema: GraphQLSchema, permissions: Permissions): Guards {
  const map: Record<string, string> = {};
  const queries = new Map<string, Guard>();
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const name = `${type!.name}.${field.name}`;
      const access = (field.extensions as { access?: Access }).access;
      if (!access) throw new Error(`${name} does not state who may call it.`);
      map[name] = access.kind === 'permission' ? access.permission : access.kind;
      const guard = checkOf(name, access, permissions);
      const resolve = field.resolve!;
      const guarded: typeof resolve = (root, args, context: RequestContext, info) => {
        guard(context.viewer);
        return resolve(root, args, context, info);
      };
      field.resolve = type === schema.getMutationType() ? audited(field.name, guarded) : guarded;
      if (type === schema.getQueryType()) queries.set(field.name, guard);
    }
  }
  return { access: Object.fromEntries(Object.entries(map).sort(([one], [other]) => (one < other ? -1 : 1))), queries };
}

function checkOf(name: string, access: Access, permissions: Permissions): Guard {
  if (access.kind === 'anyone') return () => undefined;
  const required = access.kind === 'permission' ? access.permission : undefined;
  if (required !== undefined && !(required in permissions))
    throw new Error(`${name} asks for ${required}, which no domain declares.`);
  return (viewer) => {
    if (isGuest(viewer)) throw new NotSignedIn();
    if (required !== undefined && !viewer.permissions.includes(required)) throw new Forbidden();
  };
}
