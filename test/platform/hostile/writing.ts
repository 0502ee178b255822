/** Documents and variables that bring a value to a place. */
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { mustBeGiven, selectionOf, withGiven, type MakeSound, type Place } from './places.ts';
import { jsonOf, Written } from './written.ts';

export const FORMS = [
  'the argument is a variable',
  'the place is a variable',
  'the place is a variable with a default',
  'the value is written out',
] as const;
export type Form = (typeof FORMS)[number];

export interface Composed {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Undefined where the value cannot be brought to the place in this form. */
export function compose(
  schema: GraphQLSchema,
  place: Place,
  form: Form,
  given: unknown,
  sound: MakeSound,
  at: string | undefined,
): Composed | undefined {
  const { argument, within } = place;
  const whole = (value: unknown): unknown => withGiven(argument.type, within, value, sound);
  switch (form) {
    case 'the argument is a variable':
      return asked(schema, place, sound, at, {
        text: '$v',
        declared: `$v: ${argument.type.toString()}`,
        variables: { v: whole(given) },
      });
    case 'the place is a variable':
      return asked(schema, place, sound, at, {
        text: written(whole(VARIABLE), argument.type)!,
        declared: `$v: ${place.type.toString()}`,
        variables: { v: given },
      });
    case 'the place is a variable with a default': {
      const fallback = written(sound(place.type, within), place.type);
      if (fallback === undefined) return undefined;
      return asked(schema, place, sound, at, {
        text: written(whole(VARIABLE), argument.type)!,
        declared: `$v: ${getNullableType(place.type).toString()} = ${fallback}`,
        variables: { v: given },
      });
    }
    case 'the value is written out': {
      const text = given === undefined && within.length === 0 ? null : written(whole(given), argument.type);
      return text === undefined ? undefined : asked(schema, place, sound, at, { text, declared: '', variables: {} });
    }
  }
}

interface Argued {
  /** Null where the argument is left out. */
  readonly text: string | null;
  readonly declared: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

function asked(
  schema: GraphQLSchema,
  { reach, field, argument }: Place,
  sound: MakeSound,
  at: string | undefined,
  { text, declared, variables }: Argued,
): Composed {
  const others = field.args.filter((each) => each !== argument && mustBeGiven(each as GraphQLArgument));
  const parts = [
    ...others.map((each) => `${each.name}: ${written(sound(each.type, []), each.type)!}`),
    ...(text === null ? [] : [`${argument.name}: ${text}`]),
  ];
  const declarations = [declared, reach.at === undefined ? '' : '$at: ID!'].filter((each) => each !== '').join(', ');
  return {
    document: `${reach.kind} ${declarations && `(${declarations})`} { ${reach.open} ${field.name}${parts.length > 0 ? `(${parts.join(', ')})` : ''} ${selectionOf(schema, field.type)} ${reach.close} }`,
    variables: { ...variables, ...(reach.at !== undefined && { at }) },
  };
}

/** Stands for `$v` in a value that is written out. */
const VARIABLE = Symbol('$v');

/** A document that is nested more deeply is refused for that. */
const DEEPEST = 500;

/** A value as a document writes it, of that type or of none; undefined where no document can say it. */
function written(value: unknown, type: GraphQLInputType | undefined, deep = 0): string | undefined {
  if (value === VARIABLE) return '$v';
  if (deep > DEEPEST) return undefined;
  if (value === null || value === undefined) return 'null';
  if (value instanceof Written) return value.text;
  const wanted = type && getNullableType(type);
  if (Array.isArray(value)) {
    const inner = wanted && isListType(wanted) ? wanted.ofType : wanted;
    const parts = value.map((each) => written(each, inner, deep + 1));
    return parts.includes(undefined) ? undefined : `[${parts.join(', ')}]`;
  }
  if (typeof value === 'object') {
    const fields = wanted && isInputObjectType(wanted) ? wanted.getFields() : {};
    const parts = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([name, each]) => {
        const text = written(each, Object.hasOwn(fields, name) ? fields[name]!.type : undefined, deep + 1);
        return text === undefined ? undefined : `${name}: ${text}`;
      });
    return parts.includes(undefined) ? undefined : `{ ${parts.join(', ')} }`;
  }
  if (typeof value === 'string' && wanted && isEnumType(wanted) && /^[A-Za-z_]\w*$/.test(value)) return value;
  return JSON.stringify(value);
}

export const bodyOf = ({ document, variables }: Composed): string => jsonOf({ query: document, variables });
