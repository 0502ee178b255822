/** Payload, error types and resolver of a declared mutation, made by calling type-graphql's decorators. */
import { Arg, Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import { perform, type Subjects, type UserError } from '../../commands/index.ts';
import { NotFound } from '../../errors/index.ts';
import {
  parseGlobalId,
  refuseUnstorableIn,
  relations,
  severalOf,
  toOne,
  type EntityClass,
  type Relations,
} from '../../reading/index.ts';
import type { RequestContext } from '../../request/index.ts';
import { Access } from '../access.graphql.ts';
import { registerEnum } from '../enum.graphql.ts';
import { field, namedClass, typeClass, type Class } from '../list-types.graphql.ts';
import { isRemembered, isThing, type AnsweredValue, type MutationDeclaration } from './mutation.ts';

export interface MutationTypes {
  readonly resolver: Class;
  /** The things in the payload, which hang on the ids that the command answered. */
  readonly fields: Relations;
}

type PrefixOf = (entity: EntityClass) => string;

export function mutationTypesOf(declared: MutationDeclaration, prefixOf: PrefixOf): MutationTypes {
  const Name = declared.name[0]!.toUpperCase() + declared.name.slice(1);
  const payload = payloadOf(Name, declared);
  const things = Object.entries(declared.answer).map(([name, each]) => {
    if (!isThing(each)) return undefined;
    const options = { by: name, description: each.description };
    return [
      name,
      each.several ? severalOf(each.to as never, options) : toOne(each.to as never, { ...options, nullable: true }),
    ] as const;
  });
  return {
    resolver: resolverOf(Name, declared, payload, prefixOf),
    fields: relations(payload as never, Object.fromEntries(things.filter((each) => each !== undefined))),
  };
}

function payloadOf(Name: string, declared: MutationDeclaration): Class {
  const payload = typeClass(ObjectType, `${Name}Payload`, `What ${declared.name} did (结果).`);
  for (const [name, each] of Object.entries(declared.answer))
    if (!isThing(each)) field(payload, name, each.type, describedAnswer(each, declared), { nullable: true });
  const error = errorOf(Name, declared);
  const about = 'Why nothing was done, or which parts were refused; empty on success (失败原因).';
  field(payload, 'userErrors', () => [error], about);
  return payload;
}

/** What is told once is not remembered: a retry that finds the rest of it must not look like a fault. */
const describedAnswer = ({ secret, description }: AnsweredValue, declared: MutationDeclaration): string =>
  secret && isRemembered(declared) ? `${description} Told once: null in a retry with the same key.` : description;

const describedMutation = (declared: MutationDeclaration): string =>
  isRemembered(declared)
    ? declared.description
    : `${declared.description} Takes no idempotencyKey: nothing of what it answers is kept for a retry.`;

function errorOf(Name: string, { name, rules }: MutationDeclaration): Class {
  const codes = Object.fromEntries(Object.keys(rules).map((code) => [code, code]));
  registerEnum(codes, `${Name}ErrorCode`, `Why ${name} did nothing (失败原因).`, rules);
  const error = typeClass(ObjectType, `${Name}Error`, `Why ${name} did nothing (失败).`);
  field(error, 'code', () => codes, 'The reason (原因).');
  field(error, 'message', () => String, 'The reason in the language of the request (说明).');
  field(error, 'path', () => [String], 'Path into the input (输入路径).');
  return error;
}

function resolverOf(Name: string, declared: MutationDeclaration, payload: Class, prefixOf: PrefixOf): Class {
  const resolver = namedClass(`${Name}Resolver`);
  const proto = resolver.prototype as object;
  const descriptor: PropertyDescriptor = { configurable: true, value: runnerOf(declared, prefixOf) };
  Object.defineProperty(proto, declared.name, descriptor);
  Arg('input', () => declared.input, { description: 'What to do (输入).' })(proto, declared.name, 0);
  Ctx()(proto, declared.name, 1);
  Mutation(() => payload, { description: describedMutation(declared) })(proto, declared.name, descriptor);
  Access(declared.access)(proto, declared.name, descriptor);
  Resolver()(resolver);
  return resolver;
}

/** What a page sends in the place of a client: a mutation without ids, by the same way. Names of its fields with their values, and `userErrors`. */
export function submit<Input extends object>(
  declared: MutationDeclaration,
  input: Input,
  context: RequestContext,
): Promise<Submitted> {
  const run = runnerOf(declared, () => {
    throw new Error(`A page cannot send ids to ${declared.name}.`);
  });
  return run(input, context) as Promise<Submitted>;
}

/** What a mutation has answered. */
export interface Submitted extends Readonly<Record<string, unknown>> {
  readonly userErrors: readonly UserError[];
}

/** Bare ids in, the command, ids and values out. */
function runnerOf(declared: MutationDeclaration, prefixOf: PrefixOf) {
  const ids = Object.entries(declared.ids ?? {}).map(([path, entity]) => ({ path: path.split('.'), entity }));
  const answers = Object.entries(declared.answer);
  const named = new Set(answers.filter(([, each]) => isThing(each)).map(([name]) => name));
  const secrets = new Set(answers.filter(([, each]) => !isThing(each) && each.secret).map(([name]) => name));
  return async (input: object, context: RequestContext): Promise<object> => {
    const bare = structuredClone({ ...input }) as Record<string, unknown>;
    refuseUnstorableIn(bare, ['input']);
    for (const { path, entity } of ids) replaceIds(bare, path, ['input'], prefixOf(entity));
    const { result, userErrors } = await perform(
      context,
      {
        mutation: declared.name,
        input: { ...input },
        rules: declared.rules,
        secrets,
        ids: named,
        subjects: subjectsOf(bare, ids),
        remembered: isRemembered(declared),
        audited: declared.audited ?? true,
        byRoles: declared.byRoles ?? true,
        lockFirst: declared.lockFirst && ((tx) => declared.lockFirst!(tx, bare)),
      },
      async () => declared.prepare?.(context, bare),
      (tx, prepared) => declared.run(tx, bare, prepared),
      declared.batching && { batching: declared.batching, input: bare },
    );
    if (userErrors.some(({ code }) => declared.attempt?.missed.includes(code))) context.meter.missed(declared.name);
    return { ...answered(declared, bare, result), userErrors };
  };
}

function answered(
  { answer }: MutationDeclaration,
  bare: Record<string, unknown>,
  result: Readonly<Record<string, unknown>> | null,
): object {
  return Object.fromEntries(
    Object.entries(answer).map(([name, each]) => {
      const otherwise = isThing(each)
        ? each.otherwise !== undefined
          ? bare[each.otherwise]
          : each.several
            ? []
            : null
        : null;
      return [name, result?.[name] ?? otherwise];
    }),
  );
}

/** Puts bare ids in the place of global ones, in nested objects and lists too. @throws NotFound for an id of another type */
function replaceIds(
  holder: unknown,
  [name, ...rest]: readonly string[],
  at: readonly (string | number)[],
  prefix: string,
): void {
  if (Array.isArray(holder)) {
    for (const [index, each] of holder.entries()) replaceIds(each, [name!, ...rest], [...at, index], prefix);
    return;
  }
  const object = holder as Record<string, unknown> | null | undefined;
  const value = object?.[name!];
  if (value === undefined || value === null) return;
  if (rest.length > 0) replaceIds(value, rest, [...at, name!], prefix);
  else
    object![name!] = Array.isArray(value)
      ? value.map((each, index) => bareId(each as string, prefix, [...at, name!, index]))
      : bareId(value as string, prefix, [...at, name!]);
}

function bareId(id: string, prefix: string, path: readonly (string | number)[]): string {
  const parsed = parseGlobalId(id, path);
  if (parsed.prefix !== prefix) throw new NotFound();
  return parsed.uuid;
}

/** What the audit log says that the call was about: `roleId` is kept as `role`. Ids inside nested objects are told by the result. */
function subjectsOf(
  bare: Readonly<Record<string, unknown>>,
  ids: readonly { readonly path: readonly string[] }[],
): Subjects {
  return Object.fromEntries(
    ids.flatMap(({ path: [name, nested] }) => {
      const value = nested === undefined ? bare[name!] : undefined;
      return value === undefined || value === null
        ? []
        : [[name!.replace(/Ids?$/, ''), value as string | readonly string[]]];
    }),
  );
}
