import { GraphQLDateTime } from 'graphql-scalars';
import {
  allOf,
  computed,
  count,
  expression,
  now,
  readable,
  relations,
  sql,
  table,
  toMany,
  toOne,
  type Condition,
  type Fact,
  type Readable,
  type Relations,
  type Sql,
} from '../../../platform/reading/index.ts';
import { Guardianship } from '../families/guardianship.entity.ts';
import { Student } from '../families/student.entity.ts';
import { SchoolClass } from '../organisation/school-class.entity.ts';
import { School } from '../organisation/school.entity.ts';
import { nameMasked } from '../masking.ts';
import { listedGuardianships } from '../families.access.ts';
import { classesAtWork, pupilsKnownAtWork, schoolsAtWork } from '../people.countable.ts';
import { tieShowsData } from '../rights/in-force.facts.ts';
import { Staff } from '../staff/staff.entity.ts';
import { BindingCode } from './binding-code.entity.ts';
import {
  asksForIt,
  toldToDecide,
  toldWhatWasAsked,
  toldWhoDecided,
  toldWhyDecided,
  visibleBindingCodes,
} from './binding.access.ts';
import { IssuedBindingCode } from './binding.graphql.ts';

const pending: Condition = (row, viewer) => allOf([listedGuardianships(row, viewer), sql`${row}.status = 'PENDING'`]);

export const readables: readonly Readable[] = [
  readable(BindingCode, {
    prefix: 'binding-code',
    visible: visibleBindingCodes,
    defaultOrder: [{ by: 'issuedAt', direction: 'DESC' }],
  }),
];

/** The district sees neither pupils nor guardians: of a request that is left to it, it is told as much as it takes to decide. */
const toldTo = (description: string, text: Fact) =>
  computed<{ text: string; told: boolean }>(() => String, {
    nullable: true,
    description: `${description}: the district too, where nobody at the school may; null for everybody else.`,
    facts: { text, told: toldToDecide },
    value: ({ text: words, told }) => (told ? words : null),
  });

/** To whoever decides; masked to whoever asks, while that waits: of the pupil they have held the slip, and whoever is declined is told no more. */
const nameOfPupil: Fact = (row, viewer) => {
  const name = (called: Sql): Sql =>
    sql`(select ${called} from ${table('student')} stu where stu.id = ${row}.student_id)`;
  return sql`case when ${toldToDecide(row, viewer)} then ${name(sql`stu.name`)} when ${asksForIt(row, viewer)} then ${name(nameMasked(sql`stu.name`))} end`;
};

