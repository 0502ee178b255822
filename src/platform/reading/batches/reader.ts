import type { RequestContext } from '../../request/index.ts';
import { askedGroups, groupsIn, NO_GROUPS, type AskedGroups } from '../aggregates/groups.ts';
import type { Catalog, ReadType } from '../catalog.ts';
import { CURSORS } from '../cursors.ts';
import type { Count, ToMany, ToOne } from '../declare.ts';
import { lookedUp, mustBeOnlyLookUp } from '../disclosure/look-up.ts';
import { withSubjects } from '../disclosure/recorded.ts';
import { noRowsTold, onlyNumberTold, onlySomeTold, mustBeTold, mustTellNumber } from '../disclosure/told.ts';
import type { Ordering } from '../keyset.ts';
import { listOf } from '../list.ts';
import { Page, type GroupArguments, type Groups, type ListArguments } from '../page.ts';
import type { RootConnection } from '../roots.ts';
import type { PlainRow } from '../rows.ts';
import { withNames, type PageSelection, type Selection } from '../selection.ts';
import type { Parent } from '../statements.ts';
import { Loaders } from './loaders.ts';

type Keyed = Pick<PlainRow, 'id'>;

const NOTHING = Promise.resolve(null);

/** What is asked of the batches, and what the viewer is told of it: rows, pages and numbers. */
export class Reader {
  readonly catalog: Catalog;
  readonly #loaders: Loaders;

  constructor(catalog: Catalog) {
    this.catalog = catalog;
    this.#loaders = new Loaders(catalog);
  }

  /** The row of this id, or null where the viewer sees none. */
  byId(context: RequestContext, type: ReadType, selection: Selection, id: string): Promise<PlainRow | null> {
    return this.#loaders.byId(context, type, selection).load(id);
  }

  /** The same of several ids, in their order; null for each that is null. */
  byIds(
    context: RequestContext,
    type: ReadType,
    selection: Selection,
    ids: readonly (string | null)[],
  ): Promise<(PlainRow | null)[]> {
    const rows = this.#loaders.byId(context, type, selection);
    return Promise.all(ids.map((id) => (id === null ? NOTHING : rows.load(id))));
  }

  ones(
    context: RequestContext,
    from: ReadType,
    field: string,
    relation: ToOne,
    selection: Selection,
    parents: readonly Keyed[],
  ): Promise<(PlainRow | null)[]> {
    const rows = this.#loaders.one(context, from, field, relation, selection);
    return Promise.all(parents.map((parent) => rows.load(parent.id)));
  }

  counts(
    context: RequestContext,
    from: Parent,
    field: string,
    relation: Count,
    parents: readonly Keyed[],
  ): Promise<(number | null)[]> {
    if (parents.length === 0) return Promise.resolve([]);
    const numbers = this.#loaders.count(context, from, `${from.name}.${field}`, relation, undefined);
    return Promise.all(parents.map((parent) => numbers.load(parent.id)));
  }

  /** The groups of the list of each parent. @throws BadUserInput for arguments that make none, Forbidden where no number is told */
  async groups(
    context: RequestContext,
    from: ReadType | Parent,
    field: string,
    relation: ToMany,
    list: ListArguments,
    args: GroupArguments,
    parents: readonly Keyed[],
  ): Promise<Groups[]> {
    const type = this.catalog.typeOf(relation.to);
    const asked = askedGroups(this.catalog.groupings.get(type)!, args);
    if (parents.length === 0) return [];
    mustTellNumber(this.catalog, type, context.viewer.shape, {
      from: 'readable' in from ? from : 'viewer',
      where: relation.where,
      filter: list.where,
    });
    const texts = this.#loaders.groups(context, from, `${from.name}.${field}`, relation, list, asked);
    return Promise.all(parents.map(async ({ id }) => groupsRead(asked, await texts.load(id))));
  }

