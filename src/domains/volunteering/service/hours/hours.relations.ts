import { GraphQLInt } from 'graphql';
import { permission, signedIn } from '../../../../platform/auth/index.ts';
import {
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
  type Fact,
  type Readable,
  type Relations,
  type Roots,
} from '../../../../platform/reading/index.ts';
import {
  District,
  Guardian,
  guardiansKnownToMe,
  Household,
  oneselfAsGuardian,
  School,
  mine,
} from '../../../people/index.ts';
import {
  countedShifts,
  ServiceRecord,
  serviceWaits,
  Shift,
  shiftsOfSeenLists,
  Signup,
  told,
} from '../../model/index.ts';
import { appealBlockersFor, type AppealFacts } from './appeal.blockers.ts';
import { decisionBlockerFor, type RecordDecisionFacts } from './decide-service-records.ts';
import {
  countableServiceRecords,
  DECIDE_SERVICE,
  manageableRecords,
  recordsFoundBy,
  recordsToDecide,
  visibleServiceRecords,
} from './service-record.access.ts';
import { AppealBlocker, SupplementBlocker } from './service-record.rules.ts';
import { ofDistrictThisTerm, ofGuardian, ofHousehold, ofSchoolThisTerm } from './service-totals.ts';
import { supplementBlockersFor } from './supplement.blockers.ts';
import { supplementFacts, supplementFactsAt, type SupplementFactsRead } from './supplement.facts.ts';

export const readables: readonly Readable[] = [
  readable(ServiceRecord, {
    prefix: 'service-record',
    visible: visibleServiceRecords,
    foundBy: recordsFoundBy,
    countable: countableServiceRecords,
    filters: { status: ['eq', 'in'], school: ['eq', 'in', 'isNull'], shift: ['eq', 'in'], startsAt: ['gte', 'lt'] },
    orders: { STARTS_AT: 'startsAt' },
    defaultOrder: [{ by: 'startsAt', direction: 'DESC' }],
  }),
];

const isOwn = (row: Alias) => sql`${row}.person_id is not distinct from ${mine.personId}`;

/** The clock is that of the request. */
type AppealRead = Omit<AppealFacts, 'now'> & Readonly<Record<string, unknown>>;
const appealFacts: { readonly [K in keyof Omit<AppealFacts, 'now'>]: Fact } = {
  own: isOwn,
  status: 'status',
  appealedAt: 'appealedAt',
  decidedAt: 'decidedAt',
};

interface WaitingDecision extends RecordDecisionFacts, Readonly<Record<string, unknown>> {
  readonly waits: boolean;
}

const waiting: { readonly [K in keyof WaitingDecision]: Fact } = {
  own: isOwn,
  filedByMe: (row) => sql`${row}.filed_by_id is not distinct from ${mine.personId} and ${row}.filed_by_id is not null`,
  managed: (row, viewer) => sql`coalesce(${manageableRecords(row, viewer).managed}, false)`,
  administered: (row, viewer) => sql`coalesce(${manageableRecords(row, viewer).administered}, false)`,
  appealed: (row) => sql`${row}.appealed_at is not null`,
  rejectedByMe: (row) => sql`${row}.rejected_by_id is not distinct from ${mine.personId}`,
  waits: serviceWaits,
};

