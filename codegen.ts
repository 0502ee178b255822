/**
 * `npm run codegen`: from schema/hub.graphql and schema/operations/<client>/<part>/*.graphql
 *  - schema/generated/<client>-operations.ts: the id of each operation, with the types of its variables and of its answer,
 *    for clients that send ids and read no document: it imports nothing that runs;
 *  - schema/generated/without-key.ts: the ids of mutations that take no key, for clients that send all others again;
 *  - schema/generated/<client>.ts: the same, and the documents, for Apollo Client and urql;
 *  - schema/trusted-documents.json: the same documents by their ids, for the hub.
 * A document's id is the SHA-256 of its text, written as the GraphQL over HTTP specification writes it. The text is
 * the operation and the fragments that it uses, as graphql-js prints them: a comment or an indent changes no id. Each
 * of its selections holds `__typename`, as clients with a normalised cache add it, so that what they send is trusted.
 */
import { createHash } from 'node:crypto';
import { basename, sep } from 'node:path';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { preset } from '@graphql-codegen/client-preset';
import {
  buildASTSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

type SectionOptions = Parameters<typeof preset.buildGeneratesSection>[0];
type Section = Awaited<ReturnType<typeof preset.buildGeneratesSection>>[number];

/** An operation of a client, as its typed document and the manifest hold it. */
interface TrustedDocument {
  readonly id: string;
  readonly client: string;
  readonly operation: string;
  readonly text: string;
  readonly definition: OperationDefinitionNode;
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
const isTypename = (selection: { readonly kind: Kind; readonly name?: { readonly value: string } }): boolean =>
  selection.kind === Kind.FIELD && selection.name?.value === '__typename';

/** As Apollo Client and urql do it: at the end of each selection but that of the operation itself. */
function withTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: {
      enter(node, _key, parent) {
        const ofOperation = parent !== undefined && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
        if (ofOperation || node.selections.some(isTypename)) return undefined;
        return { ...node, selections: [...node.selections, TYPENAME] };
      },
    },
  });
}

const isFragment = (each: DefinitionNode): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION;
const isOperation = (each: DefinitionNode): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION;

function documentsOf(client: string, definitions: readonly DefinitionNode[]): TrustedDocument[] {
  const fragments = new Map(definitions.filter(isFragment).map((each) => [each.name.value, each]));
  return definitions
    .filter(isOperation)
    .map((definition) => {
      const operation = definition.name?.value;
      if (!operation) throw new Error(`${client}: an operation has no name.`);
      const text = [definition, ...fragmentsUsedBy(definition, fragments)].map((each) => print(each)).join('\n\n');
      return { id: `sha256:${createHash('sha256').update(text).digest('hex')}`, client, operation, text, definition };
    })
    .sort((one, other) => (one.operation < other.operation ? -1 : 1));
}

/** By name, however deep they are spread. */
function fragmentsUsedBy(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const used = new Map<string, FragmentDefinitionNode>();
  const open = (definition: DefinitionNode): void => {
    visit(definition, {
      FragmentSpread({ name: { value: name } }) {
        const fragment = fragments.get(name);
        if (!fragment) throw new Error(`The fragment ${name} is not in the folder of its client.`);
        if (used.has(name)) return;
        used.set(name, fragment);
        open(fragment);
      },
    });
  };
  open(operation);
  return [...used.values()].sort((one, other) => (one.name.value < other.name.value ? -1 : 1));
}

const HEADER = '// Written by `npm run codegen`: change schema/operations instead.';

const DOCUMENT_ID = `${HEADER}

/** By which the hub knows an operation, with the types of its answer and of its variables, as \`TypedDocumentNode\` has them. */
export type DocumentId<Data, Variables> = string & { readonly __apiType?: (variables: Variables) => Data };

export type QueryId<Data, Variables> = DocumentId<Data, Variables> & { readonly __kind?: 'query' };

export type MutationId<Data, Variables> = DocumentId<Data, Variables> & { readonly __kind?: 'mutation' };
`;

const TYPED_DOCUMENT = `${HEADER}
import { parse, type DocumentNode } from 'graphql';

/** An operation that the hub trusts, for clients that read documents: a \`TypedDocumentNode\` of Apollo Client and urql. */
export interface TypedDocument<Data, Variables> extends DocumentNode {
  readonly __apiType?: (variables: Variables) => Data;
  /** Sent in place of the text, by which the hub knows it as well. */
  readonly documentId: string;
}

export const trusted = <Data, Variables>(documentId: string, text: string): TypedDocument<Data, Variables> => ({
  ...parse(text, { noLocation: true }),
  documentId,
});
`;

const kindOf = ({ definition }: TrustedDocument): 'Mutation' | 'Query' =>
  definition.operation === 'mutation' ? 'Mutation' : 'Query';

function documentIds(documents: readonly TrustedDocument[]): string {
  return documents
    .map((each) => {
      const name = `${each.operation}${kindOf(each)}`;
      return `export const ${each.operation}Id: ${kindOf(each)}Id<${name}, ${name}Variables> =\n  '${each.id}';\n`;
    })
    .join('\n');
}

/** Whether what it does is done once under a key: its `input` has one. */
function takesKey(schema: GraphQLSchema, definition: OperationDefinitionNode): boolean {
  const types = new TypeInfo(schema);
  let takes = false;
  visit(
    definition,
    visitWithTypeInfo(types, {
      Argument({ name }) {
        const type = getNamedType(types.getInputType());
        takes ||= name.value === 'input' && isInputObjectType(type) && 'idempotencyKey' in type.getFields();
      },
    }),
  );
  return takes;
}

