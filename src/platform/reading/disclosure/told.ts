import type { ViewerShape } from '../../auth/index.ts';
import { Forbidden, NotSignedIn, type HubError, type Message } from '../../errors/index.ts';
import type { Catalog, ReadType } from '../catalog.ts';
import type { Count, ToMany } from '../declare.ts';
import type { Condition } from '../readable.ts';
import { Scope } from '../scope/scope.ts';
import { always, never, sql, type Sql } from '../sql.ts';
import type { WhereArgument } from '../filter.ts';
import { mayLookUp, mustBeOnRecord, mustNotProbe } from './look-up.ts';
import type { PartsInDisclosure } from './parts.ts';

/** What a viewer may be told of a list: its rows with their number, those of them that are their own without a number, the number alone, or nothing at all. */
export type Told = 'rows' | 'own rows' | 'number' | 'nothing';

/** What a list hangs on: a stored thing, the query itself, or an object that stands for the viewer. */
export type HangsOn = ReadType | 'query' | 'viewer';

const any = new Scope('_any');

const isNever = (condition: Condition<never> | undefined, viewer: ViewerShape): boolean =>
  condition?.(any, viewer) === never;

/**
 * Told by the declarations and the parts that the viewer plays: whoever is nowhere let see or count a thing has an error where it is
 * asked for, never an empty list or 0. Lists and filters can be subtracted from one another, so whoever is told of large groups
 * only, and sees none of the rows, is told by the counts that are declared.
 */
export function toldOfList(
  { disclosure }: Catalog,
  type: ReadType,
  viewer: ViewerShape,
  from: HangsOn,
  where?: Condition<never>,
): Told {
  const { visible, countable } = type.readable;
  if (isNever(where, viewer)) return 'nothing';
  const number =
    countable && !isNever(countable, viewer) && !disclosure.isToldOfLargeGroupsOnly(viewer) ? 'number' : 'nothing';
  if (isNever(visible, viewer)) return number;
  if (from === 'query') return toldOfAll(disclosure, type, viewer);
  if (!seesOnlyTheirOwn(disclosure, type, viewer, from)) return 'rows';
  return disclosure.hasOwn(viewer) ? 'own rows' : number;
}

/**
 * What hangs on nothing is, of whoever looks after everybody's things, taken for that of everybody, whatever else they are: what is
 * theirs by another part of theirs, or waits for their decision, would be a part of it.
 */
function toldOfAll(disclosure: PartsInDisclosure, { readable }: ReadType, viewer: ViewerShape): Told {
  if (!disclosure.looksAfterAll(viewer)) return 'rows';
  const { visible, countable } = readable;
  const forAll = disclosure.forAll(viewer);
  if (countable && !isNever(countable, forAll)) return disclosure.countsWidely(viewer) ? 'number' : 'own rows';
  return !isNever(visible, forAll) || !seenAtWork(disclosure, readable) ? 'rows' : 'own rows';
}

/**
 * Who looks after everybody's things reaches them all, and sees of some kinds their own alone: to count these would be to
 * answer a question about all with a few, or with 0. What is nobody's business but a person's own is counted for its owner.
 */
function seesOnlyTheirOwn(
  disclosure: PartsInDisclosure,
  { readable }: ReadType,
  viewer: ViewerShape,
  from: ReadType | 'viewer',
): boolean {
  if (!disclosure.looksAfterAll(viewer)) return false;
  const atWork = disclosure.atWork(viewer);
  if (from === 'viewer' || isNever(from.readable.visible, atWork)) return false;
  return isNever(readable.visible, atWork) && seenAtWork(disclosure, readable);
}

/** Whether any part is let see some at work. */
function seenAtWork({ all, atWork }: PartsInDisclosure, { visible }: ReadType['readable']): boolean {
  return all.some((part) => !isNever(visible, atWork(part)));
}

export function mayCount(
  { readable: { visible, countable } }: ReadType,
  viewer: ViewerShape,
  { where, visibleOnly }: Count,
): boolean {
  return !isNever(where, viewer) && !isNever(visibleOnly ? visible : (countable ?? visible), viewer);
}

/** @throws Forbidden, NotSignedIn */
export function mustCount(type: ReadType, viewer: ViewerShape, relation: Count | ToMany): void {
  if (relation.kind === 'count' && !mayCount(type, viewer, relation)) throw nothingTold(viewer);
}

/** What decides whether the list of a parent is told. */
export interface Seen {
  /** Of which parents it is refused that there are no rows: somebody else may see some, and the viewer none. */
  readonly refused?: Sql;
  /** Of which parents rows are told at all: the viewer counts all of a list, and what they see of it would be taken for all. */
  readonly told?: Sql;
}

