import { AuditOutcome, type AccessRecord, type AuditRecord } from '../../../src/platform/commands/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type Given, type GivenWith, stored } from '../given.ts';

export type AuditRecordRecord = RecordOf<AuditRecord>;
export type AccessRecordRecord = RecordOf<AccessRecord>;

export function anAuditRecord(given: Given<AuditRecord> = {}): AuditRecordRecord {
  return completed<AuditRecordRecord>(
    {
      ...stored(given),
      account: null,
      serviceToken: null,
      mutation: 'markAllNoticesRead',
      outcome: AuditOutcome.SUCCEEDED,
      code: null,
      subjects: {},
      about: [],
      schools: [],
      districts: [],
    },
    given,
  );
}

export function anAccessRecord(given: GivenWith<AccessRecord, 'subject' | 'actor'>): AccessRecordRecord {
  const { createdAt, ...rest } = stored(given);
  return completed<AccessRecordRecord>(
    {
      ...rest,
      createdAt,
      kind: 'student',
      subject: '',
      actor: '',
      byProgram: false,
      hour: new Date(Math.floor(createdAt.getTime() / 3_600_000) * 3_600_000),
    },
    given,
  );
}
