/** Random queries over the whole schema: they are valid, and most of them find something. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Dice } from '../../../seeds/deterministic/index.ts';
import type { Catalog, ReadType, ToMany } from '../../../src/platform/reading/index.ts';

/** What random values are chosen from. */
export interface Pool {
  readonly catalog: Catalog;
  readonly now: Date;
  /** Global ids by type. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  readonly words: readonly string[];
  /** A cursor of a list of this type under this `orderBy`, where one can be made. */
  cursor(type: ReadType, orderBy: unknown, order: ToMany['order'], index: number): string;
}

export interface RandomQuery {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const DEEPEST = 5;

export class QueryWriter {
  readonly #schema: GraphQLSchema;
  readonly #pool: Pool;
  readonly #dice: Dice;
  /** Some queries ask for what must be refused. */
  readonly #wild: boolean;
  readonly #declared: string[] = [];
  readonly #fragments: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  #budget: number;
  #aliases = 0;

  constructor(schema: GraphQLSchema, pool: Pool, dice: Dice, wild: boolean) {
    this.#schema = schema;
    this.#pool = pool;
    this.#dice = dice;
    this.#wild = wild;
    this.#budget = this.#int(2, 25);
  }

  write(): RandomQuery {
    const root = this.#schema.getQueryType()!;
    const selection = this.#selection(root, 0);
    const head = this.#declared.length > 0 ? `query Random(${this.#declared.join(', ')})` : 'query Random';
    return { text: [`${head} ${selection}`, ...this.#fragments].join('\n'), variables: this.#variables };
  }

  #chance(percent: number): boolean {
    return this.#dice.chance(percent / 100);
  }

  #int(least: number, most: number): number {
    return this.#dice.int(least, most);
  }

