interface Answered {
  readonly data?: unknown;
  readonly errors?:
    readonly { readonly message: string; readonly path?: readonly (string | number)[] | undefined }[] | undefined;
}

/** Where the data is null for an error: the path of it as far as there is data, or all of it. */
function nulledAt(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let value = data;
  for (const [index, step] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, index);
    value = (value as Record<string | number, unknown>)[step];
  }
  return path;
}

/**
 * An answer as far as it does not depend on which field came to its end first: of several errors that leave the same place null
 * graphql-js tells those that were known before it was, of several rows the one that was first, and all in that order. What is told
 * of a place that is null for something below it is that it is.
 */
export function withoutOrder({ errors, ...answer }: Answered): string {
  const places = errors?.map(({ message, path }) => {
    const place = path && nulledAt(answer.data, path);
    return JSON.stringify([
      place && place.length < path.length ? null : message,
      place?.map((step) => (typeof step === 'number' ? '#' : step)),
    ]);
  });
  return JSON.stringify({ ...answer, errors: places && [...new Set(places)].sort() });
}
