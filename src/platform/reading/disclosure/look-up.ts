import type { ViewerShape } from '../../auth/index.ts';
import { BadUserInput, Forbidden } from '../../errors/index.ts';
import type { RequestContext } from '../../request/index.ts';
import type { ReadType } from '../catalog.ts';
import type { WhereArgument } from '../filter.ts';
import { Scope } from '../scope/scope.ts';
import { anyOf, never } from '../sql.ts';

const any = new Scope('_any');

export function mayLookUp({ readable: { lookUp } }: ReadType, viewer: ViewerShape): boolean {
  return lookUp !== undefined && lookUp.who(any, viewer) !== never;
}

/**
 * The type as it is read by whoever asks for the one row that has an exact value, and may find it though they see it nowhere else;
 * undefined where anything else is asked for.
 */
export function lookedUp(
  type: ReadType,
  where: WhereArgument | null | undefined,
  viewer: ViewerShape,
): ReadType | undefined {
  const { readable } = type;
  const { lookUp, visible } = readable;
  if (!lookUp || !mayLookUp(type, viewer) || valueOfLookUp(lookUp.by, where) === undefined) return undefined;
  const { foundBy: _everywhere, ...rest } = readable;
  return {
    ...type,
    readable: {
      ...rest,
      lookUp: { ...lookUp, clear: visible },
      visible: (row, each) => anyOf([visible(row, each), lookUp.who(row, each)]),
    },
  };
}

function valueOfLookUp(by: string, where: WhereArgument | null | undefined): string | undefined {
  const [condition, ...others] = given(where);
  if (condition?.[0] !== by || others.length > 0) return undefined;
  const [operator, ...more] = given(condition[1] as WhereArgument);
  return operator?.[0] === 'eq' && typeof operator[1] === 'string' && more.length === 0 ? operator[1] : undefined;
}

function given(of: WhereArgument | null | undefined): [string, unknown][] {
  return Object.entries(of ?? {}).filter(([, value]) => value !== undefined);
}

const asked = new WeakMap<RequestContext, string>();

/** Whoever looks for one after the other is counted by requests. @throws BadUserInput for a second one in the same request */
export function mustBeOnlyLookUp(context: RequestContext, where: WhereArgument | null | undefined): void {
  const value = JSON.stringify(where);
  const before = asked.get(context);
  if (before !== undefined && before !== value) {
    throw new BadUserInput({ zh: '一次请求只能按编号查询一人。', en: 'One request looks for one by their number.' }, [
      'where',
    ]);
  }
  asked.set(context, value);
}

/** A number of rows that have an exact value tells whether there is such a row, and nobody would be on record for it. @throws Forbidden */
export function mustNotProbe(
  { readable: { lookUp, search } }: ReadType,
  where: WhereArgument | null | undefined,
): void {
  if (!where) return;
  if (search && names(where, 'search'))
    throw new Forbidden({
      zh: '您只能查看人数,不能按姓名或号码查找。',
      en: 'Whoever is told numbers alone does not look for anybody by name or number.',
    });
  if (lookUp && names(where, lookUp.by))
    throw new Forbidden({
      zh: '按编号查询请使用顶层列表,且只给出该编号。',
      en: 'Ask the list that hangs on nothing for an exact number, and for that alone.',
    });
}

/** A number alone would tell that there is somebody of this name or number, and nobody would be on record for having read of them. @throws Forbidden */
export function mustBeOnRecord(
  { readable: { recorded, lookUp, search } }: ReadType,
  viewer: ViewerShape,
  where: WhereArgument | null | undefined,
): void {
  if (!where || !recorded?.by(viewer)) return;
  if ((search && names(where, 'search')) || (lookUp && names(where, lookUp.by)))
    throw new Forbidden({
      zh: '按姓名或号码查找时,请同时查询名单(nodes 或 edges),不能只查询数量。',
      en: 'Whoever looks for somebody by name or number asks for the rows (nodes or edges), and not for their number alone.',
    });
}

function names(where: WhereArgument, field: string): boolean {
  return given(where).some(
    ([name, value]) =>
      name === field ||
      (name === 'and' || name === 'or'
        ? (value as WhereArgument[])
        : name === 'not'
          ? [value as WhereArgument]
          : []
      ).some((each) => names(each ?? {}, field)),
  );
}
