import {
  type Guardian,
  GuardianRelation,
  type Guardianship,
  GuardianshipStatus,
} from '../../../src/domains/people/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type GivenWith, stored } from '../given.ts';

export type GuardianRecord = RecordOf<Guardian, 'nameKey'>;
export type GuardianshipRecord = RecordOf<Guardianship>;

const PARENTS: readonly GuardianRelation[] = [GuardianRelation.FATHER, GuardianRelation.MOTHER];

export function aGuardian(given: GivenWith<Guardian, 'person'>): GuardianRecord {
  return completed<GuardianRecord>({ ...stored(given), person: '' }, given);
}

/** Holds, with access to the child's data; before the law where it is a parent's. */
export function aGuardianship(given: GivenWith<Guardianship, 'guardian' | 'student'>): GuardianshipRecord {
  const relation = given.relation ?? GuardianRelation.MOTHER;
  return completed<GuardianshipRecord>(
    {
      ...stored(given),
      guardian: '',
      student: '',
      relation,
      legal: PARENTS.includes(relation),
      primaryContact: false,
      dataAccess:
        given.status === undefined ||
        given.status === GuardianshipStatus.ACTIVE ||
        given.status === GuardianshipStatus.ENDED,
      validFrom: '2020-09-01',
      validTo: null,
      livesApart: false,
      recoveredAt: null,
      requestedName: null,
      codeEnding: null,
      approvedBeforeBlock: given.status === GuardianshipStatus.BLOCKED ? true : null,
      dataAccessBeforeBlock: given.status === GuardianshipStatus.BLOCKED ? true : null,
      decidedBy: null,
      decidedAt: null,
      decidedForDistrict: false,
      decisionOfBlock: given.status === GuardianshipStatus.BLOCKED,
      decisionReason:
        given.status === GuardianshipStatus.BLOCKED || given.status === GuardianshipStatus.REJECTED
          ? '与学校登记信息不符'
          : null,
      status: GuardianshipStatus.ACTIVE,
    },
    given,
  );
}
