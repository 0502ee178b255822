import { isToldOfLargeGroupsOnly, type ViewerShape } from '../../auth/index.ts';
import { Forbidden } from '../../errors/index.ts';
import type { ReadType } from '../catalog.ts';
import type { Count, ToMany } from '../declare.ts';
import type { Condition } from '../readable.ts';
import { always, never, raw, sql, type Alias, type Sql } from '../sql.ts';
import { mayLookUp } from './look-up.ts';

/** What a viewer may be told of a list: its rows with their number, those of them that are their own without a number, the number alone, or nothing at all. */
export type Told = 'rows' | 'own rows' | 'number' | 'nothing';

/** What a list hangs on: a stored thing, the query itself, or an object that stands for the viewer. */
export type HangsOn = ReadType | 'query' | 'viewer';

const any = raw('_any');

const isNever = (condition: Condition | undefined, viewer: ViewerShape): boolean => condition?.(any, viewer) === never;

/**
 * Told by the declarations and the parts that the viewer plays: whoever is nowhere let see or count a thing has an error where it is
 * asked for, never an empty list or 0. Lists and filters can be subtracted from one another, so whoever is told of large groups
 * only, and sees none of the rows, is told by the counts that are declared.
 */
export function toldOfList(type: ReadType, viewer: ViewerShape, from: HangsOn, where?: Condition): Told {
  const { visible, countable } = type.readable;
  if (isNever(where, viewer)) return 'nothing';
  const number = countable && !isNever(countable, viewer) && !isToldOfLargeGroupsOnly(viewer) ? 'number' : 'nothing';
  if (isNever(visible, viewer)) return number;
  if (from === 'query') return toldOfAll(type, viewer);
  if (!seesOnlyTheirOwn(type, viewer, from)) return 'rows';
  return viewer.guardian ? 'own rows' : number;
}

/** A district counts what it runs itself and its schools' alike, though it sees the former alone: it is told the number of all, and no rows that would be taken for all. */
export function countsWidely(viewer: ViewerShape): boolean {
  return viewer.district && !viewer.guardian;
}

const looksAfterDistrict = ({ district, analyst, auditsDistrict }: ViewerShape): boolean =>
  district || analyst || auditsDistrict;

/**
 * What hangs on nothing is, of whoever looks after a whole district, taken for that of the district, whatever else they are:
 * a teacher's pupils, a school's records or what waits for the district's decision would be a part of it.
 */
function toldOfAll({ readable: { visible, countable } }: ReadType, viewer: ViewerShape): Told {
  if (!looksAfterDistrict(viewer)) return 'rows';
  const { district, analyst, auditsDistrict } = viewer;
  const forIt = { ...nobody, district, analyst, auditsDistrict };
  if (countable && !isNever(countable, forIt)) return countsWidely(viewer) ? 'number' : 'own rows';
  return !isNever(visible, forIt) || PARTS.every((part) => isNever(visible, atWork(part))) ? 'rows' : 'own rows';
}

/** Without what somebody is let see as a person, as a guardian, or of themself. */
const atWork = (viewer: ViewerShape): ViewerShape => ({ ...viewer, signedIn: false, guardian: false });

/**
 * Who looks after a whole district reaches everybody's things, and sees of some kinds their own alone: to count these would be to
 * answer a question about all with a few, or with 0. What is nobody's business but a person's own is counted for its owner.
 */
function seesOnlyTheirOwn(
  { readable: { visible } }: ReadType,
  viewer: ViewerShape,
  from: ReadType | 'viewer',
): boolean {
  if (!looksAfterDistrict(viewer)) return false;
  if (from === 'viewer' || isNever(from.readable.visible, atWork(viewer))) return false;
  return isNever(visible, atWork(viewer)) && PARTS.some((part) => !isNever(visible, atWork(part)));
}

export function mayCount(
  { readable: { visible, countable } }: ReadType,
  viewer: ViewerShape,
  { where, visibleOnly }: Count,
): boolean {
  return !isNever(where, viewer) && !isNever(visibleOnly ? visible : (countable ?? visible), viewer);
}

/** @throws Forbidden */
export function mustCount(type: ReadType, viewer: ViewerShape, relation: Count | ToMany): void {
  if (relation.kind === 'count' && !mayCount(type, viewer, relation)) throw nothingTold();
}

