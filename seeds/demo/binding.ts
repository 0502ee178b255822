import { BindingCode, CodeKind, CodeMiss } from '../../src/domains/people/index.ts';
import { aBindingCode, aCodeMiss } from '../factories/index.ts';
import type { District, Workshop } from '../generator/index.ts';
import type { Batch } from '../writing/index.ts';
import { classOf, type Named } from './families.ts';

/** With it one can try in the demonstration how a guardian binds to a child. */
export const DEMO_BINDING_CODE = 'TEST-TEST-TEST';

const DAY = 24 * 60;

/** Codes of the teacher's class in every state, and a guardian who has mistyped one of them, and one of a stand-in. */
export function writeBinding(batch: Batch, { ids, calendar }: Workshop, district: District, named: Named): void {
  const { children, homeroom } = classOf(district, 0, 3, 2);
  const guardian = named.get('parent')!.guardian;
  const [first, second, third] = children.filter((child) => !named.get('parent')!.children.includes(child));
  const issued = { issuedBy: homeroom!, issuedAt: calendar.after(-2 * DAY), expiresAt: calendar.after(12 * DAY) };
  const add = (given: Partial<Parameters<typeof aBindingCode>[0]> & { student: string }): void => {
    const id = ids.next('binding-code');
    batch.add(BindingCode, aBindingCode({ id, ...(given.code === undefined && { hash: id }), ...issued, ...given }));
  };
  add({ student: first!.id, code: DEMO_BINDING_CODE, expiresAt: calendar.after(60 * DAY) });
  add({ student: second!.id, revokedAt: calendar.after(-DAY) });
  add({ student: third!.id, issuedAt: calendar.after(-30 * DAY), expiresAt: calendar.after(-16 * DAY) });
  add({
    student: named.get('parent')!.children[0]!.id,
    issuedAt: calendar.after(-60 * DAY),
    expiresAt: calendar.after(-46 * DAY),
    usedAt: calendar.after(-59 * DAY),
    usedBy: guardian,
  });
  batch.add(CodeMiss, aCodeMiss({ id: ids.next('code-miss'), guardian, createdAt: calendar.after(-5 * DAY) }));
  batch.add(
    CodeMiss,
    aCodeMiss({ id: ids.next('code-miss'), guardian, kind: CodeKind.STAND_IN, createdAt: calendar.after(-3 * DAY) }),
  );
}
