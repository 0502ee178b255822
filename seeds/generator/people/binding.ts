import { BindingCode } from '../../../src/domains/people/index.ts';
import { aBindingCode } from '../../factories/index.ts';
import type { Batch } from '../../writing/index.ts';
import type { Workshop } from '../workshop.ts';
import type { District } from './nodes.ts';

const DAY = 24 * 60;

/** Two pupils of every class have a code that waits to be used; nobody knows it. */
export function issueCodes(batch: Batch, { ids, calendar }: Workshop, { schools }: District): void {
  for (const { classes } of schools) {
    for (const { children, homeroom } of classes) {
      for (const child of homeroom ? children.slice(0, 2) : []) {
        const id = ids.next('binding-code');
        batch.add(
          BindingCode,
          aBindingCode({
            id,
            student: child.id,
            issuedBy: homeroom!,
            hash: id,
            issuedAt: calendar.after(-DAY),
            expiresAt: calendar.after(13 * DAY),
          }),
        );
      }
    }
  }
}
