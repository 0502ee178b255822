import { isObjectType, parse, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as admin from '../../schema/generated/admin.ts';
import * as mini from '../../schema/generated/mini-program.ts';
import { TASK_KINDS } from '../../src/domains/notices/index.ts';
import { domains, hubSchema } from '../../src/app.ts';
import { NOTICES } from '../../src/domains/volunteering/notices/notice-kinds.ts';
import type { NoticeText } from '../../src/domains/volunteering/notices/notice-text.ts';
import { textOf } from '../support/hub.ts';

const { schema, reader } = hubSchema();

/** The types that a document opens by more than their id. */
function opened(document: Parameters<typeof textOf>[0]): Set<string> {
  const types = new Set<string>();
  visit(parse(textOf(document)), {
    InlineFragment: ({ typeCondition }) => void types.add(typeCondition!.name.value),
  });
  return types;
}

const typeOf = (prefix: string): string => {
  const { name } = reader.catalog.byPrefix.get(prefix)!;
  expect(isObjectType(schema.getType(name))).toBe(true);
  return name;
};

const texts: readonly NoticeText[] = Object.values(NOTICES);
const tasks = TASK_KINDS.in(domains);
const AT_WORK = new Set(['STAFF', 'TEACHERS']);
/** What the other domains tell of: families of meetings and guardianships, staff of what waits for them besides. */
const OF_FAMILIES = ['meeting', 'guardianship'];
const OF_STAFF = [
  'meeting',
  'guardianship',
  'role-request',
  'staff-identity',
  'account-join',
  'service-token',
  'school',
];

describe('a link leads to everything that a notice or a task is about', () => {
  it('for guardians', () => {
    const about = [
      ...texts.filter(({ readers }) => !AT_WORK.has(readers)).map((each) => each.about),
      ...tasks.map((each) => each.about),
      ...OF_FAMILIES,
    ];
    const there = opened(mini.OpenLinkDocument);
    expect([...new Set(about)].map(typeOf).filter((name) => !there.has(name))).toEqual([]);
  });

  it('for the staff', () => {
    const about = [...texts.filter(({ readers }) => AT_WORK.has(readers)).map((each) => each.about), ...OF_STAFF];
    const there = opened(admin.OpenStaffLinkDocument);
    expect([...new Set(about)].map(typeOf).filter((name) => !there.has(name))).toEqual([]);
  });
});
