import { anyone, signedIn } from '../../platform/auth/index.ts';
import {
  aggregates,
  always,
  connectionOf,
  count,
  dimension,
  expression,
  measure,
  nodeOf,
  readable,
  relations,
  sql,
  table,
  toMany,
  toOne,
  type Aggregates,
  type Alias,
  type CustomFilter,
  type Readable,
  type Relations,
  type Roots,
  type Sql,
} from '../../platform/reading/index.ts';
import { Audience, District, School } from '../people/index.ts';
import { onTopic, Topic, topicFilter, topicsOf } from '../topics/index.ts';
import { forGrade, forStage } from './audience.filters.ts';
import { LectureCitation } from './lecture-citation.entity.ts';
import { PolicyDocument } from './policy-document.entity.ts';
import { PolicyEdition, PolicyValidity } from './policy-edition.entity.ts';
import { currentEditionOf, noLongerInForce, validityOf } from './policy-edition.validity.ts';
import { PolicyLecture } from './policy-lecture.entity.ts';
import { visibleDocuments, visibleEditions, visiblePolicyLectures, visibleSegments } from './policy.access.ts';
import { Segment } from './segment.entity.ts';
import { phrase } from './segment.search.ts';
import { LectureTopic, PolicyDocumentTopic } from './topic-links.entity.ts';

const validityAmong = (description: string, matches: CustomFilter['matches']): CustomFilter => ({
  on: PolicyValidity,
  sqlType: 'text',
  description,
  matches,
});

export const readables: readonly Readable[] = [
  readable(PolicyDocument, {
    prefix: 'policy-document',
    visible: visibleDocuments,
    filters: {
      title: ['contains'],
      documentNumber: ['eq', 'in'],
      issuer: ['eq', 'in'],
      issuedOn: ['gte', 'lt'],
      level: ['eq', 'in'],
      district: ['eq', 'in'],
      school: ['eq', 'in'],
    },
    customFilters: {
      topic: topicFilter(PolicyDocumentTopic),
      validity: validityAmong(
        'The current edition has one of these validities today (时效性).',
        (row, wanted) => sql`(select ${validityOf(sql`val`)}
        from ${table('policy_edition')} val where val.id = (${currentEditionOf(row)})) = any(${wanted})`,
      ),
    },
    orders: { ISSUED_ON: 'issuedOn', TITLE: 'title' },
    defaultOrder: [{ by: 'issuedOn', direction: 'DESC' }],
  }),
  readable(PolicyEdition, {
    prefix: 'policy-edition',
    visible: visibleEditions,
    filters: { status: ['eq', 'in'], effectiveFrom: ['gte', 'lt'] },
    customFilters: {
      validity: validityAmong(
        'Has one of these validities today (时效性).',
        (row, wanted) => sql`(${validityOf(row)}) = any(${wanted})`,
      ),
    },
    orders: { EFFECTIVE_FROM: 'effectiveFrom' },
    defaultOrder: [{ by: 'effectiveFrom', direction: 'DESC' }],
  }),
  readable(Segment, {
    prefix: 'segment',
    visible: visibleSegments,
    filters: { edition: ['eq', 'in'] },
    customFilters: {
      phrase,
      // `is true` has the editions found once: joined to them, a search would be made again for each edition.
      validity: validityAmong(
        'Of an edition that has one of these validities today (时效性).',
        (row, wanted) => sql`(${row}.edition_id in (
        select val.id from ${table('policy_edition')} val where (${validityOf(sql`val`)}) = any(${wanted}))) is true`,
      ),
    },
    defaultOrder: [
      { by: 'edition', direction: 'DESC' },
      { by: 'ordinal', direction: 'ASC' },
    ],
  }),
  readable(PolicyLecture, {
    prefix: 'policy-lecture',
    visible: visiblePolicyLectures,
    filters: {
      title: ['contains'],
      publishedAt: ['gte', 'lt'],
      status: ['eq', 'in'],
      district: ['eq', 'in'],
      school: ['eq', 'in'],
    },
    customFilters: {
      topic: topicFilter(LectureTopic),
      stage: forStage,
      grade: forGrade,
    },
    orders: { PUBLISHED_AT: 'listedAt', TITLE: 'title' },
    defaultOrder: [{ by: 'listedAt', direction: 'DESC' }],
  }),
];

const lectureCitesOutdated = (lecture: Alias): Sql => sql`exists (select 1 from ${table('lecture_citation')} cit
  join ${table('policy_edition')} cited on cited.id = cit.edition_id where cit.lecture_id = ${lecture}.id and ${noLongerInForce(sql`cited`)})`;

