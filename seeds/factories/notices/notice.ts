import type { Notice } from '../../../src/domains/notices/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type Given, type GivenWith, type Identified, stored } from '../given.ts';
import type { NoticeKind, NoticeParams } from '../../../src/domains/notice-kinds/index.ts';

export type NoticeRecord = RecordOf<Notice>;

/** A notice as `notify` would have written it; `about` names the thing by the prefix of its id. */
export function aNotice<Params extends NoticeParams>(
  of: NoticeKind<Params>,
  params: Params,
  given: GivenWith<Omit<Notice, 'kind' | 'params' | 'aboutPrefix' | 'aboutId'>, 'person'>,
  about?: readonly [prefix: string, thing: Identified],
): NoticeRecord {
  return completed<NoticeRecord>(
    {
      ...stored(given as Given<Notice>),
      person: '',
      kind: of.key,
      params,
      aboutPrefix: about?.[0] ?? null,
      aboutId: about?.[1].id ?? null,
      dedupeKey: null,
      restsOn: null,
      namesRestOn: null,
      waiting: false,
      readAt: null,
      shownUntil: null,
    },
    given,
  );
}
