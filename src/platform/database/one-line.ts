import { Check } from '@mikro-orm/decorators/legacy';

/**
 * Characters that never stand in one line, as a regular expression of PostgreSQL: control characters, other separators
 * of lines and paragraphs, and marks that turn the direction of text.
 */
const NOT_IN_A_LINE = '[\\u0001-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]';

/** What a line is: of a name and a title PostgreSQL knows as well how they are kept (`settledText`). */
type LineForm = 'LINE' | 'NAME' | 'TITLE';

const RULES: Readonly<Record<LineForm, { readonly ending: string; readonly rule: (column: string) => string }>> = {
  LINE: { ending: 'one_line', rule: (column) => `${column} !~ '${NOT_IN_A_LINE}'` },
  NAME: { ending: 'is_name', rule: (column) => `is_name(${column})` },
  TITLE: { ending: 'is_title', rule: (column) => `is_title(${column})` },
};

export interface LineColumn {
  readonly table: string;
  readonly column: string;
  readonly constraint: string;
  readonly form: LineForm;
}

const lines: LineColumn[] = [];
/** Every column that is declared to hold one line. */
export const LINE_COLUMNS: readonly LineColumn[] = lines;

/** A column that holds one line of text, the name of a person or the name of a thing: the database refuses more. */
export function OneLine(form: LineForm = 'LINE') {
  return (target: object, property: string): void => {
    const [table, column] = [underscored(target.constructor.name), underscored(property)];
    const { ending, rule } = RULES[form];
    const constraint = `${table}_${column}_${ending}`;
    lines.push({ table, column, constraint, form });
    Check({ name: constraint, expression: rule(column) })(target.constructor as new () => object);
  };
}

function underscored(name: string): string {
  return name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
