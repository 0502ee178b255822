import {
  coerceInputValue,
  getVariableValues,
  GraphQLError,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { BadUserInput } from '../../errors/index.ts';
import { sentenceOf } from '../limits/sentence.ts';
import { MOST_ERRORS } from './documents.ts';

type Values = Readonly<Record<string, unknown>>;

/** Where in a variable something is wrong, and what. */
interface Flaw {
  readonly inputPath: readonly (string | number)[];
  /** Of the object that the path leads to: the field that is missing there, or that there is none of. */
  readonly field?: string | undefined;
  /** None where the variable as a whole is missing, or null. */
  readonly cause?: GraphQLError;
}

/** Values of an operation's variables by their types; or what is wrong with which of them, with the path to it. */
export function coerced(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Values,
):
  | { readonly variables: Values; readonly faults?: undefined }
  | { readonly variables?: undefined; readonly faults: readonly GraphQLError[] } {
  const { coerced: variables, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
    maxErrors: MOST_ERRORS,
  });
  if (!errors) return { variables };
  const flaws = flawsIn(schema, operation, given);
  return { faults: errors.map((error, index) => faultOf(error, flaws[index])) };
}

function faultOf(error: GraphQLError, flaw: Flaw | undefined): GraphQLError {
  const { zh, en } = sentenceOf(error.extensions, error.message);
  const { inputPath = ['variables'], field, cause } = flaw ?? {};
  const sentence = cause
    ? { zh: `变量 "$${textOf(inputPath.slice(1))}" 的值不正确:${sentenceOf(cause.extensions, cause.message).zh}`, en }
    : { zh, en };
  return new GraphQLError('refused', {
    nodes: error.nodes ?? null,
    originalError: new BadUserInput(sentence, field === undefined ? inputPath : [...inputPath, field]),
  });
}

/** graphql-js leads to the object, and names the field in words alone. What is longer than any name is told cut, by the message. */
const FIELD_AT_FAULT =
  /^Field "([^"]{1,100})" (?:of required type "[^"]*" was not provided\.|is not defined by type "[^"]*"\.|must be non-null\.)/;

/** In the order in which graphql-js tells of them, which says where they are in words alone. */
function flawsIn(schema: GraphQLSchema, operation: OperationDefinitionNode, given: Values): Flaw[] {
  const flaws: Flaw[] = [];
  for (const { variable, type: node, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node as never) as GraphQLInputType;
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (!Object.hasOwn(given, name) && defaultValue) continue;
    if (value === null || !Object.hasOwn(given, name)) {
      if (node.kind === 'NonNullType') flaws.push({ inputPath: ['variables', name] });
      continue;
    }
    try {
      coerceInputValue(value, type, (path, _value, cause) => {
        flaws.push({ inputPath: ['variables', name, ...path], field: FIELD_AT_FAULT.exec(cause.message)?.[1], cause });
        if (flaws.length >= MOST_ERRORS) throw cause;
      });
    } catch {
      return flaws;
    }
  }
  return flaws;
}

/** As graphql-js writes a path. */
function textOf(path: readonly (string | number)[]): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}