export function seenOfList(
  catalog: Catalog,
  relation: ToMany,
  type: ReadType,
  parent: Scope,
  viewer: ViewerShape,
): Seen {
  const seen = (relation.seenWhere ?? relation.countedWhere)?.(parent, viewer) ?? always;
  if (seen === always) return {};
  const refused = sql`(${seen}) is not true`;
  if (!countsBeyondSeen(catalog, relation, type, viewer)) return { refused };
  return { refused, told: sql`(${seen} or (${relation.countedWhere?.(parent, viewer) ?? always}) is not true)` };
}

/** A list as it is asked for. */
export interface AskedOfList {
  readonly from: HangsOn;
  readonly where: Condition<never> | undefined;
  readonly wantsCount: boolean;
  readonly wantsRows: boolean;
  readonly filter: WhereArgument | null | undefined;
}

/** What is told of a list. @throws Forbidden (NotSignedIn to guests) where nothing is, or where more is counted than is seen and the filter would tell more */
export function mustBeTold(
  catalog: Catalog,
  type: ReadType,
  viewer: ViewerShape,
  { from, where, wantsCount, wantsRows, filter }: AskedOfList,
): Told {
  const told = toldOfList(catalog, type, viewer, from, where);
  if (told === 'nothing') throw nothingTold(viewer);
  const countsUnseen = wantsCount && type.readable.countable !== undefined && catalog.disclosure.countsWidely(viewer);
  if (told === 'number' || countsUnseen) mustNotProbe(type, filter);
  if (!wantsRows) mustBeOnRecord(type, viewer, filter);
  return told;
}

/** Groups tell what numbers of filtered lists would tell. @throws Forbidden where no number is told */
export function mustTellNumber(
  catalog: Catalog,
  type: ReadType,
  viewer: ViewerShape,
  asked: Omit<AskedOfList, 'wantsCount' | 'wantsRows'>,
): void {
  if (mustBeTold(catalog, type, viewer, { ...asked, wantsCount: true, wantsRows: false }) === 'own rows')
    throw onlySomeTold();
}

function countsBeyondSeen(
  { disclosure }: Catalog,
  { countedWhere }: ToMany,
  { readable: { countable } }: ReadType,
  viewer: ViewerShape,
): boolean {
  return (
    countable !== undefined &&
    disclosure.countsWidely(viewer) &&
    !isNever(countable, viewer) &&
    !isNever(countedWhere, viewer)
  );
}

/** Said where a list is refused. */
export function noRowsTold(catalog: Catalog, relation: ToMany, type: ReadType, viewer: ViewerShape): HubError {
  return countsBeyondSeen(catalog, relation, type, viewer) ? onlyNumberTold() : noneTold(viewer);
}

function noneTold(viewer: ViewerShape): HubError {
  return refused(viewer, { zh: '这些内容不是您可以在此查看的。', en: 'These are not for you to see here.' });
}

export function nothingTold(viewer: ViewerShape): HubError {
  return refused(viewer, { zh: '您无权查看或统计这些内容。', en: 'You may neither see these nor count them.' });
}

/** Whoever is nobody yet may be somebody who is told: they sign in first, as for the root fields that guests may not call. */
function refused({ signedIn }: ViewerShape, sentence: Message): HubError {
  return signedIn ? new Forbidden(sentence) : new NotSignedIn();
}

export function onlySomeTold(): Forbidden {
  return new Forbidden({
    zh: '总数不予提供:请不要查询 totalCount 或 groupedAggregates;此处最多只列出您可以查看的内容。',
    en: 'The number of all is not told: ask without totalCount and groupedAggregates. What is listed here is those that you may see, if any.',
  });
}

export function onlyNumberTold(): Forbidden {
  return new Forbidden({
    zh: '您只能统计这些内容的数量:请只查询 totalCount。',
    en: 'You may count these and not see them: ask for totalCount alone.',
  });
}

/** Whether the viewer may ever hold a row: of what they see, or one that they look up. */
const mayHold = (type: ReadType, viewer: ViewerShape): boolean =>
  !isNever(type.readable.visible, viewer) || mayLookUp(type, viewer);

/** Whether somebody who may hold a row of the type that it hangs on, or anybody at all, may be refused a list or a count. */
export function mayBeRefused(
  catalog: Catalog,
  type: ReadType,
  from: ReadType | undefined,
  asked: Count | ToMany | { readonly kind: 'connection'; readonly where?: Condition<never> },
): boolean {
  return catalog.disclosure.all
    .filter((viewer) => !from || mayHold(from, viewer))
    .some((viewer) =>
      asked.kind === 'count'
        ? !mayCount(type, viewer, asked)
        : toldOfList(catalog, type, viewer, from ?? 'query', asked.where) !== 'rows' ||
          ('countedWhere' in asked && asked.countedWhere !== undefined) ||
          ('seenWhere' in asked && asked.seenWhere !== undefined),
    );
}
