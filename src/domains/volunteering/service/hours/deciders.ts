import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import type { DecisionQueue } from '../../../people/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { asking, type VolunteeringNoticeKind, tellEach } from '../../notices/index.ts';
import { waits } from './decide-service-records.ts';
import { OF_SHIFT, type ServiceRecord, ServiceStatus, serviceWaits, whoDecides } from '../../model/index.ts';

export const recordsWaiting: DecisionQueue = {
  kind: 'volunteering.service-to-decide',
  description:
    'What was written down, or checked by a code that the volunteer could show to themself, waits for whoever runs the shift, and an appeal for whoever administers it: never for the volunteer themself, nor for whoever rejected it or wrote it down.',
  things: sql`service_record rec join shift sft on sft.id = rec.shift_id ${OF_SHIFT}`,
  id: sql`rec.id`,
  schoolId: sql`rec.school_id`,
  districtId: sql`rec.district_id`,
  waits: serviceWaits(sql`rec`),
  deciders: whoDecides(sql`array[rec.person_id, rec.filed_by_id, rec.rejected_by_id]`, sql`rec.status = 'PENDING'`),
  ask: asking('SERVICE_TO_DECIDE'),
};

/** Asks whoever may decide on those of the records that wait, which nobody has decided on. */
export function askWhoDecides(tx: Transaction, records: readonly ServiceRecord[]): Promise<void> {
  return askDeciders(
    tx,
    records.filter(waits).map(({ id }) => id),
  );
}

export interface SettledRecord {
  readonly record: ServiceRecord;
  /** Its status before; undefined where it is new. */
  readonly stood: ServiceStatus | undefined;
}

/** Tells volunteers what attendance has made of their service: that it counts no more, or that it counts though what they heard last, or wait for, was something else; what waits now is asked of whoever may decide. */
export async function tellOfSettled(tx: Transaction, settled: readonly SettledRecord[]): Promise<void> {
  const become = (status: ServiceStatus): ServiceRecord[] =>
    settled.filter(({ record, stood }) => record.status === status && stood !== status).map(({ record }) => record);
  await tellVolunteers(tx, 'SERVICE_REJECTED', become(ServiceStatus.REJECTED));
  const anew = new Set(settled.filter(({ stood }) => stood === undefined).map(({ record }) => record));
  await tellVolunteers(
    tx,
    'SERVICE_APPROVED',
    become(ServiceStatus.APPROVED).filter((record) => !anew.has(record)),
  );
  await askWhoDecides(
    tx,
    settled.map(({ record }) => record),
  );
}

/** Tells volunteers what was decided on their service, which waits for nobody any more. */
export async function tellVolunteers(
  tx: Transaction,
  kind: Extract<VolunteeringNoticeKind, 'SERVICE_APPROVED' | 'SERVICE_REJECTED'>,
  records: readonly ServiceRecord[],
): Promise<void> {
  await askDeciders(
    tx,
    records.map(({ id }) => id),
  );
  await tellEach(
    tx,
    kind,
    records.map((record) => ({ to: [record.person.id], params: { reason: record.decisionReason }, about: record.id })),
  );
}
