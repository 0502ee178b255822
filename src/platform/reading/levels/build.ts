/** Compiles what an operation asks into functions that complete all objects of one level together. */
import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { ReadType } from '../catalog.ts';
import type { Computed } from '../declare.ts';
import { collectFields, type Sources } from '../planning/collect.ts';
import { completionOf, fault } from '../planning/complete.ts';
import { mustBeProperty, Unplannable } from '../planning/unplannable.ts';
import { leafOf } from '../planning/values.ts';
import type { Reader } from '../batches/reader.ts';
import { factsMaker } from '../facts.ts';
import { objectMaker, type PlainRow } from '../rows.ts';
import type { Opened } from '../selection.ts';
import { readDeclared, readHeld, readRoot, type AskedField, type ReadAll, type FetchedRow } from './fields.ts';
import type { LevelRun } from './run.ts';

type Data = Record<string, unknown>;
/** What stands in the answer for each value, in their order; objects among it may be filled in later. */
export type CompleteAll = (values: readonly unknown[], run: LevelRun) => unknown[];

/** A member of an object: made of its row at once, or read for all objects of the level. */
type Source = { readonly expression: string } | { readonly read: ReadAll; readonly complete: CompleteAll };
type Member = { readonly key: string } & Source;
type Later = Extract<Member, { readonly read: ReadAll }>;
/** Names a value in the expressions of an object. */
type Constant = (value: unknown) => string;

const COUNTED = 'run.made += 1';

export class LevelBuilder {
  readonly #reader: Reader;
  readonly #sources: Sources;
  readonly #opened: Opened;

  constructor(reader: Reader, sources: Sources) {
    this.#reader = reader;
    this.#sources = sources;
    this.#opened = { schema: sources.schema, fragments: Object.fromEntries(sources.fragments) };
  }

