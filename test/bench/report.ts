import { CONTENDERS, type ContenderName } from './contenders.ts';
import { geometricMean, ratio, type Result } from './result.ts';

export const TITLES: Readonly<Record<ContenderName, string>> = {
  'hub-compiled': 'hub (compiled queries)',
  hub: 'hub (batches)',
  postgraphile: 'PostGraphile',
  sql: 'SQL, bare',
  'sql-with-checks': 'SQL with checks',
};

const decimal = (value: number | undefined, digits: number): string =>
  value === undefined ? '–' : value.toFixed(digits);
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const MEASURES: readonly (readonly [ContenderName, ContenderName])[] = [
  ['hub-compiled', 'sql-with-checks'],
  ['hub-compiled', 'postgraphile'],
  ['hub', 'sql-with-checks'],
  ['hub', 'postgraphile'],
  ['sql-with-checks', 'sql'],
];

/** The result as Markdown: for the terminal and for the page of explanation alike. */
export function tables(result: Result): string {
  const present = CONTENDERS.filter((name) => result.rows.some((row) => row.figures[name]));
  const measures = MEASURES.filter(([one, other]) => present.includes(one) && present.includes(other));
  const rates = [
    line([
      'requests a second',
      ...present.map((name) => TITLES[name]),
      ...measures.map(([one, other]) => `${TITLES[one]} ÷ ${TITLES[other]}`),
    ]),
    line(['---', ...present.map(() => '---:'), ...measures.map(() => '---:')]),
    ...result.rows.map((row) =>
      line([
        row.operation,
        ...present.map((name) => decimal(row.figures[name]?.requestsPerSecond, 0)),
        ...measures.map(([one, other]) => decimal(ratio(row, one, other), 2)),
      ]),
    ),
    line([
      'geometric mean',
      ...present.map(() => ''),
      ...measures.map(
        ([one, other]) => `**${decimal(geometricMean(result.rows.map((row) => ratio(row, one, other))), 2)}**`,
      ),
    ]),
  ];
  const details = [
    line([
      'one request',
      'contender',
      'p50 ms',
      'p99 ms',
      'server CPU ms',
      'database CPU ms',
      'statements',
      'spread of rounds',
    ]),
    line(['---', '---', '---:', '---:', '---:', '---:', '---:', '---:']),
    ...result.rows.flatMap((row) =>
      present.flatMap((name) => {
        const figures = row.figures[name];
        return figures
          ? [
              line([
                row.operation,
                TITLES[name],
                decimal(figures.p50, 1),
                decimal(figures.p99, 0),
                decimal(figures.serverCpu, 2),
                decimal(figures.databaseCpu, 2),
                String(figures.statements),
                `${Math.round(figures.spread * 100)} %`,
              ]),
            ]
          : [];
      }),
    ),
  ];
  return [`\`${result.command}\`, ${result.at.slice(0, 10)}; ${result.machine}.`, '', ...rates, '', ...details].join(
    '\n',
  );
}
