import type { ViewerShape } from '../../platform/auth/index.ts';
import { inLocale, type Message } from '../../platform/errors/index.ts';
import { domainOf, type Domain } from '../../platform/graphql/index.ts';
import {
  allOf,
  computed,
  join,
  never,
  readable,
  relations,
  sql,
  table,
  toMany,
  toNode,
  type Sql,
} from '../../platform/reading/index.ts';
import { Viewer } from '../identity/index.ts';
import { NOTICE_CATALOGUE } from '../notice-kinds/index.ts';
import { mine, type DecisionQueue } from '../people/index.ts';
import { isShownToMe } from './notices.access.ts';
import type { TaskKind } from './task-kind.ts';
import { Task } from './task.entity.ts';

/** What has no end stands behind what has one. */
const SOME_DAY: Sql = sql`timestamptz '9999-12-31'`;

const ntc = sql`ntc`;

/** Decisions that are asked of the viewer, by the notices that ask: an index has those of each person. */
function asked(queues: readonly DecisionQueue[]): Sql {
  const ends = queues.flatMap(({ kind, dueAt }) =>
    dueAt ? [sql`when ${kind}::text then ${dueAt(sql`ntc.about_id`)}`] : [],
  );
  return sql`select ntc.id, ntc.created_at, ntc.kind, ntc.about_prefix, ntc.about_id, case ntc.kind ${join(ends, ' ')} end as due_at
    from ${table('notice')} ntc where ${allOf([sql`ntc.waiting`, sql`ntc.person_id = ${mine.personId}`, isShownToMe(ntc)])}`;
}

const declared = ({ key, about, waits }: TaskKind): Sql =>
  sql`select md5(${key}::text || own.id)::uuid, own.since, ${key}::text, ${about}::text, own.id, own.due from (${waits}) own`;

/** All that waits for the viewer, by the parts that they play. */
const waitingForMe =
  (queues: readonly DecisionQueue[], kinds: readonly TaskKind[]) =>
  (viewer: ViewerShape): Sql =>
    sql`select tsk.*, ${mine.personId} as person_id, coalesce(tsk.due_at, ${SOME_DAY}) as urgent_by
    from (${join([asked(queues), ...kinds.filter((kind) => kind.of(viewer)).map(declared)], ' union all ')}) tsk`;

/** What people have to do: the decisions that are asked of them, and whatever else domains say that waits for somebody. */
export function tasksOf(queues: readonly DecisionQueue[], kinds: readonly TaskKind[]): Domain {
  const titles: ReadonlyMap<string, Message> = new Map(kinds.map(({ key, title }) => [key, title]));
  return domainOf('tasks', [
    {
      entities: [Task],
      readables: [
        readable(Task, {
          prefix: 'task',
          source: waitingForMe(queues, kinds),
          visible: (row, viewer: ViewerShape) => (viewer.signedIn ? sql`${row}.person_id = ${mine.personId}` : never),
          filters: { kind: ['eq', 'in'], dueAt: ['gte', 'lt', 'isNull'] },
          orders: { URGENCY: 'urgentBy', CREATED_AT: 'createdAt' },
          defaultOrder: [
            { by: 'urgentBy', direction: 'ASC' },
            { by: 'createdAt', direction: 'ASC' },
          ],
        }),
      ],
      relations: [
        relations(Task, {
          title: computed<{ kind: string }>(() => String, {
            description: 'What is to be done, in a few words, in the language of the request (标题).',
            facts: { kind: 'kind' },
            value: ({ kind }, { locale, services }) => {
              const title = titles.get(kind);
              return title
                ? inLocale(title, locale)
                : services.get(NOTICE_CATALOGUE).text('title', kind, {}, { named: false, locale });
            },
          }),
          createdAt: computed<{ at: Date }>(() => Date, {
            description: 'Since when it waits (开始等待时间).',
            facts: { at: 'createdAt' },
            value: ({ at }) => at,
          }),
          about: toNode({
            prefix: 'aboutPrefix',
            id: 'aboutId',
            description:
              'The thing that it is about, where it is done (待办对象); null where the caller sees it no more.',
          }),
        }),
        relations(Viewer as never, {
          tasks: toMany(Task, {
            by: 'person',
            parent: 'person',
            description: 'What waits for the caller to do it, the most urgent first (待办).',
          }),
        }),
      ],
    },
  ]);
}
