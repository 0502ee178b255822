import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import * as admin from '../../schema/generated/admin.ts';
import * as analyst from '../../schema/generated/analyst.ts';
import * as miniProgram from '../../schema/generated/mini-program.ts';
import { hubSchema } from '../../src/app.ts';
import { typedDocumentsOf } from '../support/typed-documents.ts';

const { schema } = hubSchema();
const exported: Readonly<Record<string, unknown>> = { ...miniProgram, ...admin, ...analyst };
const documents = typedDocumentsOf(exported);

/** As clients with a normalised cache change what they are given, before they send it. */
function asClientsSendIt(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet(node, _key, parent) {
      if (parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION) return undefined;
      if (node.selections.some((each) => each.kind === Kind.FIELD && each.name.value === '__typename'))
        return undefined;
      const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
      return { ...node, selections: [...node.selections, typename] };
    },
  });
}

/** Fields whose type has an id for which nobody asks: a cache would not know the object again. */
function withoutId(document: DocumentNode): string[] {
  const found: string[] = [];
  const types = new TypeInfo(schema);
  const fragments = new Map(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each.selectionSet]),
  );
  const asksForId = ({ selections }: SelectionSetNode): boolean =>
    selections.some((each) =>
      each.kind === Kind.FIELD
        ? each.name.value === 'id' && each.alias === undefined
        : each.kind === Kind.FRAGMENT_SPREAD && asksForId(fragments.get(each.name.value)!),
    );
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name, selectionSet }) {
        const type = getNamedType(types.getType());
        if (!selectionSet || !(isObjectType(type) || isInterfaceType(type)) || !('id' in type.getFields())) return;
        if (!asksForId(selectionSet)) found.push(`${name.value}: ${type.name}`);
      },
    }),
  );
  return found;
}

describe('typed documents', () => {
  test('are there for each operation, with its id beside', () => {
    expect(documents.length).toBeGreaterThan(100);
    for (const [name, document] of documents) {
      expect(document.kind).toBe(Kind.DOCUMENT);
      expect(document.documentId).toBe(exported[`${name}Id`]);
      expect(document.documentId).toBe(`sha256:${createHash('sha256').update(print(document)).digest('hex')}`);
    }
  });

  test.each(documents)(
    '%s is trusted as a client with a normalised cache sends it, which knows each object again',
    (_, document) => {
      expect(print(asClientsSendIt(document))).toBe(print(document));
      expect(withoutId(document)).toEqual([]);
    },
  );

  test.each(['admin', 'analyst', 'mini-program'])('of %s have a type for each value', (client) => {
    const untyped = (text: string): string[] =>
      text
        .replace(/\/\*\*.*?\*\/|`[^`]*`/gs, '')
        .split('\n')
        .filter((line) => !line.startsWith('type Exact<') && /\b(?:any|unknown|object)\b/.test(line));
    const text = readFileSync(`schema/generated/${client}-operations.ts`, 'utf8');
    expect(untyped(text)).toEqual([]);
    expect(untyped(text.replace('readonly id: string', 'readonly id: unknown'))).toHaveLength(1);
  });

  test('would be found without', () => {
    const [, document] = documents.find(([name]) => name === 'ParentHome')!;
    const bare = (name: string): DocumentNode =>
      visit(document, { Field: ({ name: { value } }) => (value === name ? null : undefined) });
    expect(print(asClientsSendIt(bare('__typename')))).not.toBe(print(bare('__typename')));
    expect(withoutId(bare('id'))).toContain('viewer: Viewer');
  });
});
