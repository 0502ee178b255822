import { Extensions } from 'type-graphql';
import type { Access as WhoMay } from '../auth/index.ts';

/** States who may call a root field; a root field without it does not build. */
export function Access(who: WhoMay): MethodDecorator {
  return Extensions({ access: who }) as MethodDecorator;
}
