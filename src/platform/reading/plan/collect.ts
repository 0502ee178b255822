import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What the selections of an operation are read from: graphql-js tells it to each of its resolvers. */
export type Sources = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

export function fragmentsOf({ definitions }: DocumentNode): Sources['fragments'] {
  const fragments = Object.create(null) as Sources['fragments'];
  for (const each of definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
  return fragments;
}

/** The variables that are given to arguments of such names, of fields or directives. */
export function variablesGivenTo(names: RegExp, document: DocumentNode): string[] {
  const variables = new Set<string>();
  visit(document, {
    Argument({ name, value }) {
      if (value.kind === Kind.VARIABLE && names.test(name.value)) variables.add(value.name.value);
    },
  });
  return [...variables];
}

/**
 * The fields that are asked of an object of `type`, by the name under which they are answered and in the order in which
 * they first stand there, as the GraphQL specification collects them.
 */
export function collectFields(
  sources: Sources,
  type: GraphQLObjectType,
  nodes: Iterable<{ readonly selectionSet?: SelectionSetNode | undefined }>,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const opened = new Set<string>();
  for (const { selectionSet } of nodes) if (selectionSet) collect(sources, type, selectionSet, fields, opened);
  return fields;
}

function collect(
  sources: Sources,
  type: GraphQLObjectType,
  set: SelectionSetNode,
  fields: Map<string, FieldNode[]>,
  opened: Set<string>,
): void {
  for (const each of set.selections) {
    if (!isIncluded(each, sources.variableValues)) continue;
    if (each.kind === Kind.FIELD) {
      const name = (each.alias ?? each.name).value;
      const same = fields.get(name);
      if (same) same.push(each);
      else fields.set(name, [each]);
      continue;
    }
    if (each.kind === Kind.FRAGMENT_SPREAD) {
      if (opened.has(each.name.value)) continue;
      opened.add(each.name.value);
    }
    const fragment = each.kind === Kind.FRAGMENT_SPREAD ? sources.fragments[each.name.value] : each;
    if (fragment && applies(sources.schema, fragment.typeCondition?.name.value, type))
      collect(sources, type, fragment.selectionSet, fields, opened);
  }
}

function isIncluded(node: SelectionNode, variables: Sources['variableValues']): boolean {
  if (!node.directives?.length) return true;
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
  );
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && schema.isSubType(wanted, type);
}
