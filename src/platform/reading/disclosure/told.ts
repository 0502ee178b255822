import { isToldOfLargeGroupsOnly, type ViewerShape } from '../../auth/index.ts';
import { Forbidden } from '../../errors/index.ts';
import type { ReadType } from '../catalog.ts';
import type { Condition, Count, ToMany } from '../declare.ts';
import { never, raw } from '../sql.ts';
import { mayLookUp } from './look-up.ts';

/** What a viewer may be told of a list: its rows with their number, their number alone, or nothing at all. */
export type Told = 'rows' | 'number' | 'nothing';

const any = raw('_any');

const isNever = (condition: Condition | undefined, viewer: ViewerShape): boolean => condition?.(any, viewer) === never;

/**
 * Told by the declarations and the parts that the viewer plays: whoever is nowhere let see or count a thing has an error where it is
 * asked for, never an empty list or 0. Lists and filters can be subtracted from one another, so whoever is told of large groups
 * only, and sees none of the rows, is told by the counts that are declared.
 */
export function toldOfList({ readable: { visible, countable } }: ReadType, viewer: ViewerShape, where?: Condition): Told {
  if (isNever(where, viewer)) return 'nothing';
  if (!isNever(visible, viewer)) return 'rows';
  return countable && !isNever(countable, viewer) && !isToldOfLargeGroupsOnly(viewer) ? 'number' : 'nothing';
}

export function mayCount({ readable: { visible, countable } }: ReadType, viewer: ViewerShape, { where, visibleOnly }: Count): boolean {
  return !isNever(where, viewer) && !isNever(visibleOnly ? visible : (countable ?? visible), viewer);
}

/** @throws Forbidden */
export function mustCount(type: ReadType, viewer: ViewerShape, relation: Count | ToMany): void {
  if (relation.kind === 'count' && !mayCount(type, viewer, relation)) throw nothingTold();
}

export function nothingTold(): Forbidden {
  return new Forbidden({ zh: '您无权查看或统计这些内容。', en: 'You may neither see these nor count them.' });
}

export function onlyNumberTold(): Forbidden {
  return new Forbidden({ zh: '您只能统计这些内容的数量:请只查询 totalCount。', en: 'You may count these and not see them: ask for totalCount alone.' });
}

const nobody: ViewerShape = {
  signedIn: false, guardian: false, teacher: false, school: false, staff: false, district: false, analyst: false, auditsSchool: false, auditsDistrict: false,
};
const someone: ViewerShape = { ...nobody, signedIn: true };

/** One of each part: who plays several sees at least what each of them sees. */
const PARTS: readonly ViewerShape[] = [
  nobody, someone, { ...someone, guardian: true }, { ...someone, staff: true }, { ...someone, staff: true, teacher: true },
  { ...someone, staff: true, school: true, auditsSchool: true }, { ...someone, district: true, auditsDistrict: true }, { ...someone, analyst: true },
  { ...someone, auditsDistrict: true }, { ...someone, staff: true, auditsSchool: true },
];

/** Whether the viewer may ever hold a row: of what they see, or one that they look up. */
const mayHold = (type: ReadType, viewer: ViewerShape): boolean => !isNever(type.readable.visible, viewer) || mayLookUp(type, viewer);

/** Whether somebody who may hold a row of the type that it hangs on, or anybody at all, may be refused a list or a count. */
export function mayBeRefused(type: ReadType, from: ReadType | undefined, asked: Count | ToMany | { readonly kind: 'connection'; readonly where?: Condition }): boolean {
  return PARTS.filter((viewer) => !from || mayHold(from, viewer))
    .some((viewer) => (asked.kind === 'count' ? !mayCount(type, viewer, asked) : toldOfList(type, viewer, asked.where) !== 'rows'));
}
