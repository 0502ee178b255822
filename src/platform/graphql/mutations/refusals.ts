import type { GraphQLFieldResolver } from 'graphql';
import { recordRefusal, type Subjects } from '../../commands/index.ts';
import { NotSignedIn, TimedOut, TryLater } from '../../errors/index.ts';
import { globalIdIn } from '../../reading/index.ts';
import type { RequestContext } from '../../request/index.ts';
import { knownError } from '../format-error.ts';

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;

/**
 * What ends a mutation and is no expected failure is audited as well, in a transaction of its own: who may not, what is
 * not there, what went wrong inside. Guests who should have signed in first are not: they would fill the log as they please.
 * Nor is what could not be decided, for something did not answer, or not in time: it is no refusal, and may even have been done.
 */
export function audited(mutation: string, resolve: Resolve): Resolve {
  return async (root, args: Record<string, unknown>, context, info) => {
    try {
      return await (resolve(root, args, context, info) as Promise<unknown>);
    } catch (error) {
      const known = knownError(error);
      if (!(known instanceof NotSignedIn || known instanceof TryLater || known instanceof TimedOut)) {
        const code = known?.code ?? 'INTERNAL';
        // Where even this cannot be written, the caller is told what happened first.
        await recordRefusal(context, { mutation, subjects: subjectsIn(args['input']) }, code).catch(() => undefined);
      }
      throw error;
    }
  };
}

/** The ids that an input names: `roleId` is kept as `role`. */
function subjectsIn(input: unknown): Subjects {
  return Object.fromEntries(
    Object.entries(input ?? {}).flatMap(([name, value]) => {
      const id = typeof value === 'string' ? globalIdIn(value) : null;
      return id === null ? [] : [[name.replace(/Id$/, ''), id.uuid]];
    }),
  );
}
