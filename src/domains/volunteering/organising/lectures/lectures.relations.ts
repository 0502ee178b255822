import {
  computed,
  expression,
  readable,
  relations,
  sql,
  table,
  toMany,
  toOne,
  type Readable,
  type Relations,
} from '../../../../platform/reading/index.ts';
import {
  Guardian,
  guardiansKnownToMe,
  maskedName,
  oneselfAsGuardian,
  School,
  SchoolClass,
  schoolsAtWork,
  Staff,
  mine,
} from '../../../people/index.ts';
import { Engagement } from '../../../timetable/index.ts';
import { ParentLecture, Shift, told } from '../../model/index.ts';
import { lectureFacts, lectureFactsAt, proposeFacts, type LectureFactsRead } from './lecture.facts.ts';
import {
  actionsFor,
  ParentLectureAction,
  proposeBlockersFor,
  ProposeLectureBlocker,
  type ProposeFacts,
} from './lecture.rules.ts';
import {
  classesOfKnownLectures,
  classesOfSeenLectures,
  manageableLectures,
  schoolsOfSeenLectures,
  visibleParentLectures,
} from './lectures.access.ts';

export const readables: readonly Readable[] = [
  readable(ParentLecture, {
    prefix: 'parent-lecture',
    visible: visibleParentLectures,
    filters: { status: ['eq', 'in'] },
    defaultOrder: [{ by: 'proposedAt', direction: 'DESC' }],
  }),
];

export const lectureRelations: readonly Relations[] = [
  relations(ParentLecture, {
    reason: told('reason', { nullable: true, description: 'Why it was declined or cancelled (原因).' }),
    schoolClass: toOne(SchoolClass, {
      by: 'schoolClass',
      nullable: true,
      description: 'The class (班级); null where the caller no longer sees it.',
    }),
    guardian: toOne(Guardian, {
      by: 'guardian',
      nullable: true,
      description: 'Who proposes it (主讲家长); null where the caller may not see them.',
    }),
    lecturerName: computed<{ name: string; told: boolean }>(() => String, {
      description:
        'Who proposes it: the name for whoever decides on it, for everybody else all but the family name masked, e.g. 王** (主讲人).',
      facts: {
        name: (row) => sql`select per.name from ${table('person')} per where per.id = ${row}.person_id`,
        told: manageableLectures,
      },
      value: ({ name, told }) => (told ? name : maskedName(name)),
    }),
    decidedBy: toOne(Staff, {
      by: 'decidedBy',
      nullable: true,
      description: 'Who decided last (处理人); null where nobody has, or the caller may not see staff.',
    }),
    shift: toOne(Shift, {
      by: 'shift',
      nullable: true,
      description: 'When and where it takes place (班次); null until it is scheduled.',
    }),
    isViewers: expression(() => Boolean, {
      description: 'Whether the caller proposed it (是否本人申请).',
      sql: (row) => sql`${row}.guardian_id is not distinct from ${mine.guardianId}`,
    }),
    viewerActions: computed<{ read: LectureFactsRead }>(() => [ParentLectureAction], {
      description: 'What the caller may do with it now (本人可用操作).',
      facts: { read: lectureFacts },
      value: ({ read }, { now }) => actionsFor(lectureFactsAt(now, read)),
    }),
  }),
  relations(SchoolClass, {
    parentLectures: toMany(ParentLecture, {
      by: 'schoolClass',
      countedWhere: classesOfKnownLectures,
      seenWhere: classesOfSeenLectures,
      description:
        'Lectures of parents, the latest first: families see those that take place and their own (家长讲堂).',
    }),
    viewerLectureBlockers: computed<{ read: ProposeFacts }>(() => [ProposeLectureBlocker], {
      description:
        'Why the caller cannot propose a lecture to the class; empty where they can (本人不能申请家长讲堂的原因).',
      facts: { read: (row) => proposeFacts(row, mine.studentIds) },
      value: ({ read }) => proposeBlockersFor(read),
    }),
  }),
  relations(School, {
    parentLectures: toMany(ParentLecture, {
      via: (parent, child) =>
        sql`${child}.school_class_id in (select cls.id from ${table('school_class')} cls where cls.school_id = ${parent}.id)`,
      countedWhere: schoolsAtWork,
      seenWhere: schoolsOfSeenLectures,
      description:
        'Lectures of parents in its classes, as far as the caller may see them, the latest first (家长讲堂).',
    }),
  }),
  relations(Guardian, {
    parentLectures: toMany(ParentLecture, {
      by: 'guardian',
      countedWhere: oneselfAsGuardian,
      seenWhere: guardiansKnownToMe,
      description:
        'Lectures that the guardian has proposed, as far as the caller may see them, the latest first (家长讲堂).',
    }),
  }),
  relations(Shift, {
    parentLecture: toOne(ParentLecture, {
      backBy: 'shift',
      nullable: true,
      description: 'The lecture that takes place (家长讲堂), where it is one.',
    }),
  }),
  relations(Engagement, {
    shift: toOne(Shift, {
      via: (parent, child) => sql`${child}.id = case ${parent}.kind when 'SHIFT_ROOM' then ${parent}.source_id end`,
      nullable: true,
      description: 'The shift that takes the room (班次), where it is one.',
    }),
  }),
];
