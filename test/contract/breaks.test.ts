import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kind, parse, print, visit, type ASTNode, type NameNode, type TypeNode } from 'graphql';
import { afterAll, describe, expect, test } from 'vitest';
import { hubSchema } from '../../src/app.ts';
import { printHubSchema } from '../../src/platform/graphql/index.ts';
import { acceptedBreaks, breaksBetween, publishedSchema, unaccepted } from './breaks.ts';

interface NameHolder {
  readonly name?: NameNode;
}

interface Definition {
  readonly name: NameNode;
  readonly type?: TypeNode;
}

const ACCEPTED = readFileSync('schema/ACCEPTED_BREAKS.md', 'utf8');

test('no client of the main branch is broken, but for what schema/ACCEPTED_BREAKS.md names', () => {
  const { from, text } = publishedSchema(process.cwd());
  const breaks = breaksBetween(text, printHubSchema(hubSchema().schema));
  const advice = `Clients of ${from} would break: keep and deprecate what they use, or name each break in schema/ACCEPTED_BREAKS.md`;
  expect(unaccepted(breaks, acceptedBreaks(ACCEPTED)), advice).toEqual([]);
});

test('the accepted ones stand with the latest first', () => {
  const dates = acceptedBreaks(ACCEPTED).map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted().toReversed());
});

describe('breaking changes are found', () => {
  const sdl = printHubSchema(hubSchema().schema);
  const one = <T>(found: readonly T[]): T => {
    expect(found).toHaveLength(1);
    return found[0]!;
  };
  /** The SDL after `change` of the only definition of this name within `parent`. */
  const changed = (parent: string, name: string, change: (node: Definition) => Definition | null): string => {
    const hits: string[] = [];
    const edit = (node: Definition, _key: unknown, _parent: unknown, _path: unknown, ancestors: readonly unknown[]) => {
      const above = ancestors.findLast(
        (each): each is NameHolder => typeof each === 'object' && each !== null && 'name' in each,
      );
      if (node.name.value !== name || above?.name?.value !== parent) return undefined;
      hits.push(name);
      return change(node);
    };
    const document = visit(parse(sdl), {
      FieldDefinition: edit,
      EnumValueDefinition: edit,
      InputValueDefinition: edit,
    } as never) as ASTNode;
    one(hits);
    return print(document);
  };
  const named = (name: string): TypeNode => ({ kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } });

  test('a field that is gone', () => {
    expect(
      breaksBetween(
        sdl,
        changed('Course', 'totalMinutes', () => null),
      ),
    ).toEqual([{ type: 'FIELD_REMOVED', change: 'Course.totalMinutes was removed.' }]);
  });

  test('a value of an enum that is gone', () => {
    expect(
      one(
        breaksBetween(
          sdl,
          changed('MeetingKind', 'SALON', () => null),
        ),
      ).type,
    ).toBe('VALUE_REMOVED_FROM_ENUM');
  });

  test('a field that may be null now', () => {
    const after = changed('Viewer', 'signedIn', (node) => ({ ...node, type: named('Boolean') }));
    expect(one(breaksBetween(sdl, after)).type).toBe('FIELD_CHANGED_KIND');
  });

  test('an input field that must be given now', () => {
    const after = changed('CancelSignupInput', 'reason', (node) => ({
      ...node,
      type: { kind: Kind.NON_NULL_TYPE, type: named('String') } as TypeNode,
    }));
    expect(one(breaksBetween(sdl, after)).type).toBe('FIELD_CHANGED_KIND');
  });

  test('a new field breaks nothing', () => {
    expect(
      breaksBetween(
        changed('Course', 'totalMinutes', () => null),
        sdl,
      ),
    ).toEqual([]);
  });
});

describe('accepted breaks', () => {
  const entry = (line: string): string =>
    `# Title\n\n- 2027-01-31 | in the text above, no entry\n\n## Entries\n\n${line}\n`;
  const breaks = [{ type: 'FIELD_REMOVED', change: 'Course.length was removed.' }];

  test('an entry accepts the change that it names', () => {
    const accepted = acceptedBreaks(
      entry('- 2027-01-31 | FIELD_REMOVED | Course.length was removed. | Unused since December.'),
    );
    expect(accepted).toEqual([
      {
        date: '2027-01-31',
        type: 'FIELD_REMOVED',
        change: 'Course.length was removed.',
        reason: 'Unused since December.',
      },
    ]);
    expect(unaccepted(breaks, accepted)).toEqual([]);
  });

  test('and no other', () => {
    const accepted = acceptedBreaks(entry('- 2027-01-31 | FIELD_REMOVED | Course.title was removed. | Unused.'));
    expect(unaccepted(breaks, accepted)).toEqual(['- <date> | FIELD_REMOVED | Course.length was removed. | <reason>']);
  });

  test.each([
    '- FIELD_REMOVED | Course.length was removed. | Unused.',
    '- 2027-13-31 | FIELD_REMOVED | Course.length was removed. | Unused.',
    '- 2027-01-31 | FIELD_GONE | Course.length was removed. | Unused.',
    '- 2027-01-31 | FIELD_REMOVED | Course.length was removed. |',
    'Course.length was removed.',
  ])('%s is no entry', (line) => {
    expect(() => acceptedBreaks(entry(line))).toThrow('not of the form');
  });

  test('without the section nothing is accepted in silence', () => {
    expect(() => acceptedBreaks('# Accepted breaking changes\n')).toThrow('no section');
  });
});

describe('the published schema', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'hub-contract-'));
  afterAll(() => rmSync(elsewhere, { recursive: true }));

  test('is the committed file where there is no main branch, or no git at all', () => {
    mkdirSync(join(elsewhere, 'schema'));
    writeFileSync(join(elsewhere, 'schema/hub.graphql'), 'type Query { one: Int }');
    expect(publishedSchema(elsewhere)).toEqual({ from: 'schema/hub.graphql', text: 'type Query { one: Int }' });
    expect(publishedSchema(process.cwd(), ['no-such-branch']).from).toBe('schema/hub.graphql');
  });
});