export const bindingRelations: readonly Relations[] = [
  relations(BindingCode, {
    student: toOne(Student, { by: 'student', nullable: true, description: 'For whose guardian it is (学生).' }),
    issuedBy: toOne(Staff, {
      by: 'issuedBy',
      nullable: true,
      description: 'Who issued it (发放人); null where the caller may not see them.',
    }),
    inForce: expression(() => Boolean, {
      description: 'Whether it can be used now (是否有效).',
      sql: (row) => sql`${row}.used_at is null and ${row}.revoked_at is null and ${row}.expires_at > ${now}`,
    }),
  }),
  relations(IssuedBindingCode as never, {
    student: toOne(Student, { by: 'student', nullable: true, description: 'For whose guardian it is (学生).' }),
  }),
  relations(Student, {
    bindingCodes: toMany(BindingCode, {
      by: 'student',
      countedWhere: pupilsKnownAtWork,
      description: 'Binding codes of every time, without the codes themselves (绑定码记录).',
    }),
  }),
  relations(Guardianship, {
    dataAccess: expression(() => Boolean, {
      description: "May see the pupil's data (可查看数据), today.",
      sql: (tie) => tieShowsData(tie),
    }),
    decidedBy: toOne(Staff, {
      via: (tie, staff, viewer) => sql`${staff}.id = ${tie}.decided_by_id and ${toldWhoDecided(tie, viewer)}`,
      nullable: true,
      description: 'Who decided last (处理人); null where the caller is not told, or may not see them.',
    }),
    decidedAt: computed<{ at: Date | null; told: boolean }>(() => GraphQLDateTime, {
      nullable: true,
      description: 'When the school decided last (处理时间); of a block only its staff is told.',
      facts: { at: 'decidedAt', told: toldWhoDecided },
      value: ({ at, told }) => (told ? at : null),
    }),
    decisionReason: computed<{ reason: string | null; told: boolean }>(() => String, {
      nullable: true,
      description:
        "Why it was declined, blocked or ended (原因): a guardian is told why their own request was declined; all else is the school's own note.",
      facts: { reason: 'decisionReason', told: toldWhyDecided },
      value: ({ reason, told }) => (told ? reason : null),
    }),
    askedAt: computed<{ at: Date; told: boolean }>(() => GraphQLDateTime, {
      nullable: true,
      description: 'When the guardian asked for it (申请时间), for them and the staff who decide.',
      facts: { at: 'createdAt', told: toldWhatWasAsked },
      value: ({ at, told }) => (told ? at : null),
    }),
    recoveredAt: computed<{ at: Date | null; told: boolean }>(() => GraphQLDateTime, {
      nullable: true,
      description:
        'Since when it waits anew, for the guardian has lost their WeChat account and signs in by another one (更换微信后待重新确认), for them and the staff who decide: another school has recognised them, and their access to this pupil waits for who knows them here. Null for every other request.',
      facts: { at: 'recoveredAt', told: toldWhatWasAsked },
      value: ({ at, told }) => (told ? at : null),
    }),
    codeEnding: computed<{ ending: string | null; told: boolean }>(() => String, {
      nullable: true,
      description:
        'The last four characters of the binding code that the guardian entered (所填绑定码后四位), for them and the staff who decide: it tells one request from another while the child is not told; null where it is not on record.',
      facts: { ending: 'codeEnding', told: toldWhatWasAsked },
      value: ({ ending, told }) => (told ? ending : null),
    }),
    requestedName: computed<{ name: string | null; told: boolean }>(() => String, {
      nullable: true,
      description:
        'What the guardian is called by the request (申请时填写的姓名), for them and the staff who decide; it becomes their name with the first approval.',
      facts: { name: 'requestedName', told: toldWhatWasAsked },
      value: ({ name, told }) => (told ? name : null),
    }),
  }),
  relations(Guardianship, {
    studentName: computed<{ text: string | null }>(() => String, {
      nullable: true,
      description:
        'What the pupil is called (学生姓名), for whoever decides on the guardianship: the district too, where nobody at the school may. Whoever asks is told it masked while their request waits, e.g. 陆**, as the slip named the pupil to them; null for everybody else, and to them once it is decided.',
      facts: { text: nameOfPupil },
      value: ({ text }) => text,
    }),
    studentNumber: toldTo(
      'Number of the pupil in the register (学籍号), for whoever decides on the guardianship',
      (row) => sql`select stu.student_number from ${table('student')} stu where stu.id = ${row}.student_id`,
    ),
    guardianName: toldTo(
      'What the guardian is called today (家长姓名), for whoever decides on the guardianship',
      (row) =>
        sql`select per.name from ${table('guardian')} gua join ${table('person')} per on per.id = gua.person_id where gua.id = ${row}.guardian_id`,
    ),
  }),
  relations(SchoolClass, {
    pendingGuardianships: toMany(Guardianship, {
      via: (parent, child) =>
        sql`${child}.student_id in (select mem.student_id from ${table('class_membership')} mem where mem.school_class_id = ${parent}.id and mem.status = 'ACTIVE')`,
      where: pending,
      countedWhere: classesAtWork,
      description:
        'Guardians who ask to be bound to a pupil of the class, as far as the caller may see them (待审核的监护关系).',
    }),
  }),
  relations(School, {
    pendingGuardianshipCount: count(Guardianship, {
      via: (parent, child) =>
        sql`${child}.student_id in (select stu.id from ${table('student')} stu where stu.school_id = ${parent}.id)`,
      where: pending,
      countedWhere: schoolsAtWork,
      description:
        'How many requests wait for approval (待审核的监护关系数); null for whoever does not administer the school.',
    }),
  }),
];
