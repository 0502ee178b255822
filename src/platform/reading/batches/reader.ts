import type { HubError } from '../../errors/index.ts';
import type { RequestContext } from '../../request/index.ts';
import type { Catalog, ReadType } from '../catalog.ts';
import { CURSORS } from '../cursors.ts';
import type { ToMany } from '../declare.ts';
import { lookedUp, mustBeOnlyLookUp } from '../disclosure/look-up.ts';
import { withSubjects } from '../disclosure/recorded.ts';
import { mustBeTold, noRowsTold, onlyNumberTold, onlySomeTold, type Told } from '../disclosure/told.ts';
import type { Ordering } from '../keyset.ts';
import { listOf, type ListArguments } from '../list.ts';
import { pageOf, type FetchedPage } from '../result/fetched.ts';
import type { RootConnection } from '../roots.ts';
import type { PlainRow } from '../rows.ts';
import { withNames, type PageSelection, type Selection } from '../selection.ts';
import type { Parent } from '../statements.ts';
import { Loaders } from './loaders.ts';

/** Lists as they are read by batches, and what the viewer is told of them. */
export class Reader {
  readonly catalog: Catalog;
  readonly loaders: Loaders;

  constructor(catalog: Catalog) {
    this.catalog = catalog;
    this.loaders = new Loaders(catalog);
  }

  /** The page of each parent. @throws BadUserInput for arguments that name no list */
  pages(
    context: RequestContext,
    from: ReadType | Parent,
    field: string,
    relation: ToMany,
    wanted: PageSelection,
    args: ListArguments,
    ids: readonly string[],
  ): Promise<FetchedPage<PlainRow>[]> {
    const { shape } = context.viewer;
    const type = this.catalog.typeOf(relation.to);
    const list = listOf(type, args, relation.order, context.services.get(CURSORS));
    if (ids.length === 0) return Promise.resolve([]);
    const told = mustBeTold(this.catalog, type, shape, {
      from: 'readable' in from ? from : 'viewer',
      where: relation.where,
      wantsCount: wanted.wantsCount,
      filter: args.where,
    });
    const at = `${from.name}.${field}`;
    const counts =
      wanted.wantsCount && told !== 'own rows' ? this.loaders.count(context, from, at, relation, args) : undefined;
    const totals = wanted.wantsCount ? ids.map((id) => leftBehind(totalOf(counts?.load(id)))) : [];
    if (!wanted.wantsRows || told === 'number')
      return Promise.resolve(ids.map((_, index) => pageOf([], list, totals[index], refusalOf(told))));
    const rows = this.loaders.rows(context, at, from, relation, rowsOf(wanted, list.ordering, type, context), list);
    return Promise.all(ids.map((id) => rows.load(id))).then((all) =>
      all.map((each, index) => {
        const refusal = each === null ? noRowsTold(this.catalog, relation, type, shape) : undefined;
        return pageOf(each ?? [], list, totals[index], refusal);
      }),
    );
  }

  /** The page of a list that nobody has; what is asked of it is judged all the same. */
  emptyPage({ services }: RequestContext, relation: ToMany, args: ListArguments): FetchedPage<PlainRow> {
    return pageOf([], listOf(this.catalog.typeOf(relation.to), args, relation.order, services.get(CURSORS)), 0);
  }

  /** A page of a list that hangs on no parent. */
  rootPage(
    context: RequestContext,
    field: string,
    root: RootConnection,
    wanted: PageSelection,
    args: ListArguments,
  ): Promise<FetchedPage<PlainRow>> {
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
          wantsCount: wanted.wantsCount,
          filter: args.where,
        });
    const total = wanted.wantsCount
      ? leftBehind(told === 'own rows' ? totalOf() : this.loaders.rootCount(context, field, type, root, args))
      : undefined;
    // Whoever looks is on record for whom they find, though they ask for the number alone.
    if ((!wanted.wantsRows && !found) || told === 'number')
      return Promise.resolve(pageOf([], list, total, refusalOf(told)));
    return this.loaders
      .rootRows(context, field, type, root, rowsOf(wanted, list.ordering, type, context), list)
      .then((read) => pageOf(read, list, total));
  }
}

const refusalOf = (told: Told): HubError | undefined => (told === 'number' ? onlyNumberTold() : undefined);

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

function rowsOf(
  { selection, wantsCursors }: PageSelection,
  ordering: Ordering,
  type: ReadType,
  { viewer }: RequestContext,
): Selection {
  const inOrder = wantsCursors ? ordering.terms.map((term) => term.column.property) : [];
  return withSubjects(withNames(selection, inOrder), type, viewer.shape);
}
