import type { Message } from '../../platform/errors/index.ts';
import { contribution } from '../../platform/graphql/index.ts';
import type { ViewerShape } from '../../platform/auth/index.ts';
import type { Sql } from '../../platform/reading/index.ts';

/**
 * One kind of thing that waits for somebody to do it, besides decisions, which wait in their queues. Whether it waits is asked at each
 * read, so that nobody is shown what is done, or is theirs no more.
 */
export interface TaskKind {
  /** Domain and what is to be done, e.g. `volunteering.answer-offer`. */
  readonly key: string;
  /** One English sentence with the Chinese term. */
  readonly description: string;
  readonly title: Message;
  /** By the parts that they play, for whom such a thing may wait: nobody else's statements ask for it. */
  readonly of: (viewer: ViewerShape) => boolean;
  /** The type of what it is about: the prefix of its global ids. */
  readonly about: string;
  /**
   * A query of what waits for the viewer: bare `id` of what it is about, `since` when, and `due` until when, null where there is no such
   * moment. It names the viewer by their ids alone (`mine`), which are none for whoever does not play the part; an index leads from these.
   */
  readonly waits: Sql;
}

/** What domains declare that people may have to do. */
export const TASK_KINDS = contribution<TaskKind>('task kinds');