export const hoursRelations: readonly Relations[] = [
  relations(ServiceRecord, {
    decisionReason: told('decisionReason', { nullable: true, description: 'Why it was decided so (审核意见).' }),
    shift: toOne(Shift, {
      by: 'shift',
      nullable: true,
      description: 'The shift (班次); null where the caller no longer sees it.',
    }),
    signup: toOne(Signup, {
      by: 'signup',
      nullable: true,
      description: 'The sign-up (报名); null where the caller may not see it.',
    }),
    guardian: toOne(Guardian, {
      by: 'guardian',
      nullable: true,
      description: 'Who served (志愿者); null where the caller may not see them.',
    }),
    volunteerName: expression(() => String, {
      description: 'Name of who served, for whoever sees the record (志愿者姓名).',
      sql: (row) => sql`select per.name from ${table('person')} per where per.id = ${row}.person_id`,
    }),
    school: toOne(School, {
      by: 'school',
      nullable: true,
      description: 'The school (学校); null where the district itself asked for volunteers.',
    }),
    certified: expression(() => Boolean, {
      description: 'Whether a valid certificate rests on it, so that it stays as it is (已出具证明).',
      // Looked up for each record: for many of them `exists` would have the certificates of everybody read.
      sql: (
        row,
      ) => sql`coalesce((select true from ${table('certified_record')} cre join ${table('service_certificate')} sce on sce.id = cre.certificate_id
        where cre.record_id = ${row}.id and sce.revoked_at is null limit 1), false)`,
    }),
    viewerAppealBlockers: computed<AppealRead>(() => [AppealBlocker], {
      description: 'Why the caller cannot appeal; empty where they can (本人不能申诉的原因).',
      facts: appealFacts,
      value: (facts, { now }) => appealBlockersFor({ ...facts, now }),
    }),
    viewerCanAppeal: computed<AppealRead>(() => Boolean, {
      description: 'Whether the caller can appeal now (本人可否申诉).',
      facts: appealFacts,
      value: (facts, { now }) => appealBlockersFor({ ...facts, now }).length === 0,
    }),
    viewerCanDecide: computed<WaitingDecision>(() => Boolean, {
      description: 'Whether it waits for a decision that the caller can take (本人可否审核).',
      facts: waiting,
      value: (facts) => facts.waits && decisionBlockerFor(facts) === null,
    }),
  }),
  relations(Signup, {
    viewerSupplementBlockers: computed<{ read: SupplementFactsRead }>(() => [SupplementBlocker], {
      description:
        'Why the caller cannot write service down that was not checked in; empty where they can (不能补录服务的原因).',
      facts: { read: supplementFacts },
      value: ({ read }, { now }) => supplementBlockersFor(supplementFactsAt(now, read)),
    }),
    serviceRecords: toMany(ServiceRecord, {
      by: 'signup',
      description: 'What came of it as service, as far as the caller may see it (服务记录).',
    }),
  }),
  relations(Shift, {
    serviceRecords: toMany(ServiceRecord, {
      by: 'shift',
      countedWhere: countedShifts,
      seenWhere: shiftsOfSeenLists,
      description: 'Service at the shift, as far as the caller may see it (服务记录).',
    }),
  }),
  relations(Guardian, {
    serviceRecords: toMany(ServiceRecord, {
      by: 'guardian',
      countedWhere: oneselfAsGuardian,
      seenWhere: guardiansKnownToMe,
      description: 'Service of the guardian, as far as the caller may see it, the latest first (服务记录).',
    }),
    serviceMinutes: expression(() => GraphQLInt, {
      nullable: true,
      description:
        'Approved service, overlapping time counted once (服务总时长,分钟); null for everybody but the guardian and the administrators of a school that a child of theirs goes to.',
      sql: ofGuardian.ever,
    }),
    serviceMinutesThisTerm: expression(() => GraphQLInt, {
      nullable: true,
      description: 'The same, of this term (本学期服务时长,分钟).',
      sql: ofGuardian.thisTerm,
    }),
  }),
  relations(Household, {
    serviceMinutes: expression(() => GraphQLInt, {
      nullable: true,
      description:
        "Approved service of guardians who stood for this family, to a guardian that of who answers today for a child of theirs; each one's overlapping time counted once (家庭服务总时长,分钟); null for everybody but its guardians and the administrators of a school that a child of it goes to.",
      sql: ofHousehold.ever,
    }),
    serviceMinutesThisTerm: expression(() => GraphQLInt, {
      nullable: true,
      description: 'The same, of this term (家庭本学期服务时长,分钟).',
      sql: ofHousehold.thisTerm,
    }),
  }),
  relations(School, {
    serviceMinutesThisTerm: expression(() => GraphQLInt, {
      nullable: true,
      description:
        "Approved service at the school in this term, each person's overlapping time counted once (本学期服务时长,分钟); null for whoever may not count it, and for a group too small to be told.",
      sql: ofSchoolThisTerm,
    }),
  }),
  relations(District, {
    serviceMinutesThisTerm: expression(() => GraphQLInt, {
      nullable: true,
      description:
        "Approved service in the district in this term, each person's overlapping time counted once (本学期服务时长,分钟); null for whoever may not count it, and for a group too small to be told.",
      sql: ofDistrictThisTerm,
    }),
  }),
];

export const hoursRoots: Roots = {
  serviceRecords: connectionOf(ServiceRecord, {
    access: signedIn,
    description:
      'Service that the caller may see, the latest first (服务记录); a district is told the number of all, and lists what it decides by `serviceRecordsToDecide`.',
  }),
  serviceRecordsToDecide: connectionOf(ServiceRecord, {
    access: permission(DECIDE_SERVICE),
    where: recordsToDecide,
    ofViewer: true,
    description: 'Service that waits for a decision which the caller can take, the latest first (待我审核的服务记录).',
  }),
};
