import type { PlanSummary } from './plan-summary.ts';

/** One operation at one size. */
export interface GrowthFigures {
  readonly objects: number;
  /** Milliseconds; the tenth percentile is what a busy machine disturbs least. */
  readonly p10: number;
  readonly p50: number;
  readonly p95: number;
  readonly statements: number;
  readonly rows: number;
  readonly buffers: number;
  readonly plans: readonly PlanSummary[];
}

export interface GrowthRow {
  readonly operation: string;
  /** The smallest size first. */
  readonly figures: readonly GrowthFigures[];
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Each size against the smallest: what is answered may grow with the data, so rows stand beside objects. */
export function growthTable(sizes: readonly string[], rows: readonly GrowthRow[]): string {
  const measures = ['p10 ms', 'p50 ms', 'p95 ms', '÷ p10', '÷ p50', '÷ p95', 'objects', 'rows', 'buffers'];
  return [
    line(['operation', 'size', ...measures]),
    line(['---', '---', ...measures.map(() => '---:')]),
    ...rows.flatMap(({ operation, figures }) =>
      figures.map((each, index) => {
        const [first] = figures as [GrowthFigures];
        const ratios = (['p10', 'p50', 'p95'] as const).map((name) =>
          index === 0 ? '' : (each[name] / first[name]).toFixed(2),
        );
        return line([
          index === 0 ? operation : '',
          sizes[index]!,
          each.p10.toFixed(1),
          each.p50.toFixed(1),
          each.p95.toFixed(1),
          ...ratios,
          String(each.objects),
          String(each.rows),
          String(each.buffers),
        ]);
      }),
    ),
  ].join('\n');
}
