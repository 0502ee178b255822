import type { Audience, AudienceTarget } from '../../../src/domains/people/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type Given, type GivenWith, stored } from '../given.ts';

export type AudienceRecord = RecordOf<Audience>;
export type AudienceTargetRecord = RecordOf<AudienceTarget, 'key'>;

export function anAudience(given: Given<Audience> = {}): AudienceRecord {
  return completed<AudienceRecord>({ ...stored(given), name: '全区家长' }, given);
}

/** The whole district unless narrowed. */
export function anAudienceTarget(
  given: GivenWith<Omit<AudienceTarget, 'key'>, 'audience' | 'district'>,
): AudienceTargetRecord {
  return completed<AudienceTargetRecord>(
    {
      ...stored(given),
      audience: '',
      district: '',
      stage: null,
      school: null,
      grade: null,
      schoolClass: null,
    },
    given,
  );
}
