import { format } from 'sql-formatter';

/** A statement as it is read by people: the same words, on lines of their own. */
export function formatSql(text: string): string {
  return format(text, { language: 'postgresql', keywordCase: 'preserve', expressionWidth: 120, tabWidth: 2 });
}
