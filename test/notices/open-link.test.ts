import { parse, visit } from 'graphql';
import { expect, it } from 'vitest';
import * as admin from '../../schema/generated/admin.ts';
import * as mini from '../../schema/generated/mini-program.ts';
import { domains, hubSchema, noticeKinds } from '../../src/app.ts';
import { TASK_KINDS } from '../../src/domains/notices/index.ts';
import { textOf } from '../support/hub.ts';

const { catalog } = hubSchema().reader;

/** The types that a document opens by more than their id. */
function opened(document: Parameters<typeof textOf>[0]): string[] {
  const types: string[] = [];
  visit(parse(textOf(document)), {
    InlineFragment: ({ typeCondition }) => void types.push(typeCondition!.name.value),
  });
  return types;
}

/** What is told to the staff alone; guardians hear of all else. */
const AT_WORK = [
  'AccountJoin',
  'RoleRequest',
  'School',
  'ServiceToken',
  'ShiftSeries',
  'StaffAssignment',
  'StaffIdentity',
];

const about = [...noticeKinds, ...TASK_KINDS.in(domains)].map((kind) => catalog.byPrefix.get(kind.about)!.name);

it('a link leads to everything that a notice or a task is about', () => {
  const [ofGuardians, ofStaff] = [opened(mini.OpenLinkDocument), opened(admin.OpenStaffLinkDocument)];
  const missing = (there: readonly string[]): string[] => [...new Set(about)].filter((type) => !there.includes(type));
  expect(missing([...ofGuardians, ...AT_WORK])).toEqual([]);
  expect(missing([...ofGuardians, ...ofStaff])).toEqual([]);
  expect(AT_WORK.filter((type) => !ofStaff.includes(type))).toEqual([]);
});
