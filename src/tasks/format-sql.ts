import { format } from 'sql-formatter';
import type { ExplainedStatement } from '../platform/graphql/index.ts';

/** A clause of one line. */
const SHORT_CLAUSE = /^( *)(select|from|where|group by|order by|limit)\n\1  (.*)$(?!\n\1 )/gm;

/** A statement as it is read by people: the same words, on lines of their own. */
export function formatSql(text: string): string {
  const options = { language: 'postgresql', keywordCase: 'preserve', expressionWidth: 120, tabWidth: 2 } as const;
  return format(text, options).replace(SHORT_CLAUSE, '$1$2 $3');
}

/** Of a statement that reads several places, a line of each: under which name its rows stand there, and which field reads them. */
export const linesOfPlaces = ({ places = {} }: Pick<ExplainedStatement, 'places'>): string[] =>
  Object.entries(places).map(([name, field]) => `-- ${name}: ${field}`);
