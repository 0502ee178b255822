import { describe, expect, it } from 'vitest';
import { hubSchema } from '../../../src/app.ts';
import { guest } from '../../../src/domains/people/index.ts';
import type { ViewerShape } from '../../../src/platform/auth/index.ts';
import { raw, sql, table, type ReadType, type Sql } from '../../../src/platform/reading/index.ts';
import type { AskedGroups } from '../../../src/platform/reading/aggregates/groups.ts';
import { scopeOf } from '../../../src/platform/reading/catalog.ts';
import { allOfRoot, pageOfRoot } from '../../../src/platform/reading/found.ts';
import { orderingOf } from '../../../src/platform/reading/keyset.ts';
import { Statements } from '../../../src/platform/reading/statements.ts';
import { selectionFor } from '../../../src/platform/reading/selection.ts';
import { take } from '../../../src/platform/reading/sql.ts';
import { forgottenTables } from './recorded-tables.ts';

const {
  reader: { catalog },
} = hubSchema();
const statements = new Statements(catalog);
const known = new Set([...catalog.tables.values()].map((each) => each.table.name));

/** Who plays one part, and who plays all of them. */
const shapes: readonly ViewerShape[] = [
  guest.shape,
  ...catalog.disclosure.all,
  Object.assign({}, ...catalog.disclosure.all) as ViewerShape,
];

const unfiltered = (): Sql => raw('true');

/** Its rows by all dimensions at once, where it has any. */
function groupsOf(type: ReadType): AskedGroups | undefined {
  const grouping = catalog.groupings.get(type);
  return grouping && { measures: grouping.measures, by: [...grouping.dimensions.values()], size: 1, key: '' };
}

/** Whatever can stand in a statement that reads rows of the type: of none of it its text is looked at elsewhere. */
function* statementsOf(type: ReadType, shape: ViewerShape): Generator<Sql> {
  const selection = selectionFor(type, [...type.columns.keys(), ...type.fields.keys()]);
  const list = { ordering: orderingOf(type, undefined), backward: false };
  yield statements.byId(type, selection, shape);
  const row = scopeOf(type, '_row');
  const root = { type, row, viewer: shape, narrowed: [] };
  yield sql`select ${row}.id from ${pageOfRoot(catalog, root, { ...list, most: take })}`;
  yield sql`select ${row}.id from ${allOfRoot(catalog, root)}`;
  const { countable, lookUp, recorded } = type.readable;
  const filters = Object.values(type.readable.customFilters ?? {});
  const more = [
    countable?.(row, shape),
    lookUp?.who(row, shape),
    recorded?.subjects && sql`(${recorded.subjects(row)})`,
    ...['曾', '1234'].map((typed) => type.readable.search?.matches(row, typed)),
    ...filters.map((filter) => filter.matches(row, sql`${[]}::${raw(filter.sqlType)}[]`)),
  ];
  for (const each of more) if (each) yield sql`select ${each} from ${type.rows(shape)} ${row}`;
  for (const field of type.fields.values()) {
    if (field.kind !== 'one' && field.kind !== 'many' && field.kind !== 'count') continue;
    const to = catalog.typeOf(field.to);
    const selected = selectionFor(to, ['id']);
    if (field.kind === 'one' && !('by' in field.link)) yield statements.one(type, field, selected, shape);
    if (field.kind === 'many')
      yield statements.many(type, field, selected, shape, { ...list, ordering: orderingOf(to, undefined) }, unfiltered);
    if (field.kind !== 'one') yield statements.count(type, field, shape, unfiltered);
    const asked = groupsOf(to);
    if (field.kind === 'many' && asked) yield statements.groups(type, field, shape, asked, unfiltered);
  }
}

describe('of each statement it is known in which tables it looks', () => {
  it.each([...catalog.types.values()].map((type) => [type.name, type] as const))('%s', (_name, type) => {
    let made = 0;
    for (const shape of shapes)
      for (const statement of statementsOf(type, shape)) {
        const prepared = catalog.prepare(statement);
        expect(forgottenTables(prepared, known), prepared.text).toEqual([]);
        made += 1;
      }
    expect(made).toBeGreaterThanOrEqual(3 * shapes.length);
  });

  it.each(
    Object.entries(catalog.roots).flatMap(([name, root]) =>
      root.kind === 'connection' ? [[name, root] as const] : [],
    ),
  )('Query.%s', (_name, { of, where }) => {
    const type = catalog.typeOf(of);
    for (const shape of shapes) {
      const asked = groupsOf(type);
      for (const statement of [
        statements.rootCount(type, shape, where, unfiltered),
        ...(asked ? [statements.rootGroups(type, shape, asked, where, unfiltered)] : []),
      ]) {
        const prepared = catalog.prepare(statement);
        expect(forgottenTables(prepared, known), prepared.text).toEqual([]);
      }
    }
  });

  it('and one that is written by its bare name is found', () => {
    const bare = catalog.prepare(
      sql`select 1 from ${table('course')} crs join course_edition edn on edn.course_id = crs.id`,
    );
    expect(forgottenTables(bare, known)).toEqual(['course_edition']);
  });

  it('a table that is none is refused', () => {
    expect(() => catalog.prepare(sql`select 1 from ${table('corse')} crs`)).toThrow('There is no table corse.');
  });
});
