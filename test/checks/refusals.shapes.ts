import { saidOf } from '../support/held-to.ts';
import type { Refusal } from './plant.ts';

/** Ranges and shapes: what no row may be like, whatever stands beside it. */
export const shapeRefusals: readonly Refusal[] = Object.entries(saidOf('shapes')).flatMap(([constraint, statements]) =>
  statements.map((statement) => ({ constraint, how: statement, write: ({ run }) => run(statement) })),
);
