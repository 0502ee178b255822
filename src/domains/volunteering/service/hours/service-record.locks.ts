import type { Transaction } from '../../../../platform/commands/index.ts';
import { allOf, Scope, sql, type Sql } from '../../../../platform/reading/index.ts';
import { administeredRecord, manageableRecords, visibleServiceRecords } from './service-record.access.ts';
import { ServiceRecord } from '../../model/index.ts';

/*
 * Service records are locked after sign-ups, in the order of their ids. Whoever issues a certificate shares the lock of
 * the records that it rests on, so that none of them changes until the certificate stands.
 */

export interface LockedRecord {
  readonly record: ServiceRecord;
  /** A valid certificate rests on it. */
  readonly certified: boolean;
  /** The caller administers its school, or the district where it is the district's own. */
  readonly administered: boolean;
}

export interface RecordToDecide extends LockedRecord {
  /** The caller runs its shift. */
  readonly managed: boolean;
}

const CERTIFIED: Sql = sql`exists (select 1 from certified_record cre join service_certificate sce on sce.id = cre.certificate_id
  where cre.record_id = srv.id and sce.revoked_at is null)`;

const srv = new Scope('srv');

/** Locks what check-in and check-out of the sign-ups have made; what stands otherwise is asked for after the wait. */
export async function lockCheckedRecords(
  tx: Transaction,
  signupIds: readonly string[],
): Promise<Map<string, LockedRecord>> {
  await tx.query(sql`select srv.id from service_record srv
    where srv.signup_id = any(${signupIds}::uuid[]) and srv.source = 'SYSTEM_CHECKED' order by srv.id for no key update`);
  const rows = await tx.query<{ certified: boolean; administered: boolean | null; signup_id: string }>(sql`
    select srv.*, ${CERTIFIED} as certified, ${administeredRecord(srv, tx.viewer.shape)} as administered from service_record srv
    where srv.signup_id = any(${signupIds}::uuid[]) and srv.source = 'SYSTEM_CHECKED'`);
  return new Map(
    rows.map(({ certified, administered, ...row }) => [
      row.signup_id,
      { record: tx.em.map(ServiceRecord, row), certified, administered: administered === true },
    ]),
  );
}

/** Locks records of these ids that the caller sees. Those that they do not are missing. */
export async function lockRecords(tx: Transaction, ids: readonly string[]): Promise<Map<string, RecordToDecide>> {
  const shape = tx.viewer.shape;
  const mineOnly = allOf([sql`srv.id = any(${ids}::uuid[])`, visibleServiceRecords(srv, shape)]);
  await tx.query(sql`select srv.id from service_record srv where ${mineOnly} order by srv.id for no key update of srv`);
  const { managed, administered } = manageableRecords(srv, shape);
  const rows = await tx.query<{
    id: string;
    certified: boolean;
    managed: boolean | null;
    administered: boolean | null;
  }>(sql`
    select srv.*, ${CERTIFIED} as certified, ${managed} as managed, ${administered} as administered from service_record srv where ${mineOnly}`);
  return new Map(
    rows.map(({ certified, managed: runs, administered: heads, ...row }) => [
      row.id,
      { record: tx.em.map(ServiceRecord, row), certified, managed: runs === true, administered: heads === true },
    ]),
  );
}
