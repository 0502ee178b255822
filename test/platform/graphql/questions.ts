import { demoAccount } from '../../../seeds/demo/index.ts';

const parent = demoAccount('parent').id;
export const nobody = '00000000-0000-7000-8000-000000000000';

export interface Question {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: 'GET' | 'POST';
}

/** Of every kind that is answered or refused in a way of its own. */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  'a query': {
    query:
      'query Mine { viewer { guardian { children { nodes { id name } } } } districts { totalCount nodes { name } } }',
    as: parent,
  },
  'one of several operations': {
    query: 'query A { topics { totalCount } } query B { districts { totalCount } }',
    operationName: 'B',
  },
  'a query by address': { query: '{ districts { nodes { name } } }', method: 'GET' },
  'an operation that only guests may not ask': { query: '{ districts { totalCount } students { totalCount } }' },
  'arguments that the field refuses': {
    query: '{ a: districts { totalCount } b: topics(first: 3, last: 4) { totalCount } }',
  },
  'the same in English': { query: '{ topics(first: 101) { totalCount } }', headers: { 'accept-language': 'en' } },
  'an id that is none': { query: '{ course(id: "x") { title } a: districts { totalCount } }', as: parent },
  'an id of nothing': { query: `{ node(id: "course_${nobody}") { id } }`, as: parent },
  'a look-up of its own': { query: '{ verifyCertificate(number: "none") { valid } }' },
  'what the schema says': { query: '{ __schema { queryType { name } } topics { totalCount } }' },
  'no document': { query: '{ topics { ' },
  'no valid document': { query: '{ topics { nam } }' },
  'a document with more faults than are told': {
    query: '{ topics { a b c d e f g h } }',
    headers: { 'accept-language': 'en' },
  },
  'a document that is nested too deep to be read': { query: '{ a '.repeat(1_900) },
  'a document that is too long': { query: `{ topics { ${'totalCount '.repeat(5_000)} } }` },
  'no valid document, in the legacy form': { query: '{ topics { nam } }', headers: { accept: 'application/json' } },
  'no valid document, in the modern form': {
    query: '{ topics { nam } }',
    headers: { accept: 'application/graphql-response+json' },
    as: parent,
  },
  'no valid document by address': { query: '{ topics { nam } }', method: 'GET' },
  'the schema several times': {
    query: `{ ${Array.from({ length: 9 }, (_, number) => `a${number}: __schema { types { name fields { name type { name } } } }`).join(' ')} }`,
  },
  'null where a value must be': {
    query: 'query ($on: Boolean!) { topics { totalCount @include(if: $on) } }',
    variables: { on: null },
    as: parent,
  },
  'many values of the wrong type': {
    query: `query (${Array.from({ length: 9 }, (_, number) => `$v${number}: Int`).join(' ')}) { ${Array.from({ length: 9 }, (_, number) => `a${number}: topics(first: $v${number}) { totalCount }`).join(' ')} }`,
    variables: Object.fromEntries(Array.from({ length: 9 }, (_, number) => [`v${number}`, 'x'])),
    as: parent,
  },
  nothing: { query: '' },
  'a number': { query: 3 },
  'no such operation': { query: 'query A { topics { totalCount } }', operationName: 'B' },
  'which of two is not said': { query: 'query A { topics { totalCount } } query B { topics { totalCount } }' },
  'a value of the wrong type': {
    query: 'query ($first: Int) { topics(first: $first) { totalCount } }',
    variables: { first: 'three' },
  },
  'a value that is missing': { query: 'query ($id: ID!) { node(id: $id) { id } }' },
  'values that are no object': { query: '{ topics { totalCount } }', variables: [1] },
  'too much': {
    query:
      '{ topics(first: 100) { nodes { id } } schools(first: 100) { nodes { classes(first: 100) { nodes { meetings(first: 100) { totalCount } } } } } }',
  },
  'a mutation': {
    query:
      'mutation Go($input: MarkAllNoticesReadInput!) { markAllNoticesRead(input: $input) { markedCount userErrors { code } } }',
    variables: { input: {} },
    as: parent,
  },
  'a mutation that is refused': {
    query: 'mutation { blockGuardian(input: { guardianId: "x" }) { userErrors { code message } } }',
    as: parent,
  },
  'a mutation by address': {
    query: 'mutation { markAllNoticesRead(input: {}) { markedCount } }',
    method: 'GET',
    as: parent,
  },
  'a form that nobody has': { query: '{ topics { totalCount } }', headers: { accept: 'text/html' } },
  'the modern form': {
    query: '{ topics(first: 0) { totalCount } }',
    headers: { accept: 'application/graphql-response+json' },
  },
};
