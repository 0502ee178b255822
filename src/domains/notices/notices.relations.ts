import {
  computed,
  count,
  readable,
  relations,
  toMany,
  toNode,
  type Condition,
  sql,
  type Readable,
  type Relations,
} from '../../platform/reading/index.ts';
import { NOTICE_CATALOGUE, type NoticeParams } from '../notice-kinds/index.ts';
import { heldByMe } from '../people/index.ts';
import { Viewer } from '../identity/index.ts';
import { Notice } from './notice.entity.ts';
import { visibleNotices } from './notices.access.ts';

const unread: Condition = (row) => sql`${row}.read_at is null`;

export const readables: readonly Readable[] = [
  readable(Notice, {
    prefix: 'notice',
    visible: visibleNotices,
    filters: { kind: ['eq', 'in'], readAt: ['isNull'] },
    defaultOrder: [{ by: 'createdAt', direction: 'DESC' }],
  }),
];

const text = (part: 'title' | 'body', description: string) =>
  computed<{ kind: string; params: NoticeParams; named: boolean }>(() => String, {
    description,
    facts: { kind: 'kind', params: 'params', named: (row) => heldByMe(row, 'names_rest_on') },
    value: ({ kind, params, named }, { locale, services }) =>
      services.get(NOTICE_CATALOGUE).text(part, kind, params, { named, locale }),
  });

export const noticesRelations: readonly Relations[] = [
  relations(Notice, {
    title: text('title', 'In a few words, in the language of the request (标题).'),
    body: text('body', 'The whole of it, in the language of the request (正文); may be empty.'),
    createdAt: computed<{ at: Date }>(() => Date, {
      description: 'When it was told (通知时间).',
      facts: { at: 'createdAt' },
      value: ({ at }) => at,
    }),
    about: toNode({
      prefix: 'aboutPrefix',
      id: 'aboutId',
      description: 'The thing that it is about (相关内容); null where there is none that the caller may see.',
    }),
  }),
  relations(Viewer as never, {
    inbox: toMany(Notice, {
      by: 'person',
      parent: 'person',
      description: 'What the caller is told, the latest first (收件箱).',
    }),
    unreadNoticeCount: count(Notice, {
      by: 'person',
      parent: 'person',
      where: unread,
      description: 'How much of it is unread (未读通知数).',
    }),
  }),
];
