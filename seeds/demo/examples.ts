import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Kind, parse, visit, type DefinitionNode } from 'graphql';
import type { ExplorerTab } from '../../src/platform/http/index.ts';

/** An operation to begin with, for one kind of user. */
export interface Example {
  /** Name of the demonstration's account that asks; null for a guest. */
  readonly account: string | null;
  readonly title: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const OPERATIONS = new URL('../../schema/operations/', import.meta.url);

interface Definition {
  readonly text: string;
  readonly node: DefinitionNode;
}

/** The text of a committed operation with the fragments of its folder that it uses, comments included. */
function operationText(folder: string, name: string): string {
  const fragments = new Map<string, Definition>();
  for (const file of readdirSync(new URL(`${folder}/`, OPERATIONS))) {
    if (!/fragments/.test(file)) continue;
    for (const definition of definitionsOf(readFileSync(new URL(`${folder}/${file}`, OPERATIONS), 'utf8'))) {
      if (definition.node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.node.name.value, definition);
    }
  }
  const file = readdirSync(new URL(`${folder}/`, OPERATIONS), { recursive: true, encoding: 'utf8' }).find(
    (each) => basename(each) === `${name}.graphql`,
  );
  if (file === undefined) throw new Error(`${folder} has no operation ${name}.`);
  const operation = readFileSync(new URL(`${folder}/${file}`, OPERATIONS), 'utf8').trim();
  const used = new Set<string>();
  const collect = (node: DefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (!fragment || used.has(value)) return;
        used.add(value);
        collect(fragment.node);
      },
    });
  };
  for (const { node } of definitionsOf(operation)) collect(node);
  return [operation, ...[...used].map((each) => fragments.get(each)!.text)].join('\n\n');
}

function definitionsOf(text: string): Definition[] {
  return parse(text).definitions.map((node) => ({ node, text: text.slice(node.loc!.start, node.loc!.end) }));
}

/** One for each kind of user, the guest first. `now` fills the operations that begin at a moment. */
export function examples(now: Date): readonly Example[] {
  const from = now.toISOString();
  const days = (count: number): string => new Date(now.getTime() + count * 86_400_000).toISOString();
  return [
    {
      account: null,
      title: '访客 Guest · 课程目录 courses',
      query: operationText('mini-program', 'CourseCatalogue'),
      variables: { first: 5 },
    },
    {
      account: null,
      title: '访客 Guest · 政策检索 policies',
      query: operationText('mini-program', 'PolicySearch'),
      variables: { phrases: ['双减'], first: 5 },
    },
    {
      account: 'parent',
      title: '家长 Parent · 首页 home',
      query: operationText('mini-program', 'ParentHome'),
      variables: { from },
    },
    {
      account: 'parent',
      title: '家长 Parent · 志愿看板 volunteering',
      query: operationText('mini-program', 'VolunteerBoard'),
      variables: { first: 10 },
    },
    {
      account: 'teacher',
      title: '教师 Teacher · 工作台 home',
      query: operationText('admin', 'StaffHome'),
      variables: { from },
    },
    {
      account: 'school-admin',
      title: '学校 School · 活动 activities',
      query: operationText('admin', 'VolunteerActivities'),
      variables: { from, first: 10 },
    },
    {
      account: 'district-admin',
      title: '区教委 District · 会议 meetings',
      query: operationText('analyst', 'MeetingParticipationBySchool'),
      variables: { from: days(-60), to: days(60), schools: 10, meetings: 10 },
    },
    {
      account: 'analyst',
      title: '教研督导 Analyst · 参会 participation',
      query: operationText('analyst', 'MeetingParticipationBySchool'),
      variables: { from: days(-60), to: days(60), schools: 10, meetings: 10 },
    },
  ];
}

/** The examples as the explorer opens with them, each with the token of its account. */
export function exampleTabs(now: Date, tokenOf: ReadonlyMap<string, string>): ExplorerTab[] {
  return examples(now).map(({ account, title, query, variables }) => ({
    title,
    query,
    ...(variables && { variables: JSON.stringify(variables, null, 2) }),
    ...(account !== null && { headers: { Authorization: `Bearer ${tokenOf.get(account)!}` } }),
  }));
}
