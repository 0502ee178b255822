import { describe, expect, it } from 'vitest';
import { describeEntities, domains, hubSchema } from '../../../src/app.ts';
import { Course } from '../../../src/domains/courses/index.ts';
import { Meeting } from '../../../src/domains/meetings/index.ts';
import { Student } from '../../../src/domains/people/index.ts';
import { Shift, Signup } from '../../../src/domains/volunteering/index.ts';
import {
  aggregates,
  Catalog,
  dimension,
  measure,
  type Aggregates,
  type EntityClass,
  type Relations,
} from '../../../src/platform/reading/index.ts';
import { THINGS } from '../../access/told/truth.ts';

const metadata = describeEntities().getMetadata();
const {
  reader: { catalog },
} = hubSchema();
const count = measure('count', 'RECORD', 'How many there are (数量).');

/** The hub with these figures and no others. */
function catalogWith(...figures: readonly Aggregates[]): Catalog {
  return catalogOf(
    figures,
    domains.flatMap(({ relations }) => relations),
  );
}

function catalogOf(figures: readonly Aggregates[], relations: readonly Relations[]): Catalog {
  return new Catalog(metadata, {
    readables: domains.flatMap(({ readables }) => readables),
    relations,
    aggregates: figures,
    roots: {},
    disclosure: catalog.disclosure,
  });
}

const by = (of: EntityClass, name: string, property = name): Aggregates => ({
  of,
  measures: { count },
  dimensions: { [name]: dimension(property) },
});

describe('what can be grouped by', () => {
  it('is a value of few, or what is referred to, and says how a group holds it', () => {
    const meetings = catalogWith(
      aggregates(Meeting, {
        measures: { count },
        dimensions: { kind: dimension('kind'), school: dimension('school') },
      }),
    );
    const { measures, dimensions } = meetings.groupings.get(meetings.typeOf(Meeting))!;
    expect([...measures.keys()]).toEqual(['count']);
    expect([...dimensions].map(([key, { field, refersTo }]) => [key, field, refersTo?.name])).toEqual([
      ['KIND', 'kind', undefined],
      ['SCHOOL', 'schoolId', 'School'],
    ]);
  });

  it.each<[string, Aggregates, string]>([
    ['no column', by(Meeting, 'weekday'), 'Meeting cannot be grouped by weekday: weekday is no column.'],
    [
      'what no list is filtered by',
      by(Meeting, 'organiser'),
      'Meeting cannot be grouped by organiser: it cannot be filtered by organiser, and groups would tell more than filters do.',
    ],
    [
      'what a list is filtered by in ranges alone',
      by(Meeting, 'startsAt'),
      'Meeting cannot be grouped by startsAt: it cannot be filtered by startsAt, and groups would tell more than filters do.',
    ],
    [
      'rows of people',
      by(Signup, 'status'),
      'Signup cannot be grouped: it tells of people, whom the figure of a small group would give away.',
    ],
    [
      'people themselves',
      by(Student, 'school'),
      'Student cannot be grouped: it tells of people, whom the figure of a small group would give away.',
    ],
    [
      'nothing',
      { of: Meeting, measures: { count }, dimensions: {} },
      'Meeting cannot be grouped without a measure and a dimension.',
    ],
    [
      'no figure',
      { ...by(Meeting, 'kind'), measures: {} },
      'Meeting cannot be grouped without a measure and a dimension.',
    ],
    ['what is called as a figure', by(Meeting, 'count', 'kind'), 'A group of Meeting has two figures called count.'],
  ])('is not %s', (_what, figures, sentence) => {
    expect(() => catalogWith(figures)).toThrow(sentence);
  });

  it('is not free text', () => {
    const free = catalog.byName.get('PolicyDocument')!;
    expect(() => catalogWith(by(free.entity, 'issuer'))).toThrow('PolicyDocument cannot be grouped by issuer: a ');
  });

  it('is not what somebody may not see who sees the row', () => {
    const figures = by(Shift, 'activity');
    expect(catalogWith(figures).groupings.size).toBe(1);
    expect(() => catalogOf([figures], [])).toThrow(
      'Shift cannot be grouped by activity: who sees a Shift does not always see its VolunteerActivity.',
    );
  });

  it('is declared once', () => {
    expect(() => catalogWith(by(Course, 'school'), by(Course, 'district'))).toThrow(
      'The groups of Course are declared twice.',
    );
  });
});

describe('the figures of the hub', () => {
  it('are of things alone', () => {
    const grouped = [...catalog.groupings.keys()].map(({ name }) => name);
    expect(grouped.filter((name) => !THINGS.has(name))).toEqual([]);
  });
});