  /** @throws Unplannable where resolvers must answer */
  root(type: GraphQLObjectType, asked: ReadonlyMap<string, readonly FieldNode[]>): CompleteAll {
    const texts: [key: string, text: string | null][] = [];
    const later = [...asked].flatMap(([key, nodes]): Later[] => {
      const name = nodes[0]!.name.value;
      texts.push([key, name === '__typename' ? type.name : null]);
      if (name === '__typename') return [];
      const field = type.getFields()[name];
      if (!field) throw new Unplannable('introspection', `Query.${name}`);
      const read = readRoot(this.#reader, this.#reader.catalog.roots[name], {
        name,
        field,
        nodes,
        opened: this.#opened,
      });
      return [{ key, read, complete: this.#completion(field.type, nodes) }];
    });
    // There is one of it, and clients choose its names: it is not worth being compiled.
    return levelOf(() => Object.fromEntries(texts), later);
  }

  #object(type: GraphQLObjectType, nodes: readonly FieldNode[]): CompleteAll {
    const constants: unknown[] = [];
    const k: Constant = (value) => `k[${constants.push(value) - 1}]`;
    const stored = this.#reader.catalog.byName.get(type.name);
    const members = [
      ...collectFields(
        this.#sources,
        type,
        nodes.map((node) => node.selectionSet),
      ),
    ].map(([key, same]): Member => {
      const name = same[0]!.name.value;
      if (name === '__typename') return { key, expression: JSON.stringify(type.name) };
      const asked: AskedField = { name, field: type.getFields()[name]!, nodes: same, opened: this.#opened };
      return { key, ...(stored ? this.#ofRow(stored, asked, k) : this.#ofObject(type, asked, k)) };
    });
    const make = objectMaker<(row: FetchedRow, run: LevelRun) => Data>(
      'row, run',
      members.map((member) => [member.key, 'expression' in member ? member.expression : 'null']),
      constants,
      COUNTED,
    );
    return levelOf(
      make,
      members.filter((member) => 'read' in member),
    );
  }

  #ofRow(type: ReadType, asked: AskedField, k: Constant): Source {
    const { name, field, nodes } = asked;
    if (name === 'id') return { expression: `${JSON.stringify(`${type.readable.prefix}_`)} + row.id` };
    const declared = type.fields.get(name);
    if (declared?.kind === 'computed') return this.#computed(type, declared, asked, k);
    if (declared)
      return { read: readDeclared(this.#reader, type, declared, asked), complete: this.#completion(field.type, nodes) };
    const column = type.columns.get(name);
    if (!column || column.refersTo) throw new Unplannable('resolver', `${type.name}.${name}`);
    mustBeProperty(type.name, field);
    const value = `row[${JSON.stringify(name)}]`;
    if (!leafOf(column, field.type))
      return { expression: `${k(completionOf(this.#sources, field.type, nodes))}(${value}, run)` };
    return { expression: isNonNullType(field.type) && column.nullable ? `(${value} ?? ${k(fault)}())` : value };
  }

  #computed(type: ReadType, declared: Computed, { name, field, nodes }: AskedField, k: Constant): Source {
    const facts = factsMaker(type, name, declared);
    const { value } = declared;
    if (isLeafType(getNamedType(field.type))) {
      return {
        expression: `${k(completionOf(this.#sources, field.type, nodes))}(${k(value)}(${k(facts)}(row), run.context), run)`,
      };
    }
    return {
      read: (rows, { context }) => rows.map((row) => value(facts(row), context)),
      complete: this.#completion(field.type, nodes),
    };
  }

  #ofObject(type: GraphQLObjectType, asked: AskedField, k: Constant): Source {
    const { name, field, nodes } = asked;
    const entity = [...this.#reader.catalog.objects.keys()].find((each) => each.name === type.name);
    const declared = entity && this.#reader.catalog.objects.get(entity)!.get(name);
    if (declared)
      return {
        read: readHeld(this.#reader, { name: type.name }, declared, asked),
        complete: this.#completion(field.type, nodes),
      };
    mustBeProperty(type.name, field);
    const promised = isPromised(type, field);
    if (isLeafType(getNamedType(field.type)) && !promised) {
      return { expression: `${k(completionOf(this.#sources, field.type, nodes))}(row[${JSON.stringify(name)}], run)` };
    }
    const values = (rows: readonly FetchedRow[]): unknown[] => rows.map((row) => row[name]);
    return {
      read: promised ? (rows) => Promise.all(values(rows)) : values,
      complete: this.#completion(field.type, nodes),
    };
  }

  #completion(type: GraphQLOutputType, nodes: readonly FieldNode[]): CompleteAll {
    if (isNonNullType(type)) {
      const inner = this.#completion(type.ofType, nodes);
      return (values, run) => {
        if (values.some((each) => each == null)) fault();
        const completed = inner(values, run);
        return completed.some((each) => each === null) ? fault() : completed;
      };
    }
    if (isLeafType(getNamedType(type))) {
      const complete = completionOf(this.#sources, type, nodes);
      return (values, run) => values.map((each) => complete(each, run));
    }
    if (isListType(type)) return inLists(this.#completion(type.ofType, nodes));
    if (isObjectType(type)) return whereThere(this.#object(type, nodes));
    if (isAbstractType(type)) return this.#byType(nodes);
    throw new Unplannable('resolver', getNamedType(type).name);
  }

  /** Rows of several types: each says which it is of. */
  #byType(nodes: readonly FieldNode[]): CompleteAll {
    const levels = new Map<string, CompleteAll>();
    const levelFor = (name: string): CompleteAll => {
      let level = levels.get(name);
      if (!level)
        levels.set(name, (level = this.#object(this.#sources.schema.getType(name) as GraphQLObjectType, nodes)));
      return level;
    };
    return whereThere((rows, run) => {
      const completed = new Map<unknown, unknown>();
      for (const [name, same] of Map.groupBy(rows as readonly PlainRow[], (row) => row.__typename)) {
        const objects = levelFor(name)(same, run);
        for (const [index, row] of same.entries()) completed.set(row, objects[index]);
      }
      return rows.map((row) => completed.get(row));
    });
  }
}

/** The number of a page is read while its rows are. */
function isPromised(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): boolean {
  return field.name === 'totalCount' && type.name.endsWith('Connection');
}

/** Objects are made with all their members in order; what must be read for them is put in its place when it is there. */
function levelOf(make: (row: FetchedRow, run: LevelRun) => Data, later: readonly Later[]): CompleteAll {
  return (rows, run) => {
    // Where nobody asks, nothing is read, and nothing that would be asked is judged.
    if (rows.length === 0) return [];
    const objects: Data[] = [];
    for (const row of rows as readonly FetchedRow[]) objects.push(isPlain(row) ? make(row, run) : fault());
    for (const { key, read, complete } of later) {
      run.with(read(rows as readonly FetchedRow[], run), (values) => {
        const completed = complete(values, run);
        for (let index = 0; index < objects.length; index += 1) objects[index]![key] = completed[index];
      });
    }
    return objects;
  };
}

function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof Promise || value instanceof Error);
}

function whereThere(complete: CompleteAll): CompleteAll {
  return (values, run) => {
    if (!values.some((each) => each == null)) return complete(values, run);
    const completed = complete(
      values.filter((each) => each != null),
      run,
    );
    let next = 0;
    return values.map((each) => (each == null ? null : completed[next++]));
  };
}

function inLists(complete: CompleteAll): CompleteAll {
  return whereThere((lists, run) => {
    if (!lists.every((each) => Array.isArray(each))) fault();
    const completed = complete((lists as unknown[][]).flat(), run);
    let next = 0;
    return (lists as unknown[][]).map((list) => completed.slice(next, (next += list.length)));
  });
}