function withoutKey(schema: GraphQLSchema, documents: readonly TrustedDocument[]): string {
  const ids = documents
    .filter((each) => kindOf(each) === 'Mutation' && !takesKey(schema, each.definition))
    .map(({ id, operation }) => `  '${id}', // ${operation}\n`);
  return [
    `${HEADER}\n\n`,
    '/** Mutations that take no `idempotencyKey`: whoever asks again has them done again. */\n',
    `export const WITHOUT_KEY: ReadonlySet<string> = new Set([\n${ids.join('')}]);\n`,
  ].join('');
}

function typedDocuments(client: string, documents: readonly TrustedDocument[]): string {
  const written = documents.map((each) => {
    const name = `${each.operation}${kindOf(each)}`;
    return [
      `export const ${each.operation}Document = /*#__PURE__*/ trusted<Operations.${name}, Operations.${name}Variables>(`,
      `  Operations.${each.operation}Id,`,
      `  \`${each.text.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\`,`,
      ');\n',
    ].join('\n');
  });
  return [
    HEADER,
    `import * as Operations from './${client}-operations.ts';`,
    `import { trusted } from './typed-document.ts';\n`,
    `export * from './${client}-operations.ts';\n`,
    ...written,
  ].join('\n');
}

function manifest(documents: readonly TrustedDocument[]): string {
  const entries = documents.map(
    ({ id, client, operation, text }) => [id, { client, operation, document: text }] as const,
  );
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** The client preset's types of operations; its documents, its masking of fragments and its tag function are left out. */
async function typesOf(
  options: SectionOptions,
  client: string,
  documents: readonly TrustedDocument[],
): Promise<Section> {
  const sources = options.documents.filter((each) => clientOf(each) === client);
  const sections = await preset.buildGeneratesSection({
    ...options,
    documents: sources,
    presetConfig: { fragmentMasking: false },
  });
  const types = sections.find((each) => basename(each.filename) === 'graphql.ts');
  if (!types) throw new Error('The client preset no longer writes graphql.ts.');
  return {
    ...types,
    filename: `${options.baseOutputDir}generated/${client}-operations.ts`,
    plugins: [
      {
        add: {
          content: [HEADER, `import type { ${imported(documents).join(', ')} } from './document-id.ts';\n`],
          placement: 'prepend',
        },
      },
      ...types.plugins.filter((each) => 'typescript-operations' in each),
      { add: { content: documentIds(documents), placement: 'append' } },
    ],
  };
}

/** A client has queries, and mutations or none. */
const imported = (documents: readonly TrustedDocument[]): string[] =>
  [...new Set(documents.map((each) => `${kindOf(each)}Id`))].sort();

function schemaOf({ schema, schemaAst }: SectionOptions): GraphQLSchema {
  return schemaAst ?? buildASTSchema(schema);
}

function textFile(options: SectionOptions, filename: string, content: string): Section {
  return {
    filename: `${options.baseOutputDir}${filename}`,
    pluginMap: { text: { plugin: () => content } },
    plugins: [{ text: {} }],
    schema: options.schema,
    documents: [],
    config: {},
  };
}

/** The folder of schema/operations that the document stands in, however deep. */
function clientOf(source: SectionOptions['documents'][number]): string {
  const folders = (source.location ?? '').split(sep);
  return folders[folders.lastIndexOf('operations') + 1] ?? '';
}

const contract: typeof preset = {
  async buildGeneratesSection(given) {
    const options = {
      ...given,
      documents: given.documents.map((each) =>
        each.document ? { ...each, document: withTypenames(each.document) } : each,
      ),
    };
    const clients = [...new Set(options.documents.map(clientOf))].sort();
    const documents = clients.flatMap((client) =>
      documentsOf(
        client,
        options.documents.flatMap((each) => (clientOf(each) === client ? (each.document?.definitions ?? []) : [])),
      ),
    );
    const twice = documents.find(
      (each, index) => documents.findIndex(({ operation }) => operation === each.operation) !== index,
    );
    if (twice)
      throw new Error(`Two clients have an operation ${twice.operation}: in the log they could not be told apart.`);
    const of = (client: string): TrustedDocument[] => documents.filter((each) => each.client === client);
    const types = clients.map((client) => typesOf(options, client, of(client)));
    return [
      textFile(options, 'generated/document-id.ts', DOCUMENT_ID),
      textFile(options, 'generated/typed-document.ts', TYPED_DOCUMENT),
      textFile(options, 'generated/without-key.ts', withoutKey(schemaOf(options), documents)),
      ...(await Promise.all(types)),
      ...clients.map((client) => textFile(options, `generated/${client}.ts`, typedDocuments(client, of(client)))),
      textFile(options, 'trusted-documents.json', manifest(documents)),
    ];
  },
};

const config: CodegenConfig = {
  schema: 'schema/hub.graphql',
  documents: 'schema/operations/*/**/*.graphql',
  generates: {
    'schema/': {
      preset: contract,
      config: {
        // What a client sees in JSON. A scalar that is not named here stops the run.
        scalars: { ID: 'string', Date: 'string', DateTime: 'string', URL: 'string', LocalTime: 'string' },
        strictScalars: true,
        useTypeImports: true,
        namingConvention: 'keep',
        enumType: 'string-literal',
        immutableTypes: true,
        arrayInputCoercion: false,
      },
    },
  },
};

export default config;
