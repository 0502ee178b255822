import { BadUserInput } from '../errors/index.ts';
import type { Catalog, Column, ReadType } from './catalog.ts';
import { isWhole } from './cursors.ts';
import { parseGlobalId } from './global-id.ts';
import type { EntityClass } from './readable.ts';
import { refuseUnstorable } from './storable.ts';
import { allOf, always, anyOf, empty, never, raw, sql, type Alias, type Sql } from './sql.ts';

/** `where` as a client gives it: operators by field, and `and`, `or`, `not`. */
export type WhereArgument = Readonly<Record<string, unknown>>;

const DEEPEST = 5;
const MOST_CONDITIONS = 50;
const MOST_GROUPS = 100;
const MOST_VALUES = 200;
const LONGEST_TEXT = 200;

type Path = readonly (string | number)[];

/**
 * `where: null` is no filter, as if it were left out. Anywhere within it null is refused: whether `eq: null` means nothing,
 * everything or what has no value is for nobody to guess. What has no value is asked for by `isNull: true`, and what is to be
 * left open is left out; `in: []` is nothing.
 * @throws BadUserInput where a value is of the wrong shape or there is too much of it
 */
export function filterSql(catalog: Catalog, type: ReadType, where: WhereArgument | null | undefined, row: Alias): Sql {
  if (!where) return always;
  return new Filter(catalog, type, row).all(where, ['where'], 1);
}

class Filter {
  readonly #catalog: Catalog;
  readonly #type: ReadType;
  readonly #row: Alias;
  #groups = 0;
  #conditions = 0;

  constructor(catalog: Catalog, type: ReadType, row: Alias) {
    this.#catalog = catalog;
    this.#type = type;
    this.#row = row;
  }

  all(where: WhereArgument, path: Path, depth: number): Sql {
    if (depth > DEEPEST) {
      throw new BadUserInput(
        { zh: `where 最多嵌套 ${DEEPEST} 层。`, en: `where may be nested ${DEEPEST} deep at most.` },
        path,
      );
    }
    this.#groups += 1;
    if (this.#groups > MOST_GROUPS) {
      throw new BadUserInput(
        { zh: `where 最多 ${MOST_GROUPS} 组条件。`, en: `where may hold ${MOST_GROUPS} groups of conditions at most.` },
        path,
      );
    }
    return allOf(Object.entries(where).map(([name, value]) => this.#one(name, value, [...path, name], depth)));
  }

  #one(name: string, value: unknown, path: Path, depth: number): Sql {
    if (value === undefined) return always;
    refuseNull(value, path);
    if (name === 'and')
      return allOf((value as WhereArgument[]).map((each, index) => this.all(each, [...path, index], depth + 1)));
    if (name === 'or')
      return anyOf((value as WhereArgument[]).map((each, index) => this.all(each, [...path, index], depth + 1)));
    if (name === 'search') return this.#search(value, path);
    if (name === 'not') return sql`not coalesce(${this.all(value as WhereArgument, path, depth + 1)}, false)`;
    return allOf(
      Object.entries(value as Record<string, unknown>).map(([operator, operand]) =>
        this.#condition(name, operator, operand, [...path, operator]),
      ),
    );
  }

  #count(path: Path): void {
    this.#conditions += 1;
    if (this.#conditions > MOST_CONDITIONS) {
      throw new BadUserInput(
        { zh: `where 最多 ${MOST_CONDITIONS} 个条件。`, en: `where may hold ${MOST_CONDITIONS} conditions at most.` },
        path,
      );
    }
  }

