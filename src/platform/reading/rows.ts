import { keptIn, LruCache } from '../memory/index.ts';

/** A row as it was read: named values, moments as they stand in an answer, and under `__typename` the name of its type. */
export type PlainRow = Record<string, unknown> & { readonly __typename: string; readonly id: string };

type ToRow = (values: readonly unknown[]) => PlainRow;

const compiled = new LruCache<string, ToRow>(2000);

/**
 * A function that turns an array of values, from `offset` on, into an object. It is compiled, because an object literal
 * with fixed names is several times faster to make than one filled in a loop.
 */
export function rowMaker(typeName: string, names: readonly string[], offset: number): ToRow {
  const key = `${typeName}|${offset}|${names.join(' ')}`;
  return keptIn(compiled, key, () => {
    const members = names.map((name, index) => `${JSON.stringify(name)}: values[${index + offset}]`);
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the names are those of declared columns and facts, never input
    return new Function(
      'values',
      `return { __typename: ${JSON.stringify(typeName)}, ${members.join(', ')} };`,
    ) as ToRow;
  });
}

/** What is longer was made up by somebody, and is not kept. */
const LONGEST_SOURCE = 4000;

type ObjectMaker = (k: readonly unknown[]) => unknown;

/** What differs in constants alone is compiled once, so that an object of a new document is made as quickly as those of others. */
const makers = new LruCache<string, ObjectMaker>(2000);

/**
 * A function that makes an object of what its expressions say, each under its name; they may look at `parameters` and at
 * `k`, the constants; `before` is done before. Names are those of declarations or of a valid document, so nothing but letters, digits and `_`.
 */
export function objectMaker<F>(
  parameters: string,
  members: readonly (readonly [name: string, expression: string])[],
  constants: readonly unknown[],
  before = '',
): F {
  // A member `__proto__` between brackets is one like any other; outside of them it would be the prototype.
  const body = members
    .map(([name, expression]) => `${name === '__proto__' ? `["${name}"]` : JSON.stringify(name)}: ${expression}`)
    .join(', ');
  const source = `return (${parameters}) => (${before && `${before}, `}{ ${body} });`;
  let maker = makers.get(source);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- see above: expressions are written here, names are checked by GraphQL
  maker ??= new Function('k', source) as ObjectMaker;
  if (source.length <= LONGEST_SOURCE) makers.set(source, maker);
  return maker(constants) as F;
}
