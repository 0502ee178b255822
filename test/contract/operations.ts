/** The operations that clients send: schema/operations/<client>/<part>/<Operation>.graphql, and the fragments of each client. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  GraphQLError,
  Kind,
  NoDeprecatedCustomRule,
  OperationTypeNode,
  getNamedType,
  parse,
  print,
  specifiedRules,
  validate,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { CallerKind, Limits } from '../../src/platform/config/index.ts';
import { limitsRule, reckon } from '../../src/platform/graphql/limits/limits.ts';

export interface OperationFile {
  readonly client: string;
  readonly file: string;
  readonly text: string;
}

/** An operation with the fragments that it uses, as it is sent. */
interface Sendable {
  readonly definition: OperationDefinitionNode;
  readonly document: DocumentNode;
}

const FRAGMENTS = 'fragments.graphql';

/** Whose limits an operation of a client must keep. */
const CALLERS: Readonly<Record<string, CallerKind>> = {
  'mini-program': 'guardian',
  admin: 'staff',
  analyst: 'analyst',
};

export function operationFiles(root: string): OperationFile[] {
  return readdirSync(root).flatMap((client) =>
    readdirSync(join(root, client), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => ({ client, file: entry.name, text: readFileSync(join(entry.parentPath, entry.name), 'utf8') })),
  );
}

/** One sentence per violation. */
export function operationViolations(
  schema: GraphQLSchema,
  files: readonly OperationFile[],
  limits: Readonly<Record<CallerKind, Limits>>,
): string[] {
  const broken = files.flatMap((each) => formFaults(each).map((fault) => `${each.client}/${each.file} ${fault}`));
  if (broken.length > 0) return broken;
  const names = files.filter((each) => each.file !== FRAGMENTS).map((each) => each.file);
  const twice = names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => `${name} stands in two folders: in the log they could not be told apart.`);
  const clients = [...new Set(files.map((each) => each.client))];
  return [
    ...twice,
    ...clients.flatMap((client) =>
      clientViolations(
        schema,
        files.filter((each) => each.client === client),
        limits,
      ),
    ),
  ];
}

function clientViolations(
  schema: GraphQLSchema,
  files: readonly OperationFile[],
  limits: Readonly<Record<CallerKind, Limits>>,
): string[] {
  const fragments = new Map(
    files
      .filter((each) => each.file === FRAGMENTS)
      .flatMap((each) => definitionsOf(each).fragments)
      .map((each) => [each.name.value, each]),
  );
  const used = new Set<string>();
  const faults = files
    .filter((each) => each.file !== FRAGMENTS)
    .flatMap((each) => {
      const sendable = sendableOf(definitionsOf(each).operations[0]!, fragments);
      for (const definition of sendable.document.definitions)
        if (definition.kind === Kind.FRAGMENT_DEFINITION) used.add(definition.name.value);
      const caller = CALLERS[each.client];
      if (!caller) return [`${each.client} is no client that limits are set for.`];
      return sendFaults(schema, sendable, limits[caller]).map((fault) => `${each.client}/${each.file}: ${fault}`);
    });
  const idle = [...fragments.keys()]
    .filter((name) => !used.has(name))
    .map((name) => `${files[0]!.client}/${FRAGMENTS}: nobody uses ${name}.`);
  return [...faults, ...idle];
}

function definitionsOf({ text }: OperationFile): {
  operations: OperationDefinitionNode[];
  fragments: FragmentDefinitionNode[];
} {
  const { definitions } = parse(text);
  return {
    operations: definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION),
    fragments: definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION),
  };
}

function formFaults(each: OperationFile): string[] {
  let found: ReturnType<typeof definitionsOf>;
  try {
    found = definitionsOf(each);
  } catch (error) {
    return [`cannot be read: ${(error as Error).message}`];
  }
  const { operations, fragments } = found;
  const names = operations.map((operation) => operation.name?.value);
  const comment = /^# .*\p{Script=Han}.*[a-z]|^# .*[a-z].*\p{Script=Han}/u.test(each.text)
    ? []
    : ['does not begin with a comment that names the screen in Chinese and says in English what it shows'];
  if (each.file === FRAGMENTS)
    return [...comment, ...(operations.length > 0 ? ['holds an operation: it is for fragments'] : [])];
  if (fragments.length > 0) return [`holds fragments: they belong into ${FRAGMENTS}`];
  return [
    ...comment,
    ...(`${names.join()}.graphql` === each.file
      ? []
      : [`holds ${names.join(', ')} instead of the one operation that it is named after`]),
  ];
}

function sendableOf(
  definition: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Sendable {
  const used = new Map<string, FragmentDefinitionNode>();
  const open = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name: { value: name } }) {
        const fragment = fragments.get(name);
        if (!fragment || used.has(name)) return;
        used.set(name, fragment);
        open(fragment);
      },
    });
  };
  open(definition);
  return { definition, document: { kind: Kind.DOCUMENT, definitions: [definition, ...used.values()] } };
}

function sendFaults(schema: GraphQLSchema, { definition, document }: Sendable, limits: Limits): string[] {
  const tooLong = tokenFaults(print(document), limits.tokens);
  if (tooLong.length > 0) return tooLong;
  const invalid = validate(schema, document, [...specifiedRules, NoDeprecatedCustomRule, limitsRule(limits)]).map(
    (error) => error.message,
  );
  if (invalid.length > 0) return invalid;
  const unasked = unaskedOf(schema, definition);
  if (unasked.length > 0)
    return [
      `asks for nothing of ${unasked.join(', ')}: whoever may see one of the things that were done may not see another.`,
    ];
  const { cost } = reckon(schema, document, definition, {});
  return cost > limits.cost ? [`costs ${cost} points, above the limit of ${limits.cost}.`] : [];
}

/** What the mutation of an operation answers, and the operation does not ask for. */
function unaskedOf(schema: GraphQLSchema, { operation, selectionSet }: OperationDefinitionNode): string[] {
  if (operation !== OperationTypeNode.MUTATION) return [];
  return selectionSet.selections.flatMap((each) => {
    if (each.kind !== Kind.FIELD) return [];
    const { type } = schema.getMutationType()!.getFields()[each.name.value]!;
    const asked = (each.selectionSet?.selections ?? []).map((one) => (one.kind === Kind.FIELD ? one.name.value : ''));
    return Object.keys((getNamedType(type) as GraphQLObjectType).getFields()).filter((name) => !asked.includes(name));
  });
}

function tokenFaults(text: string, most: number): string[] {
  try {
    parse(text, { maxTokens: most });
    return [];
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [error.message];
  }
}

/** What each operation is reckoned to cost with its own page sizes, the dearest first. */
export function reckonings(
  schema: GraphQLSchema,
  files: readonly OperationFile[],
): { client: string; operation: string; cost: number }[] {
  const fragmentsOf = (client: string) =>
    new Map(
      files
        .filter((each) => each.client === client && each.file === FRAGMENTS)
        .flatMap((each) => definitionsOf(each).fragments)
        .map((each) => [each.name.value, each]),
    );
  return files
    .filter((each) => each.file !== FRAGMENTS)
    .map((each) => {
      const { definition, document } = sendableOf(definitionsOf(each).operations[0]!, fragmentsOf(each.client));
      return {
        client: each.client,
        operation: definition.name!.value,
        cost: reckon(schema, document, definition, {}).cost,
      };
    })
    .sort((one, other) => other.cost - one.cost);
}