export const policyRelations: readonly Relations[] = [
  relations(Topic, {
    policyDocuments: onTopic(PolicyDocumentTopic, PolicyDocument, 'Policy documents on the topic (政策文件).'),
    policyLectures: onTopic(LectureTopic, PolicyLecture, 'Lectures on the topic (政策解读).'),
  }),
  relations(PolicyDocument, {
    district: toOne(District, {
      by: 'district',
      nullable: true,
      description: 'The district that it is for (适用区); null where it reaches further.',
    }),
    school: toOne(School, {
      by: 'school',
      nullable: true,
      description: 'The school that it is for (适用学校), where it is one school only.',
    }),
    audience: toOne(Audience, {
      by: 'audience',
      nullable: true,
      description: 'Guardians who may read it where it is not public (适用对象); null where there are none.',
    }),
    topics: topicsOf(PolicyDocumentTopic),
    editions: toMany(PolicyEdition, { by: 'document', description: 'Its editions, the latest in force first (版本).' }),
    currentEdition: toOne(PolicyEdition, {
      via: (parent, child) => sql`${child}.id = (${currentEditionOf(parent)})`,
      nullable: true,
      description:
        'The published edition in force today, else the latest published one (现行版本); null where none is published.',
    }),
  }),
  relations(PolicyEdition, {
    document: toOne(PolicyDocument, { by: 'document', description: 'The document (政策文件).' }),
    validity: expression(() => PolicyValidity, {
      nullable: true,
      description: 'Whether it is in force today, Beijing time (时效性); null unless it is published.',
      sql: validityOf,
    }),
    segments: toMany(Segment, {
      by: 'edition',
      order: [{ by: 'ordinal', direction: 'ASC' }],
      description: 'Its text, paragraph by paragraph (段落).',
    }),
    segmentCount: count(Segment, { by: 'edition', description: 'How many paragraphs it has (段落数).' }),
    lectures: toMany(PolicyLecture, {
      through: { link: LectureCitation, from: 'edition', to: 'lecture' },
      description: 'Lectures that explain it (政策解读).',
    }),
  }),
  relations(Segment, {
    edition: toOne(PolicyEdition, { by: 'edition', description: 'The edition that it is part of (所属版本).' }),
  }),
  relations(PolicyLecture, {
    district: toOne(District, { by: 'district', description: 'The district (区).' }),
    school: toOne(School, {
      by: 'school',
      nullable: true,
      description: 'The school that gives it (学校); null where the district does.',
    }),
    audience: toOne(Audience, { by: 'audience', description: 'Whom it is for (适用对象).' }),
    topics: topicsOf(LectureTopic),
    citedEditions: toMany(PolicyEdition, {
      through: { link: LectureCitation, from: 'lecture', to: 'edition' },
      description: 'Editions of policies that it explains (引用的政策版本).',
    }),
    citesOutdated: expression(() => Boolean, {
      description: 'Whether it cites an edition that is no longer in force (引用已失效政策).',
      sql: lectureCitesOutdated,
    }),
  }),
  relations(School, {
    policyDocuments: toMany(PolicyDocument, {
      by: 'school',
      description: 'Policy documents of the school itself (校级政策文件).',
    }),
    policyLectures: toMany(PolicyLecture, {
      by: 'school',
      description: 'Lectures on policy that the school gives (政策解读).',
    }),
  }),
  relations(District, {
    policyDocuments: toMany(PolicyDocument, {
      by: 'district',
      description: 'Policy documents of the district and its schools (区级及校级政策文件).',
    }),
  }),
];

export const policyAggregates: readonly Aggregates[] = [
  aggregates(PolicyDocument, {
    measures: { count: measure('count', 'RECORD', 'How many documents there are (政策文件数).') },
    dimensions: { level: dimension('level'), district: dimension('district'), school: dimension('school') },
  }),
  aggregates(PolicyEdition, {
    measures: { count: measure('count', 'RECORD', 'How many editions there are (政策版本数).') },
    dimensions: { status: dimension('status') },
  }),
  aggregates(PolicyLecture, {
    measures: { count: measure('count', 'RECORD', 'How many lectures there are (政策解读数).') },
    dimensions: { status: dimension('status'), district: dimension('district'), school: dimension('school') },
  }),
];

export const roots: Roots = {
  policyDocuments: connectionOf(PolicyDocument, {
    access: anyone,
    description: 'Policy documents, the latest first (政策文件).',
  }),
  policyDocument: nodeOf(PolicyDocument, { access: anyone, description: 'One policy document (政策文件).' }),
  policyEditions: connectionOf(PolicyEdition, {
    access: anyone,
    description: 'Editions of policy documents, by their first day in force (政策版本).',
  }),
  policySegments: connectionOf(Segment, {
    access: anyone,
    // A guest sees nothing but published editions.
    where: (row, viewer) =>
      viewer.signedIn
        ? sql`exists (select 1 from ${table('policy_edition')} pub where pub.id = ${row}.edition_id and pub.status = 'PUBLISHED')`
        : always,
    description:
      'Full-text search of published policies: paragraphs, those of the newest edition first (政策全文检索).',
  }),
  policyLectures: connectionOf(PolicyLecture, {
    access: anyone,
    description: 'Lectures on policy, the latest first (政策解读).',
  }),
  policyLecture: nodeOf(PolicyLecture, { access: anyone, description: 'One lecture on policy (政策解读).' }),
  outdatedPolicyLectures: connectionOf(PolicyLecture, {
    access: signedIn,
    where: lectureCitesOutdated,
    description: 'Lectures that cite an edition no longer in force, to be revised or withdrawn (待修订的政策解读).',
  }),
};