/** What decides whether the list of a parent is told. */
export interface Seen {
  /** Of which parents it is refused that there are no rows: somebody else may see some, and the viewer none. */
  readonly refused?: Sql;
  /** Of which parents rows are told at all: the viewer counts all of a list, and what they see of it would be taken for all. */
  readonly told?: Sql;
}

export function seenOfList(relation: ToMany, type: ReadType, parent: Alias, viewer: ViewerShape): Seen {
  const seen = (relation.seenWhere ?? relation.countedWhere)?.(parent, viewer) ?? always;
  if (seen === always) return {};
  const refused = sql`(${seen}) is not true`;
  if (!countsBeyondSeen(relation, type, viewer)) return { refused };
  return { refused, told: sql`(${seen} or (${relation.countedWhere?.(parent, viewer) ?? always}) is not true)` };
}

function countsBeyondSeen(
  { countedWhere }: ToMany,
  { readable: { countable } }: ReadType,
  viewer: ViewerShape,
): boolean {
  return (
    countable !== undefined && countsWidely(viewer) && !isNever(countable, viewer) && !isNever(countedWhere, viewer)
  );
}

/** Said where a list is refused. */
export function noRowsTold(relation: ToMany, type: ReadType, viewer: ViewerShape): Forbidden {
  return countsBeyondSeen(relation, type, viewer) ? onlyNumberTold() : noneTold();
}

function noneTold(): Forbidden {
  return new Forbidden({ zh: '这些内容不是您可以在此查看的。', en: 'These are not for you to see here.' });
}

export function nothingTold(): Forbidden {
  return new Forbidden({ zh: '您无权查看或统计这些内容。', en: 'You may neither see these nor count them.' });
}

export function onlySomeTold(): Forbidden {
  return new Forbidden({
    zh: '这里只列出您可以查看的内容,总数不予提供:请不要查询 totalCount。',
    en: 'Those that you may see are listed here, and the number of all is not told: ask without totalCount.',
  });
}

export function onlyNumberTold(): Forbidden {
  return new Forbidden({
    zh: '您只能统计这些内容的数量:请只查询 totalCount。',
    en: 'You may count these and not see them: ask for totalCount alone.',
  });
}

const nobody: ViewerShape = {
  signedIn: false,
  guardian: false,
  teacher: false,
  school: false,
  staff: false,
  district: false,
  analyst: false,
  auditsSchool: false,
  auditsDistrict: false,
};
const someone: ViewerShape = { ...nobody, signedIn: true };

/** One of each part: who plays several sees at least what each of them sees. */
const PARTS: readonly ViewerShape[] = [
  nobody,
  someone,
  { ...someone, guardian: true },
  { ...someone, staff: true },
  { ...someone, staff: true, teacher: true },
  { ...someone, staff: true, school: true, auditsSchool: true },
  { ...someone, district: true, auditsDistrict: true },
  { ...someone, analyst: true },
  { ...someone, auditsDistrict: true },
  { ...someone, staff: true, auditsSchool: true },
  { ...someone, guardian: true, analyst: true },
  { ...someone, guardian: true, district: true, auditsDistrict: true },
];

/** Whether the viewer may ever hold a row: of what they see, or one that they look up. */
const mayHold = (type: ReadType, viewer: ViewerShape): boolean =>
  !isNever(type.readable.visible, viewer) || mayLookUp(type, viewer);

/** Whether somebody who may hold a row of the type that it hangs on, or anybody at all, may be refused a list or a count. */
export function mayBeRefused(
  type: ReadType,
  from: ReadType | undefined,
  asked: Count | ToMany | { readonly kind: 'connection'; readonly where?: Condition },
): boolean {
  return PARTS.filter((viewer) => !from || mayHold(from, viewer)).some((viewer) =>
    asked.kind === 'count'
      ? !mayCount(type, viewer, asked)
      : toldOfList(type, viewer, from ?? 'query', asked.where) !== 'rows' ||
        ('countedWhere' in asked && asked.countedWhere !== undefined) ||
        ('seenWhere' in asked && asked.seenWhere !== undefined),
  );
}
