/** Every part of the schema says in one English sentence what it is, with the Chinese word for it. */
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** Made by the platform from a declaration: filters, orders and pages, the same for every domain. English is enough. */
const GENERATED = /(?:Connection|Edge|Where|Order|OrderField|Filter)$/;

interface Part {
  readonly name: string;
  readonly description: string | null | undefined;
  readonly inChinese: boolean;
}

/** One sentence per violation. */
export function descriptionViolations(schema: GraphQLSchema): string[] {
  const names = new Set<string>();
  const parts = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => partsOf(type));
  for (const { name } of parts) for (const word of name.match(/\w+/g) ?? []) names.add(word);
  return parts.flatMap((part) =>
    faultsOf(part, names).map((fault) => `${part.name} ${fault}: ${part.description ?? ''}`),
  );
}

function partsOf(type: GraphQLNamedType): Part[] {
  const inChinese = !GENERATED.test(type.name);
  const { name, description } = type;
  const self = { name, description, inChinese: inChinese && !isScalarType(type) };
  if (isEnumType(type)) {
    return [
      self,
      ...type
        .getValues()
        .map((value) => ({ name: `${name}.${value.name}`, description: value.description, inChinese })),
    ];
  }
  if (isInputObjectType(type)) {
    return [
      self,
      ...Object.values(type.getFields()).map((field) => ({
        name: `${name}.${field.name}`,
        description: field.description,
        inChinese,
      })),
    ];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [self];
  return [
    self,
    ...Object.values(type.getFields()).flatMap((field) => [
      { name: `${name}.${field.name}`, description: field.description, inChinese },
      ...field.args.map((argument) => ({
        name: `${name}.${field.name}(${argument.name}:)`,
        description: argument.description,
        inChinese: false,
      })),
    ]),
  ];
}

function faultsOf({ description, inChinese }: Part, names: ReadonlySet<string>): string[] {
  if (!description?.trim()) return ['has no description'];
  const internal = (description.match(/\b[a-z]+[A-Z]\w*/g) ?? []).filter((word) => !names.has(word));
  return [
    description.includes('\n') && 'has more than one line',
    !/^["'(]?[A-Z]/.test(description) && 'does not begin like an English sentence',
    !/[a-z]{2}/.test(description) && 'says nothing in English',
    !description.endsWith('.') && 'does not end like a sentence',
    inChinese && !/\p{Script=Han}/u.test(description) && 'does not name the Chinese term',
    internal.length > 0 && `names ${internal.join(', ')}, which clients do not know`,
  ].filter((fault) => fault !== false);
}
