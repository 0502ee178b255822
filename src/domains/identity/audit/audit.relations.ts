import { permission } from '../../../platform/auth/index.ts';
import { AccessRecord, AuditRecord } from '../../../platform/commands/index.ts';
import {
  allOf,
  anyOf,
  computed,
  connectionOf,
  expression,
  readable,
  relations,
  sql,
  table,
  toMany,
  toOne,
  type Alias,
  type Condition,
  type Readable,
  type Relations,
  type Roots,
  type Sql,
} from '../../../platform/reading/index.ts';
import { Guardian, isMyChild, Staff, Student, mine } from '../../people/index.ts';
import { READ_AUDIT } from '../identity.access.ts';
import './audit.graphql.ts';

/** The person who has called by now: an account that was joined into another is that one's. */
const caller = (record: Alias): Sql =>
  sql`(select coalesce((select jnd.person_id from ${table('account')} jnd where jnd.id = acc.joined_into_id), acc.person_id) from ${table('account')} acc where acc.id = ${record}.account)`;

/** Records of what people of the school, or of the district, have done. */
const visibleAuditRecords: Condition = (row, viewer) =>
  anyOf([
    viewer.auditsDistrict && sql`${row}.districts && ${mine.auditedDistrictIds}`,
    viewer.auditsDistrict &&
      sql`exists (select 1 from ${table('school')} sch where sch.id = any(${row}.schools) and sch.district_id = any(${mine.auditedDistrictIds}))`,
    viewer.auditsSchool && sql`${row}.schools && ${mine.auditedSchoolIds}`,
  ]);

/** The guardians of a child, its school and the district may know who has read of it. */
const visibleAccessRecords: Condition = (row, viewer) =>
  allOf([
    sql`${row}.kind = 'student'`,
    anyOf([
      viewer.guardian && sql`${row}.subject = any(${mine.studentIds})`,
      viewer.auditsSchool &&
        sql`exists (select 1 from ${table('student')} stu where stu.id = ${row}.subject and stu.school_id = any(${mine.auditedSchoolIds}))`,
      viewer.auditsDistrict &&
        sql`exists (select 1 from ${table('student')} stu join ${table('school')} sch on sch.id = stu.school_id
        where stu.id = ${row}.subject and sch.district_id = any(${mine.auditedDistrictIds}))`,
    ]),
  ]);

/** Pupils whose whole log the viewer reads. */
const pupilsOfKnownLog: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian && isMyChild(sql`${row}.id`),
    viewer.auditsSchool && sql`${row}.school_id = any(${mine.auditedSchoolIds})`,
    viewer.auditsDistrict &&
      sql`${row}.school_id in (select sch.id from ${table('school')} sch where sch.district_id = any(${mine.auditedDistrictIds}))`,
  ]);

export const readables: readonly Readable[] = [
  readable(AuditRecord, {
    prefix: 'audit-record',
    visible: visibleAuditRecords,
    filters: { mutation: ['eq', 'in'], outcome: ['eq'], createdAt: ['gte', 'lt'] },
    customFilters: {
      about: {
        on: 'String',
        sqlType: 'text',
        description: 'About one of these things, by their bare ids (涉及对象标识).',
        matches: (row, wanted) =>
          sql`${row}.about && array(select each::uuid from unnest(${wanted}) as each where each ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')`,
      },
      staff: {
        on: Staff,
        sqlType: 'uuid',
        description: 'Called by one of these members of staff (操作的教职工).',
        matches: (row, wanted) =>
          sql`${row}.account in (select acc.id from ${table('account')} acc join ${table('staff')} stf on stf.person_id = acc.person_id where stf.id = any(${wanted}))`,
      },
    },
    defaultOrder: [{ by: 'createdAt', direction: 'DESC' }],
  }),
  readable(AccessRecord, {
    prefix: 'access-record',
    visible: visibleAccessRecords,
    filters: { createdAt: ['gte', 'lt'] },
    defaultOrder: [{ by: 'createdAt', direction: 'DESC' }],
  }),
];

export const auditRelations: readonly Relations[] = [
  relations(AuditRecord, {
    staff: toOne(Staff, {
      nullable: true,
      via: (record, staff) => sql`${staff}.person_id = ${caller(record)}`,
      description:
        'Who called, as a member of staff (操作的教职工); null for others, and where the caller may not see them.',
    }),
    guardian: toOne(Guardian, {
      nullable: true,
      via: (record, guardian) => sql`${guardian}.person_id = ${caller(record)}`,
      description: 'Who called, as a guardian (操作的家长); null for others, and where the caller may not see them.',
    }),
    actorName: expression(() => String, {
      nullable: true,
      description:
        'Who called: the name of the person, or of the client, for whoever reads the log; null for a guest and for the hub itself (操作人).',
      sql: (row) => sql`select coalesce((select per.name from ${table('person')} per where per.id = ${caller(row)}),
        (select tok.name from ${table('service_token')} tok where tok.id = ${row}.service_token))`,
    }),
    subjects: computed<{ subjects: Readonly<Record<string, string | readonly string[]>> }>(() => [String], {
      description:
        'What it was about: the part that each thing played and its bare id, e.g. student:0199f0a2-… (涉及对象).',
      facts: { subjects: 'subjects' },
      value: ({ subjects }) =>
        Object.entries(subjects).flatMap(([name, ids]) => [ids].flat().map((id) => `${name}:${id}`)),
    }),
  }),
  relations(AccessRecord, {
    student: toOne(Student, {
      nullable: true,
      via: (record, student) => sql`${student}.id = ${record}.subject`,
      description: 'Whose data was read (学生); null where the caller may not see them.',
    }),
    subject: computed<{ subject: string }>(() => String, {
      description:
        'Whose data was read, by the bare id, also where the caller may not see the pupil, e.g. student:0199f0a2-… (涉及对象).',
      facts: { subject: 'subject' },
      value: ({ subject }) => `student:${subject}`,
    }),
    actorName: expression(() => String, {
      nullable: true,
      description: 'Who read: the name of the person, or of the client (访问者).',
      sql: (
        row,
      ) => sql`select coalesce((select per.name from ${table('account')} acc join ${table('person')} per on per.id = acc.person_id where acc.id = ${row}.actor),
        (select tok.name from ${table('service_token')} tok where tok.id = ${row}.actor))`,
    }),
  }),
  relations(Student, {
    accesses: toMany(AccessRecord, {
      via: (student, record) => sql`${record}.subject = ${student}.id`,
      countedWhere: pupilsOfKnownLog,
      description:
        "Who has read the pupil's data at the school and above it, the latest first, for their guardians, the school and the district (访问记录).",
    }),
  }),
];

export const auditRoots: Roots = {
  auditEntries: connectionOf(AuditRecord, {
    access: permission(READ_AUDIT),
    description: 'What people of the own school have done, or of the whole district, the latest first (审计日志).',
  }),
  accessEntries: connectionOf(AccessRecord, {
    access: permission(READ_AUDIT),
    description:
      'Who has read the data of pupils of the own school, or of the whole district, the latest first (访问日志).',
  }),
};
