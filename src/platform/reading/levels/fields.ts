/** How what is declared for a type is read for many of its objects at once. */
import type { FieldNode, GraphQLField } from 'graphql';
import type { ReadType } from '../catalog.ts';
import type { FieldDeclaration } from '../declare.ts';
import type { RootField } from '../roots.ts';
import { parseGlobalId } from '../global-id.ts';
import { LARGEST_PAGE, type ListArguments } from '../page.ts';
import { argumentsOf } from '../planning/arguments.ts';
import { fault } from '../planning/complete.ts';
import { Unplannable } from '../planning/unplannable.ts';
import type { Reader } from '../batches/reader.ts';
import type { PlainRow } from '../rows.ts';
import { pageSelectionOf, selectionOf, type Opened } from '../selection.ts';
import type { Parent } from '../statements.ts';
import type { LevelRun } from './run.ts';

export type FetchedRow = Readonly<Record<string, unknown>>;
/** One value for each row, in their order. */
export type ReadAll = (rows: readonly FetchedRow[], run: LevelRun) => readonly unknown[] | Promise<readonly unknown[]>;

export interface AskedField {
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly opened: Opened;
}

/** Of a type with a table. */
export function readDeclared(reader: Reader, from: ReadType, declared: FieldDeclaration, asked: AskedField): ReadAll {
  const { name, nodes, opened } = asked;
  const keyed = (rows: readonly FetchedRow[]): readonly PlainRow[] => rows as readonly PlainRow[];
  switch (declared.kind) {
    case 'one': {
      const to = reader.catalog.typeOf(declared.to);
      const selection = selectionOf(nodes, to, opened);
      if ('by' in declared.link && !declared.where) return readReference(reader, to, declared.link.by, asked);
      return (rows, { context }) => reader.ones(context, from, name, declared, selection, keyed(rows));
    }
    case 'many': {
      const selection = pageSelectionOf(nodes, reader.catalog.typeOf(declared.to), opened);
      const args = listArgumentsOf(asked);
      return (rows, run) => reader.pages(run.context, from, name, declared, selection, args(run), keyed(rows));
    }
    case 'count':
      return (rows, { context }) => reader.counts(context, from, name, declared, keyed(rows));
    case 'node':
      return (rows, run) =>
        readByPrefix(
          reader,
          asked,
          rows.map((row) => [row[declared.prefix], row[declared.id]] as [string | null, string | null]),
          run,
        );
    case 'several':
    case 'computed':
      throw new Unplannable('resolver', `${from.name}.${name}`);
  }
}

/** Of an object without a table: what hangs on the ids that it holds. */
export function readHeld(reader: Reader, object: Parent, declared: FieldDeclaration, asked: AskedField): ReadAll {
  const { name, nodes, opened } = asked;
  switch (declared.kind) {
    case 'one':
      if ('by' in declared.link)
        return readReference(reader, reader.catalog.typeOf(declared.to), declared.link.by, asked);
      break;
    case 'several': {
      const to = reader.catalog.typeOf(declared.to);
      const selection = selectionOf(nodes, to, opened);
      return (rows, { context }) =>
        Promise.all(
          rows.map(async (row) =>
            (await reader.byIds(context, to, selection, row[declared.by] as readonly string[])).filter(
              (each) => each !== null,
            ),
          ),
        );
    }
    case 'many': {
      const selection = pageSelectionOf(nodes, reader.catalog.typeOf(declared.to), opened);
      const args = listArgumentsOf(asked);
      return byHolder(
        declared.parent!,
        (run) => reader.emptyPage(run.context, declared, args(run)),
        (holders, run) => reader.pages(run.context, object, name, declared, selection, args(run), holders),
      );
    }
    case 'count':
      return byHolder(
        declared.parent!,
        () => 0,
        (holders, { context }) => reader.counts(context, object, name, declared, holders),
      );
    case 'computed':
    case 'node':
      break;
  }
  throw new Unplannable('resolver', `${object.name}.${name}`);
}

/** `node`, `nodes` and what is declared to be found by its id, a list, or an object of the request. */
export function readRoot(reader: Reader, root: RootField | undefined, asked: AskedField): ReadAll {
  const { name, field, nodes, opened } = asked;
  const args = argumentsOf(field, nodes[0]!);
  if (name === 'node')
    return (_none, run) => readByPrefix(reader, asked, [partsOf(args.of(run.variables)['id'] as string)], run);
  if (name === 'nodes') {
    return async (_none, run) => {
      const ids = args.of(run.variables)['ids'] as string[];
      if (ids.length > LARGEST_PAGE) fault();
      return [await readByPrefix(reader, asked, ids.map(partsOf), run)];
    };
  }
  switch (root?.kind) {
    case 'connection': {
      const selection = pageSelectionOf(nodes, reader.catalog.typeOf(root.of), opened);
      return async (_none, { context, variables }) => [
        await reader.rootPage(context, name, root, selection, args.of(variables)),
      ];
    }
    case 'node': {
      const type = reader.catalog.typeOf(root.of);
      const selection = selectionOf(nodes, type, opened);
      return (_none, { context, variables }) => {
        const [prefix, id] = partsOf(args.of(variables)['id'] as string);
        return prefix === type.readable.prefix ? reader.byIds(context, type, selection, [id]) : [null];
      };
    }
    case 'object':
      return (_none, { context }) => [root.value(context)];
    case undefined:
      throw new Unplannable('resolver', `Query.${name}`);
  }
}

function listArgumentsOf({ field, nodes }: AskedField): (run: LevelRun) => ListArguments {
  const args = argumentsOf(field, nodes[0]!);
  return (run) => args.of(run.variables);
}

function readReference(reader: Reader, to: ReadType, by: string, { nodes, opened }: AskedField): ReadAll {
  const selection = selectionOf(nodes, to, opened);
  return (rows, { context }) =>
    reader.byIds(
      context,
      to,
      selection,
      rows.map((row) => (row[by] ?? null) as string | null),
    );
}

/** @throws BadUserInput for a text that is no global id */
function partsOf(text: string): [prefix: string, id: string] {
  const { prefix, uuid } = parseGlobalId(text);
  return [prefix, uuid];
}

function readByPrefix(
  reader: Reader,
  { nodes, opened }: AskedField,
  ids: readonly (readonly [string | null, string | null])[],
  { context }: LevelRun,
): Promise<unknown[]> {
  return Promise.all(
    ids.map(async ([prefix, id]) => {
      const type = prefix === null ? undefined : reader.catalog.byPrefix.get(prefix);
      return type && id !== null ? reader.byId(context, type, selectionOf(nodes, type, opened), id) : null;
    }),
  );
}

/** Where an object holds no id there is nothing to read. */
function byHolder(
  by: string,
  otherwise: (run: LevelRun) => unknown,
  read: (holders: readonly { readonly id: string }[], run: LevelRun) => Promise<readonly unknown[]>,
): ReadAll {
  return async (rows, run) => {
    const ids = rows.map((row) => row[by] as string | null);
    const found = await read(
      ids.flatMap((id) => (id === null ? [] : [{ id }])),
      run,
    );
    let next = 0;
    return ids.map((id) => (id === null ? otherwise(run) : found[next++]));
  };
}
