import { aCertifiedRecord, aServiceRecord } from '../../../seeds/factories/index.ts';
import {
  CertifiedRecord,
  ServiceRecord,
  ServiceSource,
  ServiceStatus,
} from '../../../src/domains/volunteering/index.ts';
import type { Refusal } from '../../checks/plant.ts';

export const serviceRefusals: readonly Refusal[] = [
  {
    constraint: 'service_record_filer',
    how: 'approved by who wrote it down',
    write: ({ run }, { supplemented }) =>
      run('update service_record set filed_by_id = approver_id where id = $1', supplemented.id),
  },
  {
    constraint: 'attendance_missed_by_right',
    how: 'who was turned away is missing',
    async write({ run }, { noShow }) {
      await run(
        'update signup set without_right_since = signed_up_at where id = (select a.signup_id from attendance a where a.id = $1)',
        noShow.id,
      );
      await run('update attendance set no_show_at = now() where id = $1', noShow.id);
    },
  },
  {
    constraint: 'service_record_appeal_stands',
    how: 'taken back by whoever had rejected it, the appeal forgotten',
    write: ({ run }, { appealed }) =>
      run(
        "update service_record set status = 'APPROVED', appeal = null, appealed_at = null, rejected_by_id = null where id = $1",
        appealed.id,
      ),
  },
  {
    constraint: 'service_record_decider_stays',
    how: 'an appeal against whoever has not rejected it',
    write: ({ run }, { appealed }) =>
      run(
        'update service_record set rejected_by_id = (select per.id from person per where per.id not in (rejected_by_id, person_id) limit 1) where id = $1',
        appealed.id,
      ),
  },
  {
    constraint: 'service_record_decider_stays',
    how: 'another stands there as who rejected it, without having decided',
    write: ({ run }, { appealed }) =>
      run(
        'update service_record set approver_id = (select per.id from person per where per.id not in (rejected_by_id, person_id) limit 1) where id = $1',
        appealed.id,
      ),
  },
  {
    constraint: 'service_record_one_checked',
    how: 'two of one check-in',
    write: ({ row }, { came }) => row(ServiceRecord, aServiceRecord(came)),
  },
  {
    constraint: 'service_record_one_waiting',
    how: 'a supplement while another waits',
    write: ({ row }, { waits, scenario }) =>
      row(ServiceRecord, {
        ...waits,
        id: scenario.district.id,
        source: ServiceSource.SUPPLEMENTED,
        status: ServiceStatus.PENDING,
      }),
  },
  {
    constraint: 'certified_record_stays',
    how: 'taken off a certificate',
    write: ({ run }, { certificate }) => run('delete from certified_record where certificate_id = $1', certificate.id),
  },
  {
    constraint: 'certified_record_stays',
    how: 'moved to another record',
    write: ({ run }, { certificate, waits }) =>
      run('update certified_record set record_id = $2 where certificate_id = $1', certificate.id, waits.id),
  },
  {
    constraint: 'certified_record_approved',
    how: 'service of somebody else',
    write: ({ row }, { certificate, appealed }) =>
      row(CertifiedRecord, aCertifiedRecord({ certificate, record: appealed })),
  },
  ...['revoked_at = null, revoke_reason = null, revoked_by_id = null', "revoke_reason = '另一个原因'"].map(
    (change) =>
      ({
        constraint: 'service_certificate_stays',
        how: `a revoked certificate: ${change}`,
        write: ({ run }) => run(`update service_certificate set ${change} where revoked_at is not null`),
      }) satisfies Refusal,
  ),
];

/** Ranges and shapes, as in refusals.shapes.ts. */
export const serviceShapes: Readonly<Record<string, readonly string[]>> = {
  attendance_times: [
    "update attendance set checked_out_at = checked_in_at - interval '1 millisecond' where checked_out_at is not null",
  ],
  attendance_no_show: [
    'update attendance set no_show_at = now() where checked_in_at is not null',
    'update attendance set no_show_at = null where checked_in_at is null',
  ],
  attendance_by_service: [
    'update attendance set missed_before = now() where checked_in_at is null',
    'update attendance set missed_before = now(), excused_before = now() where checked_in_at is not null',
  ],
  attendance_stay_before: [
    'update attendance set came_before = now() where checked_in_at is not null',
    "update attendance set came_before = checked_in_at, came_before_by = 'QR', left_before = checked_in_at - interval '1 millisecond', left_before_by = 'QR' where checked_in_at is not null",
    "update attendance set left_before = now(), left_before_by = 'QR' where checked_in_at is not null",
  ],
  attendance_methods: [
    'update attendance set checked_in_by = null where checked_in_at is not null',
    'update attendance set checked_out_by = null where checked_out_at is not null',
  ],
  service_record_times: [
    'update service_record set ends_at = starts_at',
    "update service_record set ends_at = starts_at + interval '1441 minutes'",
  ],
  service_record_decided: [
    "update service_record set decided_at = now() where status = 'PENDING'",
    "update service_record set decided_at = null where status = 'APPEALED'",
  ],
  service_record_supplement: [
    "update service_record set description = null where source = 'SUPPLEMENTED'",
    "update service_record set description = '在岗' where source = 'SYSTEM_CHECKED'",
  ],
  service_record_supplement_approved: [
    "update service_record set approver_id = null where source = 'SUPPLEMENTED' and status = 'APPROVED'",
  ],
  service_record_rejected: [
    "update service_record set approver_id = null where status = 'REJECTED'",
    "update service_record set decision_reason = null where status = 'REJECTED'",
  ],
  service_record_appeal: [
    "update service_record set appeal = null where status = 'APPEALED'",
    "update service_record set rejected_by_id = null where status = 'APPEALED'",
  ],
  service_certificate_number_shape: [
    "update service_certificate set number = 'ZY20261118-ILOU000000'",
    "update service_certificate set number = 'ZY1'",
  ],
  service_certificate_period: ['update service_certificate set period_to = period_from - 1'],
  service_certificate_minutes: ['update service_certificate set total_minutes = 0'],
  service_certificate_revoked: [
    'update service_certificate set revoked_at = now() where revoked_at is null',
    "update service_certificate set revoke_reason = '误' where revoked_at is null",
  ],
};