  /** Those of a list that hangs on no parent. */
  async rootGroups(
    context: RequestContext,
    field: string,
    root: RootConnection,
    list: ListArguments,
    args: GroupArguments,
  ): Promise<Groups> {
    const type = this.catalog.typeOf(root.of);
    const asked = askedGroups(this.catalog.groupings.get(type)!, args);
    mustTellNumber(this.catalog, type, context.viewer.shape, {
      from: root.ofViewer ? 'viewer' : 'query',
      where: root.where,
      filter: list.where,
    });
    return groupsRead(asked, await this.#loaders.rootGroups(context, field, type, root, list, asked));
  }

  /** The page of each parent. @throws BadUserInput for arguments that name no list */
  pages(
    context: RequestContext,
    from: ReadType | Parent,
    field: string,
    relation: ToMany,
    selection: PageSelection,
    args: ListArguments,
    parents: readonly Keyed[],
  ): Promise<Page[]> {
    const type = this.catalog.typeOf(relation.to);
    const list = listOf(type, args, relation.order, context.services.get(CURSORS));
    if (parents.length === 0) return Promise.resolve([]);
    const told = mustBeTold(this.catalog, type, context.viewer.shape, {
      from: 'readable' in from ? from : 'viewer',
      where: relation.where,
      wantsCount: selection.wantsCount,
      filter: args.where,
    });
    const refusal = told === 'number' ? onlyNumberTold() : undefined;
    const selected = rowsOf(selection, list.ordering, type, context);
    const counts =
      selection.wantsCount && told !== 'own rows'
        ? this.#loaders.count(context, from, `${from.name}.${field}`, relation, args)
        : undefined;
    const asked = { ...list, args };
    const totals = selection.wantsCount
      ? parents.map((parent) => leftBehind(totalOf(counts?.load(parent.id))))
      : undefined;
    const groupsOf = (parent: Keyed): Page['groups'] =>
      this.catalog.groupings.has(type)
        ? async (by) => (await this.groups(context, from, field, relation, args, by, [parent]))[0]!
        : undefined;
    if (!selection.wantsRows || refusal)
      return Promise.resolve(
        parents.map((parent, index) => new Page([], asked, totals?.[index], groupsOf(parent), refusal)),
      );
    const rows = this.#loaders.rows(context, `${from.name}.${field}`, from, relation, selected, list, args);
    return Promise.all(parents.map((parent) => rows.load(parent.id))).then((all) =>
      all.map(
        (each, index) =>
          new Page(
            each ?? [],
            asked,
            totals?.[index],
            groupsOf(parents[index]!),
            each === null ? noRowsTold(this.catalog, relation, type, context.viewer.shape) : undefined,
          ),
      ),
    );
  }

  /** The page of a list that nobody has; what is asked of it is judged all the same. */
  emptyPage({ services }: RequestContext, relation: ToMany, args: ListArguments): Page {
    const type = this.catalog.typeOf(relation.to);
    const list = listOf(type, args, relation.order, services.get(CURSORS));
    const grouping = this.catalog.groupings.get(type);
    const groups =
      grouping && ((by: GroupArguments) => Promise.resolve(askedGroups(grouping, by)).then(() => NO_GROUPS));
    return new Page([], { ...list, args }, Promise.resolve(0), groups);
  }

  /** A page of a list that hangs on no parent. */
  rootPage(
    context: RequestContext,
    field: string,
    root: RootConnection,
    selection: PageSelection,
    args: ListArguments,
  ): Promise<Page> {
    const { shape } = context.viewer;
    const listed = this.catalog.typeOf(root.of);
    const list = listOf(listed, args, root.order, context.services.get(CURSORS));
    const found = lookedUp(listed, args.where, shape);
    if (found) mustBeOnlyLookUp(context, args.where);
    const type = found ?? listed;
    const told = found
      ? 'rows'
      : mustBeTold(this.catalog, type, shape, {
          from: root.ofViewer ? 'viewer' : 'query',
          where: root.where,
          wantsCount: selection.wantsCount,
          filter: args.where,
        });
    const refusal = told === 'number' ? onlyNumberTold() : undefined;
    const selected = rowsOf(selection, list.ordering, type, context);
    const total = !selection.wantsCount
      ? undefined
      : leftBehind(told === 'own rows' ? totalOf() : this.#loaders.rootCount(context, field, type, root, args));
    // Whoever looks is on record for whom they find, though they ask for the number alone.
    const rows =
      (selection.wantsRows || found) && !refusal
        ? this.#loaders.rootRows(context, field, type, root, selected, list, args)
        : Promise.resolve([]);
    const groups = (by: GroupArguments): Promise<Groups> => this.rootGroups(context, field, root, args, by);
    return rows.then((read) => new Page(read, { ...list, args }, total, groups, refusal));
  }
}

/** @throws Forbidden where they are not told */
function groupsRead(asked: AskedGroups, text: string): Groups {
  const read = JSON.parse(text) as unknown[][] | null;
  if (read === null) throw onlySomeTold();
  return groupsIn(asked, read);
}

/** @throws Forbidden where no number is told */
async function totalOf(counted?: Promise<number | null>): Promise<number> {
  const number = await counted;
  if (number === null || number === undefined) throw onlySomeTold();
  return number;
}

/** A page that fails is the error of its count as well: that must not be left behind as an unhandled rejection. */
function leftBehind<T>(total: Promise<T>): Promise<T> {
  total.catch(() => undefined);
  return total;
}

function rowsOf(selection: PageSelection, ordering: Ordering, type: ReadType, { viewer }: RequestContext): Selection {
  const rows = selection.wantsCursors
    ? withNames(
        selection.rows,
        ordering.terms.map((term) => term.column.property),
      )
    : selection.rows;
  return withSubjects(rows, type, viewer.shape);
}
