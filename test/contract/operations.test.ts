import { describe, expect, test } from 'vitest';
import { hubSchema } from '../../src/app.ts';
import { testConfig } from '../support/config.ts';
import { operationFiles, operationViolations, reckonings, type OperationFile } from './operations.ts';

const { schema } = hubSchema();
const { limits } = testConfig('postgresql://nobody@127.0.0.1:1/none');
const files = operationFiles('schema/operations');

describe('operations of the clients', () => {
  test('are valid, named as their files, and within the limits of their callers', () => {
    expect(new Set(files.map((each) => each.client))).toEqual(new Set(['mini-program', 'admin', 'analyst']));
    expect(operationViolations(schema, files, limits)).toEqual([]);
  });

  test('the screens of the mini-program leave room: each costs a tenth of the limit at most', () => {
    const dear = reckonings(schema, files).filter(
      (each) => each.client === 'mini-program' && each.cost > limits.guardian.cost / 10,
    );
    expect(dear).toEqual([]);
  });
});

describe('a planted violation is found', () => {
  const file = (text: string, { client = 'mini-program', name = 'Home.graphql' } = {}): OperationFile => ({
    client,
    file: name,
    text,
  });
  const home = (selection: string, variables = ''): string =>
    `# 首页: the home screen.\nquery Home${variables} { ${selection} }`;
  const deep = (levels: number): string =>
    `${'classes { nodes { promotedFrom { school { '.repeat(levels)}id${' } } } }'.repeat(levels)}`;
  const fragments = file('# 公用片段: shared parts.\nfragment Named on School { id name }', {
    name: 'fragments.graphql',
  });

  test.each<[what: string, files: OperationFile[], violation: string]>([
    ['an unknown field', [file(home('viewer { shoeSize }'))], 'Cannot query field "shoeSize"'],
    [
      'a variable that nobody uses',
      [file(home('viewer { signedIn }', '($first: Int)'))],
      'Variable "$first" is never used',
    ],
    ['no GraphQL', [file('# 首页: the home screen.\nquery Home {')], 'cannot be read'],
    [
      'another name than that of the file',
      [file(home('viewer { signedIn }'), { name: 'Start.graphql' })],
      'holds Home instead of',
    ],
    ['no name', [file('# 首页: the home screen.\n{ viewer { signedIn } }')], 'instead of the one operation'],
    [
      'two operations in a file',
      [file(`${home('viewer { signedIn }')} query Other { viewer { signedIn } }`)],
      'holds Home, Other',
    ],
    [
      'no word of Chinese',
      [file('# The home screen.\nquery Home { viewer { signedIn } }')],
      'does not begin with a comment',
    ],
    [
      'a fragment beside an operation',
      [file(`${home('schools { nodes { ...Named } }')} fragment Named on School { id }`)],
      'holds fragments',
    ],
    ['an operation among the fragments', [{ ...fragments, text: home('viewer { signedIn }') }], 'holds an operation'],
    ['a fragment of nobody', [file(home('viewer { signedIn }')), fragments], 'nobody uses Named'],
    [
      'a fragment that is not there',
      [file(home('schools { nodes { ...Missing } }')), fragments],
      'Unknown fragment "Missing"',
    ],
    [
      'one name in two folders',
      [file(home('viewer { signedIn }')), file(home('viewer { signedIn }'), { client: 'admin' })],
      'stands in two folders',
    ],
    [
      'a client without limits',
      [file(home('viewer { signedIn }'), { client: 'watch' })],
      'no client that limits are set for',
    ],
    ['too deep', [file(home(`school(id: 1) { ${deep(5)} }`))], 'nested 16 deep at most'],
    [
      'too many aliases',
      [file(home(Array.from({ length: 61 }, (_, index) => `a${index}: viewer { signedIn }`).join(' ')))],
      '60 aliases at most',
    ],
    [
      'too costly',
      [
        file(
          home(
            'schools(first: 100) { nodes { classes(first: 100) { nodes { meetings(first: 100) { nodes { id } } } } } }',
          ),
        ),
      ],
      'above the limit of 20000',
    ],
    [
      'less than a mutation answers',
      [
        file(
          '# 签退: leaves.\nmutation CheckOut($input: CheckOutInput!) { checkOut(input: $input) { signup { id } serviceRecord { id } userErrors { code } } }',
          { name: 'CheckOut.graphql' },
        ),
      ],
      'asks for nothing of attendance',
    ],
    ['too long', [file(home('viewer { signedIn } '.repeat(1500)))], '4000 tokens'],
  ])('%s', (_what, planted, violation) => {
    expect(operationViolations(schema, planted, limits)).toContainEqual(expect.stringContaining(violation));
  });

  test('nothing is found where nothing is wrong', () => {
    expect(operationViolations(schema, [file(home('schools { nodes { ...Named } }')), fragments], limits)).toEqual([]);
  });
});
