import { buildSchema, extendSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { describeEntities, domains, hubSchema } from '../../src/app.ts';
import { Course } from '../../src/domains/courses/index.ts';
import type { MutationDeclaration } from '../../src/platform/graphql/index.ts';
import { idsWithoutType } from '../access/calls.ts';
import { readBudgets } from '../budgets/budget.ts';
import { budgetChanges, schemaChanges } from './changed.ts';
import { asked, counted, decisions, reached, refused } from './decisions.ts';

describe('npm run accept names what somebody must decide', () => {
  it('of which nothing is left here', () => {
    expect(decisions()).toEqual([]);
  });

  it('of which type an id of an input is, before any call is made with it', () => {
    const mutations = new Map(domains.flatMap((domain) => domain.mutations).map((each) => [each.name, each]));
    const planted = new Map<string, Pick<MutationDeclaration, 'ids'>>([...mutations, ['signUpForShift', {}]]);
    expect(idsWithoutType(planted)).toContain(
      "signUpForShift.roleId is an ID: say of which type in `ids` of mutation('signUpForShift', …).",
    );
    expect(idsWithoutType(mutations)).toEqual([]);
  });

  it('who reaches a type', () => {
    expect(reached(['Course', 'CourseStop'])).toEqual([
      'CourseStop is reached by whom? Write it as `reachedBy` of test/<domain>/held-to.ts.',
    ]);
  });

  it('a row for each rule of the database, at the domain of its table', () => {
    const { checks, ...meta } = describeEntities()
      .getMetadata()
      .get(Course as never);
    const planted = { ...meta, checks: [...checks, { name: 'course_planted', expression: 'true' }] };
    const ofTheEnum = { name: 'course_planted_check', expression: 'true' };
    expect(refused([{ ...planted, checks: [...planted.checks, ofTheEnum] } as never])).toEqual([
      'course_planted has refused nothing yet: write a row that it refuses as `refusals` of test/courses/held-to.ts.',
    ]);
  });

  it('rows for a mutation that takes a list', () => {
    const schema = extendSchema(
      hubSchema().schema,
      parse(
        'extend type Mutation { plantThings(input: PlantThingsInput!): ID } input PlantThingsInput { ids: [ID!]! }',
      ),
    );
    expect(counted(schema)).toEqual(['plantThings takes a list: give it rows as `lists` of test/<domain>/held-to.ts.']);
  });

  it('whom a new operation of the admin client is not for', () => {
    const found = asked('');
    expect(found).toContainEqual(
      expect.stringMatching(/^PolicyLibrary is a new operation of the admin client: .*`notFor`/),
    );
    expect(found.join(' ')).not.toContain('ClassRoster');
    expect(asked()).toEqual([]);
  });
});

describe('npm run accept shows what changed', () => {
  it('of the schema: what came, what went, and what has another type', () => {
    const before = 'type Query { old(id: ID!): Int same: Kind } enum Kind { ONE } input Gone { a: Int }';
    const after =
      'type Query { old(id: ID!, more: Int): Int! fresh(id: ID): Int same: Kind } enum Kind { ONE TWO } type New { a: Int }';
    expect(schemaChanges(before, after)).toEqual([
      '- Gone',
      '+ Kind.TWO',
      '+ New',
      '+ Query.fresh: Int',
      '~ Query.old: Int → Int!',
      '+ Query.old(more:): Int',
    ]);
    expect(schemaChanges(after, after)).toEqual([]);
    const more =
      'directive @kept on FIELD type Query { old(id: ID!, more: Int = 1): Int! @deprecated(reason: "no") fresh(id: ID): Either same: Kind } union Either = One | Other type One { a: Int } type Other implements Named { a: Int } interface Named { a: Int } enum Kind { ONE TWO @deprecated }';
    const most = more.replace('= One | Other', '= One').replace('= 1', '= 2').replace(' implements Named', '');
    expect(schemaChanges(most, more)).toEqual([
      '~ Either: One → One | Other',
      '~ Other:  → implements Named',
      '~ Query.old(more:): Int = 2 → Int = 1',
    ]);
    expect(schemaChanges(more.replaceAll(/@deprecated(\(reason: "no"\))?/g, ''), more)).toEqual([
      '~ Kind.TWO:  → (deprecated)',
      '~ Query.old: Int! → Int! (deprecated)',
    ]);
    expect(schemaChanges(more.replace('directive @kept on FIELD', ''), more)).toEqual(['+ @kept: FIELD']);
    expect(() => buildSchema(after)).not.toThrow();
  });

  it('of the budgets: a table of those that are not as they were', () => {
    const { operations } = readBudgets();
    const [name, budget] = Object.entries(operations)[0]!;
    const { [name]: _gone, ...others } = operations;
    expect(budgetChanges(operations, operations)).toEqual([]);
    const dearer = { ...budget, statements: { ...budget.statements, statement: ['course 20', 'lesson 7'] } };
    const told = budgetChanges({ [name]: { ...budget, objects: 1 } }, { [name]: dearer });
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/^operation +objects +statement: statements +rows +batches: statements +rows$/);
    expect(told[1]).toMatch(new RegExp(`^${name} +1 → ${budget.objects} +\\d+ → 2 +\\d+ → 27 `));
    expect(budgetChanges(others, operations)[1]).toContain(`none → ${budget.objects}`);
  });
});
