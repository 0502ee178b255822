import { readFileSync } from 'node:fs';
import { CONTENDERS } from './contenders.ts';
import { tables, TITLES } from './report.ts';
import type { Result } from './result.ts';

const COLOURS = {
  'hub-compiled': '#c2410c',
  hub: '#fdba74',
  postgraphile: '#2563eb',
  sql: '#a3a3a3',
  'sql-with-checks': '#404040',
} as const;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** One file that needs nothing else: the chart library stands in it. */
export function page(result: Result): string {
  // The package exports its modules alone; the file for a page without them lies beside.
  const library = readFileSync(new URL('chart.umd.js', import.meta.resolve('chart.js')), 'utf8');
  const present = CONTENDERS.filter((name) => result.rows.some((row) => row.figures[name]));
  const best = result.rows.map((row) => Math.max(...present.map((name) => row.figures[name]?.requestsPerSecond ?? 0)));
  const data = {
    labels: result.rows.map((row) => row.operation),
    datasets: present.map((name) => ({
      label: TITLES[name],
      backgroundColor: COLOURS[name],
      // The operations differ a hundredfold: each is drawn as a share of its fastest.
      data: result.rows.map((row, index) => ((row.figures[name]?.requestsPerSecond ?? 0) / best[index]!) * 100),
    })),
  };
  const options = {
    animation: false,
    indexAxis: 'y',
    scales: { x: { title: { display: true, text: '% of the fastest, in requests a second' } } },
  };
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>npm run bench</title>
<style>body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem } pre { overflow-x: auto }</style>
<h1>npm run bench</h1>
<canvas id="chart" height="160"></canvas>
<pre>${escaped(tables(result))}</pre>
<script>${library.replaceAll('</script', '<\\/script')}</script>
<script>new Chart(document.getElementById('chart'), ${JSON.stringify({ type: 'bar', data, options }).replaceAll('<', '\\u003c')})</script>
</html>
`;
}
