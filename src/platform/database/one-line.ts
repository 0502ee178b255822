import { Check } from '@mikro-orm/decorators/legacy';

/**
 * Characters that never stand in one line, as a regular expression of PostgreSQL: control characters, other separators
 * of lines and paragraphs, and marks that turn the direction of text.
 */
const NOT_IN_A_LINE = '[\\u0001-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]';

export interface LineColumn {
  readonly table: string;
  readonly column: string;
  readonly constraint: string;
}

const lines: LineColumn[] = [];
/** Every column that is declared to hold one line. */
export const LINE_COLUMNS: readonly LineColumn[] = lines;

/** A column that holds one line of text: the database refuses more. */
export function OneLine() {
  return (target: object, property: string): void => {
    const [table, column] = [underscored(target.constructor.name), underscored(property)];
    const constraint = `${table}_${column}_one_line`;
    lines.push({ table, column, constraint });
    Check({ name: constraint, expression: `${column} !~ '${NOT_IN_A_LINE}'` })(target.constructor as new () => object);
  };
}

function underscored(name: string): string {
  return name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
