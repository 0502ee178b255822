/** The queries that the hub's own clients send, and values for what they must be told. */
import { readFileSync } from 'node:fs';
import {
  getNamedType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type FieldNode,
  type OperationDefinitionNode,
} from 'graphql';
import { hubSchema } from '../../../src/app.ts';
import type { ReadType } from '../../../src/platform/reading/index.ts';
import type { Pool } from './random-query.ts';

const { schema, reader } = hubSchema();

export interface StoredQuery {
  readonly operation: string;
  readonly document: string;
}

const manifest = readFileSync(new URL('../../../schema/trusted-documents.json', import.meta.url), 'utf8');

export const storedQueries = Object.values(JSON.parse(manifest) as Record<string, StoredQuery>).filter(({ document }) =>
  document.startsWith('query'),
);

const DAY = 86_400_000;

/** Of which type the id is that a column of a filter names: of another thing that the row refers to, or of something that hangs on it. */
function typeOfFilter(of: ReadType | undefined, filter: string): string | undefined {
  return (
    of?.columns.get(filter)?.refersTo?.name ??
    { topic: 'Topic', grade: 'Grade', schoolClass: 'SchoolClass', id: of?.name }[filter]
  );
}

/** Types that are asked for of a thing that may be of any: `node(id: $id) { ... on Course { title } }`. */
const typesOfFragments = ({ selectionSet }: FieldNode): string[] =>
  selectionSet!.selections.flatMap((each) =>
    each.kind === Kind.INLINE_FRAGMENT && each.typeCondition ? [each.typeCondition.name.value] : [],
  );

/** By variable, the types of the things whose id it may be, as its place says: `course(id: $id)`, `where: { school: { eq: $school } }`. */
function idTypesIn(document: string): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const info = new TypeInfo(schema);
  visit(
    parse(document),
    visitWithTypeInfo(info, {
      Variable({ name }, _key, _parent, _path, ancestors) {
        const within = ancestors.flat() as ASTNode[];
        const argument = within.findLast((node) => node.kind === Kind.ARGUMENT);
        const field = info.getFieldDef();
        if (!argument || !field) return;
        const of = reader.catalog.byName.get(getNamedType(field.type).name.replace(/Connection$/, ''));
        const filter = within.find((node) => node.kind === Kind.OBJECT_FIELD)?.name.value;
        const type = argument.name.value === 'id' ? of?.name : filter && typeOfFilter(of, filter);
        const asked = within.findLast((node) => node.kind === Kind.FIELD);
        const types = type !== undefined ? [type] : asked?.selectionSet ? typesOfFragments(asked) : [];
        if (types.length > 0) found.set(name.value, types);
      },
    }),
  );
  return found;
}

const known = new Map<string, Map<string, readonly string[]>>();
function idTypesOf(document: string): Map<string, readonly string[]> {
  const types = known.get(document) ?? idTypesIn(document);
  known.set(document, types);
  return types;
}

/** Others at each turn: some are of things that the caller does not see. */
export function variablesOf(
  { operation, document }: StoredQuery,
  pool: Pick<Pool, 'ids' | 'now' | 'words'>,
  turn: number,
): Record<string, unknown> {
  const { variableDefinitions } = parse(document).definitions.find(
    (each) => each.kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  const idTypes = idTypesOf(document);
  const required = variableDefinitions!.filter((each) => each.type.kind === Kind.NON_NULL_TYPE && !each.defaultValue);
  return Object.fromEntries(
    required.map(
      ({
        variable: {
          name: { value: name },
        },
        type,
      }) => {
        switch (print(type)) {
          case 'ID!': {
            const types = idTypes.get(name);
            if (!types)
              throw new Error(
                `${operation}: of which type $${name} is the id stands neither in its place nor in a fragment.`,
              );
            const type = types[turn % types.length]!;
            const ids = pool.ids.get(type);
            if (!ids)
              throw new Error(`${operation} asks for a ${type}, of which the demonstration has none: seeds/samples.`);
            return [name, ids[turn % ids.length]];
          }
          case 'DateTime!':
            return [name, new Date(pool.now.getTime() + (name === 'to' ? 60 : -30) * DAY).toISOString()];
          case '[String!]!':
            return [name, [pool.words[turn % 3]]];
          default:
            return [name, pool.words[turn % pool.words.length]];
        }
      },
    ),
  );
}