  #oneOf<T>(values: readonly T[]): T {
    return this.#dice.pick(values);
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter(
      (field) => depth < DEEPEST || isLeafType(getNamedType(field.type)),
    );
    const wanted = depth === 0 ? this.#int(1, 3) : this.#int(1, 6);
    const chosen = this.#dice.sample(fields, wanted);
    // Of what can be grouped, groups are rare among so many fields.
    const groups = type.getFields()['groupedAggregates'];
    if (groups && depth < DEEPEST && !chosen.includes(groups) && this.#chance(25)) chosen.push(groups);
    const parts = chosen.map((field) => this.#field(type, field, depth));
    if (parts.length === 0 || this.#chance(15))
      parts.push(this.#chance(50) ? '__typename' : `${this.#alias()}: __typename`);
    // The same again under one name is merged; a fragment may add to it.
    if (depth > 0 && this.#chance(12))
      parts.push(
        `... ${this.#chance(50) ? `on ${type.name} ` : ''}${this.#directive()}${this.#selection(type, depth)}`,
      );
    if (depth > 0 && this.#chance(8)) {
      const name = `F${this.#fragments.length}`;
      this.#fragments.push('');
      this.#fragments[Number(name.slice(1))] = `fragment ${name} on ${type.name} ${this.#selection(type, depth)}`;
      parts.push(`...${name} ${this.#directive()}`);
    }
    return `{ ${parts.join(' ')} }`;
  }

  #alias(): string {
    return this.#chance(2) ? '__proto__' : `a${this.#aliases++}`;
  }

  #directive(): string {
    if (!this.#chance(8)) return '';
    const value = this.#chance(50);
    return `@${this.#oneOf(['skip', 'include'])}(if: ${this.#chance(60) ? this.#variable('Boolean!', value) : String(value)}) `;
  }

  #field(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    // Fields with arguments are always renamed, for two of one name must have the same.
    const renamed = field.args.length > 0 || isObjectType(type) || this.#chance(20) ? `${this.#alias()}: ` : '';
    const args = this.#arguments(parent, field);
    const head = `${renamed}${field.name}${args} ${this.#directive()}`;
    if (isLeafType(type)) return head;
    this.#budget -= 1;
    if (type.name === 'Node') return `${head}${this.#nodeSelection()}`;
    if (!isObjectType(type)) throw new Error(`${type.name} is abstract.`);
    const connection = type.name.endsWith('Connection');
    if (this.#budget <= 0 && !connection) return `${head}{ __typename }`;
    return `${head}${this.#selection(type, this.#budget <= 0 ? DEEPEST : connection || type.name.endsWith('Edge') ? depth : depth + 1)}`;
  }

  #nodeSelection(): string {
    const types = this.#dice.sample([...this.#pool.ids.keys()], this.#int(1, 3));
    const parts = types.map(
      (name) => `... on ${name} ${this.#selection(this.#schema.getType(name) as GraphQLObjectType, 2)}`,
    );
    return `{ ${this.#chance(70) ? 'id ' : ''}${this.#chance(50) ? '__typename ' : ''}${parts.join(' ')} }`;
  }

  #arguments(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string {
    const rows = getNamedType(field.type).name.replace(/Connection$/, '');
    const type = this.#pool.catalog.byName.get(rows);
    const given: string[] = [];
    const give = (argument: GraphQLArgument | undefined, value: unknown): void => {
      if (argument)
        given.push(
          `${argument.name}: ${this.#chance(50) ? this.#variable(argument.type.toString(), value, argument.name === 'orderBy' && !this.#wild) : literal(value, argument.type)}`,
        );
    };
    const argument = (name: string): GraphQLArgument | undefined => field.args.find((each) => each.name === name);
    if (argument('id')) give(argument('id'), this.#id(type));
    if (argument('ids'))
      give(
        argument('ids'),
        Array.from({ length: this.#int(0, 6) }, () => this.#id(undefined)),
      );
    const groupBy = argument('groupBy');
    if (groupBy) {
      const keys = getNamedType(groupBy.type) as GraphQLEnumType;
      const some = this.#dice.sample(
        keys.getValues().map(({ name }) => name),
        this.#int(1, 3),
      );
      give(groupBy, this.#wild && this.#chance(20) ? this.#oneOf([[], [some[0]!, some[0]!]]) : some);
      if (this.#chance(40)) give(argument('first'), this.#wild && this.#chance(20) ? 101 : this.#int(1, 5));
    }
    if (!argument('first') || !type) return given.length > 0 ? `(${given.join(', ')})` : '';
    const size = this.#wild && this.#chance(5) ? this.#oneOf([0, -1, 101]) : this.#int(1, 5);
    if (this.#chance(90)) give(argument(this.#chance(30) ? 'last' : 'first'), size);
    const orderBy =
      argument('orderBy') && this.#chance(35) ? this.#orderBy(argument('orderBy')!.type, type) : undefined;
    if (orderBy !== undefined) give(argument('orderBy'), orderBy);
    for (const side of ['after', 'before'])
      if (this.#chance(12)) give(argument(side), this.#cursor(type, orderBy, this.#orderOf(parent, field.name)));
    if (argument('where') && this.#chance(40)) give(argument('where'), this.#value(argument('where')!.type, type, 0));
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  #orderBy(type: GraphQLInputType, of: ReadType): unknown {
    const terms = this.#value(type, of, 0) as { by: string }[];
    return this.#wild ? terms : terms.filter((term, index) => terms.findIndex((each) => each.by === term.by) === index);
  }

  #orderOf(parent: GraphQLObjectType, field: string): ToMany['order'] {
    const { byName, roots } = this.#pool.catalog;
    const declared = byName.get(parent.name)?.fields.get(field) ?? roots[field];
    return declared && 'order' in declared ? declared.order : undefined;
  }

  #cursor(type: ReadType, orderBy: unknown, order: ToMany['order']): string | null {
    if (this.#wild && this.#chance(10)) return this.#oneOf(['', 'nonsense']);
    if (this.#chance(5)) return null;
    return this.#pool.cursor(type, orderBy, order, this.#int(0, 1000));
  }

  #id(type: ReadType | undefined): string {
    if (this.#wild && this.#chance(5)) return 'nonsense';
    const wanted = type && this.#chance(90) ? type.name : this.#oneOf([...this.#pool.ids.keys()]);
    return this.#oneOf(this.#pool.ids.get(wanted) ?? []) ?? 'course_00000000-0000-7000-8000-000000000000';
  }

  #variable(type: string, value: unknown, given = false): string {
    const name = `v${this.#declared.length}`;
    const optional = !type.endsWith('!');
    if (optional && !given && this.#chance(15)) this.#declared.push(`$${name}: ${type}`);
    else {
      const fallback = this.#chance(20) && type === 'Int' ? ' = 3' : '';
      this.#declared.push(`$${name}: ${type}${fallback}`);
      if (!fallback || this.#chance(50)) this.#variables[name] = value;
    }
    return `$${name}`;
  }

  #value(type: GraphQLInputType, of: ReadType, depth: number, name = ''): unknown {
    if (isNonNullType(type)) return this.#value(type.ofType, of, depth, name);
    if (isListType(type)) {
      const most = isInputObjectType(getNamedType(type)) ? 2 : 3;
      return Array.from({ length: this.#int(1, most) }, () => this.#value(type.ofType, of, depth + 1, name));
    }
    if (isEnumType(type)) return this.#oneOf(type.getValues().map((each) => each.name));
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => depth < 2 || !/^(?:and|or|not)$/.test(field.name),
      );
      const required = fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
      const chosen = new Set([...required, this.#oneOf(fields), ...(this.#chance(25) ? [this.#oneOf(fields)] : [])]);
      return Object.fromEntries(
        [...chosen].map((field) => [
          field.name,
          this.#chance(3) && !isNonNullType(field.type)
            ? null
            : this.#value(
                field.type,
                of,
                depth + 1,
                /^(?:eq|in|gte|lt|contains|isNull)$/.test(field.name) ? name : field.name,
              ),
        ]),
      );
    }
    switch (type.name) {
      case 'ID': {
        const target =
          of.columns.get(name)?.refersTo?.name ??
          { topic: 'Topic', grade: 'Grade', schoolClass: 'SchoolClass', id: of.name }[name];
        return this.#id(target === undefined ? undefined : this.#pool.catalog.byName.get(target));
      }
      case 'Int':
        return this.#int(-1, 60);
      case 'Boolean':
        return this.#chance(50);
      case 'Date':
        return this.#moment().slice(0, 10);
      case 'DateTime':
        return this.#moment();
      default:
        return this.#oneOf(this.#pool.words);
    }
  }

  #moment(): string {
    return new Date(this.#pool.now.getTime() + this.#int(-200, 60) * 86_400_000).toISOString();
  }
}

/** A value as a document writes it. */
function literal(value: unknown, type: GraphQLInputType): string {
  if (value === null) return 'null';
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (isListType(type)) return `[${(value as unknown[]).map((each) => literal(each, type.ofType)).join(', ')}]`;
  if (isEnumType(type)) return value as string;
  if (isInputObjectType(type)) {
    return `{ ${Object.entries(value as object)
      .map(([name, each]) => `${name}: ${literal(each, type.getFields()[name]!.type)}`)
      .join(', ')} }`;
  }
  return JSON.stringify(value);
}
