import { Field, ID, InputType, Int } from 'type-graphql';
import { signedIn } from '../../platform/auth/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../platform/graphql/index.ts';
import { markAllNoticesRead } from './mark-all-notices-read.ts';
import { markNoticesRead } from './mark-notices-read.ts';
import { Notice } from './notice.entity.ts';
import { MARK_ALL_RULES, MARK_SOME_RULES } from './notices.rules.ts';

@InputType({ description: 'Which notices to mark as read (标记已读).' })
export class MarkNoticesReadInput extends MutationInput {
  @Field(() => [ID], {
    description:
      'Global ids of the notices, 100 at most; those that are not there any more are passed over (通知标识).',
  })
  readonly noticeIds!: string[];
}

@InputType({ description: 'Up to where to mark notices as read (全部标记已读).' })
export class MarkAllNoticesReadInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the latest notice that the caller was shown: what came since stays unread (截至的通知标识). All where left out.',
  })
  readonly upToNoticeId?: string | null;
}

export const noticeMutations: readonly MutationDeclaration[] = [
  mutation('markNoticesRead', {
    description: 'Marks notices of the caller as read (标记已读).',
    access: signedIn,
    input: MarkNoticesReadInput,
    ids: { noticeIds: Notice },
    ownCase: 'OWN_NAME',
    rules: MARK_SOME_RULES,
    audited: false,
    answer: { notices: { to: Notice, several: true, description: 'Those that are there, as they now are (通知).' } },
    run: (tx, { noticeIds }) => markNoticesRead(tx, { noticeIds }),
  }),
  mutation('markAllNoticesRead', {
    description: 'Marks all notices of the caller as read (全部标记已读).',
    access: signedIn,
    input: MarkAllNoticesReadInput,
    ids: { upToNoticeId: Notice },
    ownCase: 'OWN_NAME',
    rules: MARK_ALL_RULES,
    audited: false,
    answer: {
      markedCount: {
        type: () => Int,
        description: 'How many were unread until now (新标记数量); null where nothing was done.',
      },
    },
    run: (tx, { upToNoticeId }) => markAllNoticesRead(tx, { upToNoticeId: upToNoticeId ?? null }),
  }),
];