  #search(typed: unknown, path: Path): Sql {
    this.#count(path);
    const found = this.#type.readable.search!.matches(this.#row, textOf(typed, path));
    if (found) return found;
    throw new BadUserInput(
      { zh: '请输入要查找的文字或数字。', en: 'Say what to look for: a letter or a digit at least.' },
      path,
    );
  }

  #condition(name: string, operator: string, operand: unknown, path: Path): Sql {
    if (operand === undefined) return always;
    refuseNull(operand, path);
    this.#count(path);
    const custom = this.#type.readable.customFilters?.[name];
    if (custom) {
      const wanted = listOf(operand, path);
      const of = typeof custom.on === 'function' ? this.#catalog.typeOf(custom.on as EntityClass) : undefined;
      const values = of ? uuidsOf(of, wanted, path) : wanted.map((each) => operandOf(each, path));
      return custom.matches(this.#row, sql`${values}::${raw(custom.sqlType)}[]`);
    }
    return this.#comparison(this.#type.columns.get(name)!, operator, operand, path);
  }

  #comparison(column: Column, operator: string, operand: unknown, path: Path): Sql {
    const left = sql`${this.#row}.${column.column}`;
    switch (operator) {
      case 'eq':
      case 'in': {
        const values = this.#values(column, listOf(operand, path), path);
        if (values.length === 0) return never;
        return operator === 'eq'
          ? sql`${left} = ${values[0]}${castOf(column)}`
          : sql`${left} = any(${values}::${raw(typeOfOperand(column))}[])`;
      }
      case 'gte':
        return sql`${left} >= ${operandOf(operand, path)}${castOf(column)}`;
      case 'lt':
        return sql`${left} < ${operandOf(operand, path)}${castOf(column)}`;
      case 'contains':
        return sql`${left} ilike ${`%${textOf(operand, path).replace(/[\\%_]/g, '\\$&')}%`}`;
      case 'isNull':
        return operand === true ? sql`${left} is null` : sql`${left} is not null`;
      default:
        throw new Error(`There is no operator ${operator}.`);
    }
  }

  #values(column: Column, values: readonly unknown[], path: Path): unknown[] {
    const target = column.refersTo
      ? this.#catalog.types.get(column.refersTo)
      : column.property === 'id'
        ? this.#type
        : undefined;
    if (!target) {
      const normalise = this.#type.readable.normalised?.[column.property as never] as
        ((text: string) => string) | undefined;
      return values.map((value) => {
        const operand = operandOf(value, path);
        return normalise && typeof operand === 'string' ? normalise(operand) : operand;
      });
    }
    return uuidsOf(target, values, path);
  }
}

/** Any whole number that a client can name may be asked for: the column may be too small for it, and then no row has it. */
const typeOfOperand = ({ sqlType }: Column): string => (isWhole(sqlType) ? 'bigint' : sqlType);

const castOf = ({ sqlType }: Column): Sql => (isWhole(sqlType) ? raw('::bigint') : empty);

/** Ids of another type name nothing here, so they are left out. */
function uuidsOf({ readable: { prefix } }: ReadType, values: readonly unknown[], path: Path): string[] {
  return values.flatMap((value) => {
    const id = parseGlobalId(String(value), path);
    return id.prefix === prefix ? [id.uuid] : [];
  });
}

function refuseNull(value: unknown, path: Path): void {
  if (value !== null) return;
  throw new BadUserInput(
    {
      zh: '筛选条件不能为 null:不限定时请省略该条件,查询空值请用 isNull。',
      en: 'A condition must not be null: leave it out, or ask with isNull for what has no value.',
    },
    path,
  );
}

function listOf(operand: unknown, path: Path): readonly unknown[] {
  const values = Array.isArray(operand) ? (operand as unknown[]) : [operand];
  if (values.length > MOST_VALUES) {
    throw new BadUserInput(
      { zh: `一个条件最多列出 ${MOST_VALUES} 个值。`, en: `A condition may list ${MOST_VALUES} values at most.` },
      path,
    );
  }
  return values;
}

function operandOf(value: unknown, path: Path): unknown {
  return typeof value === 'string' ? textOf(value, path) : value;
}

function textOf(operand: unknown, path: Path): string {
  const text = String(operand);
  if (text.length > LONGEST_TEXT) {
    throw new BadUserInput(
      { zh: `文本最长 ${LONGEST_TEXT} 个字符。`, en: `A text may have ${LONGEST_TEXT} characters at most.` },
      path,
    );
  }
  refuseUnstorable(text, path);
  return text;
}
