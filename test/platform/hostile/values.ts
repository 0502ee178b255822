/** Values that nobody sends by mistake, for each scalar of the schema and for whatever stands around it. */
import { getNullableType, isEnumType, isInputObjectType, isListType, type GraphQLInputType } from 'graphql';
import type { Known } from './known.ts';
import { ofScalar, WRITTEN } from './scalars.ts';

/** So many groups within one another. */
const nested = (deep: number, word: 'and' | 'or' | 'not'): unknown => {
  let value: unknown = {};
  for (let turn = 0; turn < deep; turn += 1) value = { [word]: word === 'not' ? value : [value] };
  return value;
};

function groups(): readonly unknown[] {
  const deep = (['and', 'or', 'not'] as const).flatMap((word) =>
    [4, 5, 6, 20, 23, 200, 2_000].map((depth) => nested(depth, word)),
  );
  return [
    ...deep,
    { and: [] },
    { or: [] },
    { not: {} },
    { or: [null] },
    { and: null },
    { or: Array.from({ length: 101 }, () => ({})) },
    { or: Array.from({ length: 19_000 }, () => ({})) },
  ];
}

/** @param sound a value that the schema takes, to stand in lists beside others */
function aroundLists(sound: unknown): readonly unknown[] {
  const many = (length: number): unknown => Array.from({ length }, () => sound);
  return [
    [],
    [null],
    [sound, null],
    [sound, sound],
    [[sound]],
    [[]],
    many(101),
    many(201),
    many(1_001),
    many(9_000),
    ...(sound === null || sound === undefined ? [] : [sound]),
  ];
}

/** Of no type of the schema. */
const SHAPELESS: readonly unknown[] = [
  null,
  undefined,
  {},
  [],
  [null],
  { __proto__: null, eq: 1 },
  JSON.parse('{"__proto__":{"eq":1}}'),
  [[[[]]]],
  '',
  'x',
  0,
  true,
];

export interface Wanted {
  readonly type: GraphQLInputType;
  /** `after` and `before`. */
  readonly isCursor: boolean;
  readonly sound: unknown;
}

export function hostileTo({ type, isCursor, sound }: Wanted, known: Known): readonly unknown[] {
  const wanted = getNullableType(type);
  if (isListType(wanted)) return [...SHAPELESS, ...aroundLists((sound as unknown[] | null)?.[0])];
  if (isEnumType(wanted)) {
    const [first] = wanted.getValues().map(({ name }) => name);
    return [
      ...SHAPELESS,
      first!.toLowerCase(),
      ` ${first}`,
      `${first}\0`,
      '__proto__',
      'constructor',
      '\ud800',
      1,
      ...WRITTEN,
    ];
  }
  if (isInputObjectType(wanted)) {
    const fields = wanted.getFields();
    const empty = Object.fromEntries(Object.keys(fields).map((name) => [name, null]));
    return [...SHAPELESS, empty, { ...(sound as object), unknown: 1 }, ...(fields['not'] ? groups() : [])];
  }
  return [...SHAPELESS, ...ofScalar(wanted.name, isCursor, known)];
}
