import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aCourseTopic,
  aLectureTopic,
  aMeetingTopic,
  anActivityTopic,
  aPolicyDocumentTopic,
  aTopic,
  type SchoolRecord,
  type TopicRecord,
} from '../../seeds/factories/index.ts';
import {
  course,
  meeting,
  openShift,
  policyEdition,
  policyLecture,
  type Scenario,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import { describeEntities } from '../../src/app.ts';
import { CourseTopic } from '../../src/domains/courses/index.ts';
import { MeetingTopic } from '../../src/domains/meetings/index.ts';
import { LectureTopic, PolicyDocumentTopic } from '../../src/domains/policy/index.ts';
import { Topic } from '../../src/domains/topics/index.ts';
import { ActivityTopic } from '../../src/domains/volunteering/index.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let admin: StaffMember;
const [wanted, other]: TopicRecord[] = [aTopic(), aTopic()];

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  admin = await scenario.schoolAdmin(school);
  const audience = await scenario.audience({ school });
  await scenario.write((put) => [wanted!, other!].forEach((topic) => put(Topic, topic)));
  for (const topic of [wanted!, other!]) {
    const { document, edition } = await policyEdition(scenario);
    const lecture = await policyLecture(scenario, audience, edition);
    const taught = await course(scenario, audience);
    const held = await meeting(scenario, admin, schoolClass, []);
    const { activity } = await openShift(scenario, admin, { school });
    await scenario.write((put) => {
      put(PolicyDocumentTopic, aPolicyDocumentTopic({ document, topic }));
      put(LectureTopic, aLectureTopic({ lecture, topic }));
      put(CourseTopic, aCourseTopic({ course: taught.course, topic }));
      put(MeetingTopic, aMeetingTopic({ meeting: held.meeting, topic }));
      put(ActivityTopic, anActivityTopic({ activity, topic }));
    });
  }
});
afterAll(() => hub.stop());

interface Found {
  readonly nodes: readonly { readonly id: string; readonly topics: { readonly nodes: readonly { id: string }[] } }[];
}

const LISTS = ['policyDocuments', 'policyLectures', 'courses', 'meetings', 'volunteerActivities'];

describe('what is about a topic', () => {
  it.each(LISTS)('%s: is found by it, says so, and the topic leads to it', async (list) => {
    const { data } = await hub.ask<Record<string, Found> & { topic: Record<string, Found> }>(
      `query ($topic: ID!, $course: ID!) {
        ${list}(where: { topic: { in: [$topic] } }) { nodes { id topics { nodes { id } } } }
        ofAnotherType: ${list}(where: { topic: { in: [$course] } }) { nodes { id topics { nodes { id } } } }
        topic(id: $topic) { ${list} { nodes { id } } }
      }`,
      { as: admin.accountId, variables: { topic: `topic_${wanted!.id}`, course: `course_${wanted!.id}` } },
    );
    expect(data!['ofAnotherType']!.nodes).toEqual([]);
    const [found, ...more] = data![list]!.nodes;
    expect(found?.topics.nodes).toEqual([{ id: `topic_${wanted!.id}` }]);
    expect(more).toEqual([]);
    expect(data!.topic[list]!.nodes).toEqual([{ id: found!.id }]);
  });
});

describe('what an activity is about', () => {
  interface Updated {
    readonly updateVolunteerActivity: {
      readonly activity: { readonly revision: number; readonly topics: Found['nodes'][number]['topics'] } | null;
    };
  }
  const set = (activity: string, revision: number, topicIds: readonly string[]) =>
    hub.ask<Updated>(
      `mutation ($input: UpdateVolunteerActivityInput!) {
        updateVolunteerActivity(input: $input) { activity { revision topics { nodes { id } } } userErrors { code } }
      }`,
      {
        as: admin.accountId,
        variables: { input: { activityId: `volunteer-activity_${activity}`, revision, topicIds } },
      },
    );

  it('is what was named last, and nothing that is no topic, or more than ten', async () => {
    const { activity } = await openShift(scenario, admin, { school });
    const [first, second] = [`topic_${wanted!.id}`, `topic_${other!.id}`];
    let { revision } = activity;
    for (const topicIds of [[first, second], [second], []]) {
      const { data } = await set(activity.id, revision, topicIds);
      expect(data!.updateVolunteerActivity.activity!.topics.nodes.map(({ id }) => id).sort()).toEqual(topicIds.sort());
      ({ revision } = data!.updateVolunteerActivity.activity!);
    }
    const many = Array.from({ length: 11 }, () => aTopic());
    await scenario.write((put) => many.forEach((topic) => put(Topic, topic)));
    for (const topics of [[aTopic()], many]) {
      const { errors } = await set(
        activity.id,
        revision,
        topics.map(({ id }) => `topic_${id}`),
      );
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});

describe('a table of links to topics', () => {
  const tables = describeEntities().getMetadata();
  const links = [...tables.getAll().values()].filter(
    ({ class: entity, abstract }) => !abstract && 'near' in (entity ?? {}),
  );

  it('is there for each of them', () => {
    const known = [ActivityTopic, CourseTopic, LectureTopic, MeetingTopic, PolicyDocumentTopic].map(({ name }) => name);
    expect(links.map(({ className }) => className)).toEqual(expect.arrayContaining(known));
  });

  it.each(links.map((link) => [link.className, link] as const))('%s', (_name, link) => {
    const { table, near } = link.class as unknown as { readonly table: string; readonly near: string };
    const told = ({ triggers }: { readonly triggers: readonly { readonly name?: string }[] }): boolean =>
      triggers.some(({ name }) => name === 'tells_of_change');
    expect(link.tableName).toBe(table);
    expect(link.uniques).toMatchObject([{ name: `${table}_unique`, properties: [near, 'topic'] }]);
    expect(link.indexes).toMatchObject([{ name: `${table}_topic_index`, properties: ['topic', near] }]);
    // What guests read of the thing depends on its links as well.
    expect(told(link)).toBe(told(tables.get(link.properties[near as never]!['targetMeta']!['class'])));
  });
});
