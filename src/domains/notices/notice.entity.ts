import type { Opt, TriggerDef } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Stored } from '../../platform/database/index.ts';
import { Node } from '../../platform/graphql/index.ts';
import type { NoticeParams } from '../notice-kinds/index.ts';
import { Person } from '../people/index.ts';

/** A hub of before, which still runs beside this one, writes what it tells of a record without a word of whose the names in it are. */
const namedByRight: TriggerDef = {
  name: 'notice_follow_right_to_names',
  timing: 'before',
  events: ['insert'],
  expression:
    'create trigger "notice_follow_right_to_names" before insert on "notice" for each row when (num_nonnulls(new.rests_on, new.names_rest_on) = 0 and new.about_prefix in (\'signup\', \'service-record\')) execute function notice_follow_right_to_names()',
};

/** What people type into reasons, titles and places may be a mobile number: it is masked, whoever tells it and by whichever kind. */
const masksPhones: TriggerDef = {
  name: 'notice_follow_phones',
  timing: 'before',
  events: ['insert', 'update'],
  expression:
    'create trigger "notice_follow_phones" before insert or update of params on "notice" for each row when (phones_masked(new.params::text) <> new.params::text) execute function notice_follow_phones()',
};

/** What is not so when it is written, of what may change meanwhile, is shown to nobody. */
const looksAtWhatIsTold: TriggerDef = {
  name: 'notice_follow_news',
  timing: 'after',
  events: ['insert'],
  forEach: 'statement',
  expression:
    'create trigger "notice_follow_news" after insert on "notice" referencing new table as told for each statement execute function notice_follow_news()',
};

/**
 * One thing that one person is told, written in the transaction of what happened: the inbox, and the outbox of every
 * channel at once. A further channel (短信, 订阅消息) is a job that walks this table by id, which grows with time, and
 * keeps a row of its own for each notice and channel: nothing changes here, nor in the domains that notify.
 */
@ObjectType({ implements: Node, description: 'Something that the caller is told (通知).' })
@Entity()
@Index({ name: 'notice_inbox_index', properties: ['person', 'createdAt', 'id'] })
@Index({ name: 'notice_unread_index', properties: ['person'], where: { readAt: null } })
@Index({ name: 'notice_read_index', properties: ['readAt'], where: { readAt: { $ne: null } } })
@Index({ name: 'notice_shown_index', properties: ['person', 'aboutId'], where: "rests_on is distinct from '{}'" })
@Index({
  name: 'notice_seats_index',
  properties: ['aboutId'],
  where: "kind in ('meetings.seats-free', 'meetings.seats-taken') and rests_on is distinct from '{}'",
})
@Index({ name: 'notice_waiting_index', properties: ['aboutId'], where: 'waiting' })
@Unique({ name: 'notice_once', properties: ['person', 'kind', 'dedupeKey'] })
@Unique({ name: 'notice_asked_once', properties: ['person', 'kind', 'aboutId'], where: 'waiting' })
@Check({ name: 'notice_waiting_about', expression: 'not waiting or about_id is not null' })
@Check({ name: 'notice_kind_shape', expression: "kind ~ '^[a-z]+[.][a-z]+(-[a-z]+)*$'" })
@Check({
  name: 'notice_params_small',
  expression: "jsonb_typeof(params) = 'object' and octet_length(params::text) <= 2000",
})
@Check({ name: 'notice_about_whole', expression: 'num_nonnulls(about_prefix, about_id) in (0, 2)' })
@Trigger(namedByRight)
@Trigger(masksPhones)
@Trigger(looksAtWhatIsTold)
export class Notice extends Stored {
  /** The person who is told. */
  @ManyToOne(() => Person)
  person!: Person;

  @Field(() => String, {
    description: 'What kind of thing it is, for the client to choose an icon by (通知类型), e.g. meetings.invited.',
  })
  @Property({ type: 'text' })
  kind!: string;

  /** The facts that its texts are made from, with mobile numbers masked. */
  @Property({ type: 'json' })
  params!: NoticeParams;

  /** The thing that it is about: prefix of its global id, and bare id. */
  @Property({ type: 'text', nullable: true })
  aboutPrefix: string | null = null;

  @Property({ type: 'uuid', nullable: true })
  aboutId: string | null = null;

  /** A person is told the same thing under this key once. */
  @Property({ type: 'text', nullable: true })
  dedupeKey: string | null = null;

  /** Keys of the rights one of which its reader must hold, for its texts tell of what they open; null where it tells of nothing but the reader's own. */
  @Property({ type: 'text[]', nullable: true })
  restsOn: string[] | null = null;

  /** Keys of the rights one of which its reader must hold to be told the names in it (see `NoticeKind.names`); null where it names nothing but the reader's own. */
  @Property({ type: 'text[]', nullable: true })
  namesRestOn: string[] | null = null;

  /** It asks its reader to decide on what it is about. No more once that is decided, or is for somebody else to decide: then nobody is shown it. */
  @Property({ type: 'boolean', default: false })
  waiting: Opt<boolean> = false;

  /** Until when it is shown, where the clock alone makes an end of what it tells; PostgreSQL writes it (`news_until`). */
  @Property({ type: 'datetime', length: 3, nullable: true })
  shownUntil: Date | null = null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was marked as read (阅读时间); null while unread.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  readAt: Date | null = null;
}
