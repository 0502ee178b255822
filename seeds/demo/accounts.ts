import { namedId } from '../deterministic/index.ts';
import type { NamedAccount } from '../generator/index.ts';

export interface DemoAccount extends NamedAccount {
  readonly zh: string;
  readonly en: string;
  /** To be pasted with the token of the account. */
  readonly firstQuery: string;
}

const account = (name: string, zh: string, en: string, firstQuery: string): DemoAccount => ({
  id: namedId(`demo-account/${name}`),
  name,
  zh,
  en,
  firstQuery,
});

const HOME =
  '{ viewer { guardian { name children(first: 5) { nodes { name currentClass { name } } } households(first: 2) { nodes { name } } } } }';

/** Fictional people with one part each. */
export const demoAccounts: readonly DemoAccount[] = [
  account('parent', '家长（两个孩子，两所学校）', 'parent of two children in two schools', HOME),
  account('parent-separated-a', '家长（离异，孩子母亲）', 'separated parent, the mother', HOME),
  account('parent-separated-b', '家长（离异，孩子父亲）', 'separated parent, the father', HOME),
  account('grandparent', '祖辈监护人', 'grandparent', HOME),
  account('blocked-parent', '被屏蔽的家长', 'parent who is blocked and sees nothing of the child', HOME),
  account(
    'teacher',
    '班主任',
    'homeroom teacher',
    '{ viewer { staff { name currentAssignments(first: 5) { nodes { role schoolClass { name students(first: 5) { nodes { name } } } } } } } }',
  ),
  account(
    'teacher-parent',
    '教师兼家长',
    'teacher who is a parent',
    '{ viewer { staff { name classes(first: 5) { nodes { name } } } guardian { children(first: 5) { nodes { name school { name } } } } } }',
  ),
  account(
    'grade-head',
    '年级组长',
    'head of a grade',
    '{ viewer { staff { currentAssignments(first: 5) { nodes { role grade { name } } } } } students(first: 5) { nodes { name currentClass { name } } } }',
  ),
  account(
    'school-admin',
    '学校管理员',
    'school administrator',
    '{ students(first: 5) { totalCount nodes { name studentNumber } } }',
  ),
  account(
    'district-admin',
    '区教委管理员',
    'district administrator',
    '{ schools(first: 5) { nodes { name studentCount } } }',
  ),
  account(
    'district-admin-2',
    '区教委管理员（第二人，复核）',
    'second district administrator, who approves',
    '{ roleRequests(first: 5) { nodes { role status } } }',
  ),
  account(
    'privacy-officer',
    '个人信息保护负责人',
    'privacy officer',
    '{ auditEntries(first: 5) { totalCount } accessEntries(first: 5) { totalCount } }',
  ),
  account(
    'analyst',
    '教研督导分析员',
    'analyst',
    '{ meetings(first: 5) { nodes { title startsAt invitedHouseholdCount } } }',
  ),
  account(
    'lecturer',
    '主讲人',
    'lecturer',
    '{ courses(first: 5) { nodes { title publishedEdition { creditMinutes } } } }',
  ),
];

export function demoAccount(name: string): DemoAccount {
  const found = demoAccounts.find((each) => each.name === name);
  if (!found) throw new Error(`The demonstration has no account ${name}.`);
  return found;
}
