import { buildSchema, getVariableValues, parse, specifiedRules, validate, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { inChinese, isKnownSentence } from '../../../src/platform/graphql/limits/in-chinese.ts';
import { sentenceOf } from '../../../src/platform/graphql/limits/sentence.ts';
import { startTestHub } from '../../support/hub.ts';

const schema = buildSchema(`
  directive @mark(as: String!) on FIELD
  directive @once on FIELD
  enum Size { SMALL LARGE }
  interface Named { name: String }
  type Cat implements Named { name: String size: Size kittens(first: Int!, sizes: [Size]): [Cat] }
  type Dog implements Named { name: String }
  union Pet = Cat | Dog
  input Where { name: String! size: Size and: [Where] }
  input One @oneOf { a: String b: Int }
  type Query { cat(where: Where, id: ID): Cat pet: Pet named: Named one(of: One): Cat number(of: Float, yes: Boolean, text: String): Int }
  type Subscription { cats: Cat dogs: Dog }
`);

const said = (text: string): string[] =>
  validate(schema, parse(text), specifiedRules, { maxErrors: 100 }).map(({ message }) => message);

/** By the rule that finds it. */
const DOCUMENTS: Readonly<Record<string, readonly string[]>> = {
  ExecutableDefinitionsRule: ['type X { a: Int } { cat { name } }', 'schema { query: X } { cat { name } }'],
  UniqueOperationNamesRule: ['query A { cat { name } } query A { cat { name } }'],
  LoneAnonymousOperationRule: ['{ cat { name } } query A { cat { name } }'],
  SingleFieldSubscriptionsRule: [
    'subscription { cats { name } dogs { name } }',
    'subscription A { cats { name } dogs { name } }',
    'subscription { __typename }',
    'subscription A { __typename }',
  ],
  KnownTypeNamesRule: ['query ($x: Nothing) { cat(id: $x) { name } }', '{ pet { ... on Nothing { name } } }'],
  FragmentsOnCompositeTypesRule: ['{ pet { ... on Size { name } } }', '{ pet { ...f } } fragment f on Size { name }'],
  VariablesAreInputTypesRule: ['query ($x: Cat) { cat(id: $x) { name } }'],
  ScalarLeafsRule: ['{ cat { name { first } } }', '{ cat }'],
  FieldsOnCorrectTypeRule: ['{ cat { nam } }', '{ scat { name } }'],
  UniqueFragmentNamesRule: ['{ cat { ...f } } fragment f on Cat { name } fragment f on Cat { name }'],
  KnownFragmentNamesRule: ['{ cat { ...f } }'],
  NoUnusedFragmentsRule: ['{ cat { name } } fragment f on Cat { name }'],
  PossibleFragmentSpreadsRule: ['{ cat { ... on Dog { name } } }', '{ cat { ...f } } fragment f on Dog { name }'],
  NoFragmentCyclesRule: [
    '{ cat { ...f } } fragment f on Cat { ...f }',
    '{ cat { ...f } } fragment f on Cat { ...g } fragment g on Cat { ...f }',
  ],
  UniqueVariableNamesRule: ['query ($x: ID, $x: ID) { cat(id: $x) { name } }'],
  NoUndefinedVariablesRule: ['{ cat(id: $x) { name } }', 'query A { cat(id: $x) { name } }'],
  NoUnusedVariablesRule: ['query ($x: ID) { cat { name } }', 'query A($x: ID) { cat { name } }'],
  KnownDirectivesRule: ['{ cat @nothing { name } }', 'query @mark(as: "x") { cat { name } }'],
  UniqueDirectivesPerLocationRule: ['{ cat @once @once { name } }'],
  KnownArgumentNamesRule: ['{ cat(ib: 1) { name } }', '{ cat @mark(as: "x", is: 1) { name } }'],
  UniqueArgumentNamesRule: ['{ cat(id: 1, id: 2) { name } }'],
  ValuesOfCorrectTypeRule: [
    '{ cat(where: { size: SMALL }) { name } }',
    '{ cat(where: { name: "x", sise: SMALL }) { name } }',
    '{ cat(where: 1) { name } }',
    '{ cat(where: { name: "x", size: SMAL }) { name } }',
    '{ cat(where: { name: "x", size: "SMALL" }) { name } }',
    '{ cat(where: { name: null }) { name } }',
    '{ cat(where: { name: 1 }) { name } }',
    '{ cat(id: 1.5) { name kittens(first: "x") { name } } }',
    '{ cat { kittens(first: 1.5) { name } } }',
    '{ cat { kittens(first: 99999999999) { name } } }',
    '{ number(of: "x") }',
    '{ number(yes: "x") }',
    '{ one(of: { a: "x", b: 1 }) { name } }',
    '{ one(of: { a: null }) { name } }',
  ],
  ProvidedRequiredArgumentsRule: ['{ cat { kittens { name } } }', '{ cat @mark { name } }'],
  VariablesInAllowedPositionRule: [
    'query ($x: Int) { cat(id: $x) { name } }',
    'query ($x: String) { one(of: { a: $x }) { name } }',
  ],
  OverlappingFieldsCanBeMergedRule: [
    '{ cat { name name: size } }',
    '{ cat { kittens(first: 1) { name } kittens(first: 2) { name } } }',
  ],
  UniqueInputFieldNamesRule: ['{ cat(where: { name: "x", name: "y" }) { name } }'],
  MaxIntrospectionDepthRule: [
    '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
  ],
};

it('every rule of validation has its words', () => {
  expect(Object.keys(DOCUMENTS).sort()).toEqual(specifiedRules.map(({ name }) => name).sort());
});

describe('what graphql-js says is said in Chinese, with the names kept', () => {
  it.each(Object.entries(DOCUMENTS))('%s', (rule, documents) => {
    const found = specifiedRules.find(({ name }) => name === rule)!;
    for (const text of documents) {
      const own = validate(schema, parse(text), [found]);
      expect(own, text).not.toEqual([]);
      for (const message of [...own.map((each) => each.message), ...said(text)]) {
        const { zh, en } = sentenceOf({}, message);
        expect(isKnownSentence(en), en).toBe(true);
        expect(zh, en).toMatch(/^\p{Script=Han}|^".*\p{Script=Han}/u);
        expect(zh).not.toMatch(/\$\d|undefined|[a-z]{3,} [a-z]{2,} [a-z]{2,}/);
      }
    }
    const [, first] = /"(\w+)"/.exec(validate(schema, parse(documents[0]!), [found])[0]!.message) ?? [];
    if (first !== undefined)
      expect(inChinese(validate(schema, parse(documents[0]!), [found])[0]!.message)).toContain(first);
  });

  it.each([
    '{ cat',
    '{ cat { name } } }',
    '{ cat(id: "x) { name } }',
    "{ cat(id: 'x') { name } }",
    '{ cat(id: 01) { name } }',
    '{ cat(id: 1.) { name } }',
    '{ cat(id: "\\x") { name } }',
    '{ cat(id: "\\uzzzz") { name } }',
    '{ ? }',
    '',
    'query ($x: Int = $y) { cat { name } }',
    '{ }',
    'fragment on on Cat { name }',
  ])('a text that is no document: %s', (text) => {
    let message = '';
    try {
      parse(text);
    } catch (error) {
      ({ message } = error as Error);
    }
    expect(inChinese(sentenceOf({}, message).en)).toMatch(/^语法错误:.*\p{Script=Han}/u);
  });

  it.each<[string, object]>([
    ['$w: Where!', {}],
    ['$w: Where!', { w: null }],
    ['$w: Where', { w: 1 }],
    ['$w: Where', { w: {} }],
    ['$w: Where', { w: { name: null } }],
    ['$w: Where', { w: { name: 'x', size: 'SMAL' } }],
    ['$w: Where', { w: { name: 'x', size: 1 } }],
    ['$w: Where', { w: { name: 'x', nam: 1 } }],
    ['$w: One', { w: { a: 'x', b: 1 } }],
    ['$w: One', { w: { a: null } }],
    ['$w: Int', { w: 'x' }],
    ['$w: Int', { w: 1e12 }],
    ['$w: Float', { w: 'x' }],
    ['$w: Boolean', { w: 'x' }],
    ['$w: ID', { w: {} }],
  ])('a value of %s that is none: %j', (type, variables) => {
    const { definitions } = parse(`query (${type}) { cat { name } }`);
    const { errors } = getVariableValues(
      schema,
      (definitions[0] as OperationDefinitionNode).variableDefinitions!,
      variables as Record<string, unknown>,
    );
    for (const { message } of errors!) {
      const reason = message.replace(/^Variable "\$w" got invalid value .*?; /, '');
      expect(isKnownSentence(sentenceOf({}, reason).en), reason).toBe(true);
    }
  });

  it('and what nobody has words for stands behind words that say what it is about', () => {
    expect(inChinese('Something new.')).toBe('请求有误:Something new.');
  });

  it('in a time that grows as the text does', () => {
    for (const text of [
      'Syntax Error: Expected '.repeat(200),
      'Fields "'.repeat(500),
      'Expected value of type "a", found '.repeat(120),
    ]) {
      const begun = performance.now();
      for (let time = 0; time < 10; time += 1) sentenceOf({}, text);
      expect(performance.now() - begun).toBeLessThan(200);
    }
  });
});

describe('over HTTP', () => {
  it('a value is named by its path, in the language of the client', async () => {
    const hub = await startTestHub();
    try {
      const asked = (language: string) =>
        hub.ask('query ($w: SchoolWhere, $n: Int!) { schools(where: $w, first: $n) { totalCount } }', {
          variables: { w: { and: [{ code: { eq: 5 } }] } },
          headers: { 'accept-language': language },
        });
      const chinese = (await asked('zh-CN')).errors!;
      expect(chinese.map(({ extensions }) => extensions)).toEqual([
        { code: 'BAD_USER_INPUT', inputPath: ['variables', 'w', 'and', 0, 'code', 'eq'] },
        { code: 'BAD_USER_INPUT', inputPath: ['variables', 'n'] },
      ]);
      expect(chinese.map(({ message }) => message)).toEqual([
        '变量 "$w.and[0].code.eq" 的值不正确:应为字符串,而不是 5。',
        '缺少必填的变量 "$n"(类型 "Int!")。',
      ]);
      expect((await asked('en')).errors!.map(({ message }) => message)).toEqual([
        'Variable "$w" got invalid value 5 at "w.and[0].code.eq"; String cannot represent a non string value: 5',
        'Variable "$n" of required type "Int!" was not provided.',
      ]);
      // What is missing and what there is none of are named, as any other field is.
      const { errors } = await hub.ask(
        'mutation ($i: CreateRoomInput!) { createRoom(input: $i) { userErrors { code } } }',
        {
          variables: { i: { schoolId: 'none', capacity: 5, size: 5 } },
        },
      );
      expect(errors!.map(({ extensions, message }) => [extensions['inputPath'], message])).toEqual([
        [['variables', 'i', 'name'], '变量 "$i" 的值不正确:缺少必填的字段 "name"(类型 "String!")。'],
        [['variables', 'i', 'size'], '变量 "$i" 的值不正确:类型 "CreateRoomInput" 没有字段 "size"。'],
      ]);
    } finally {
      await hub.stop();
    }
  });
});
