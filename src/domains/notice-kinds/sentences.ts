/** A sentence with a word in the place of each `{name}`, and of each `{name, one, many}`. */
export function withBlanksFilled(
  sentence: string,
  wordFor: (name: string, one: string | undefined, many: string | undefined) => string,
): string {
  return sentence.replaceAll(/\{(\w+)(?:, ([^,}]+), ([^,}]+))?\}/g, (_, name: string, one?: string, many?: string) =>
    wordFor(name, one, many),
  );
}

/** A number, with its noun where there is one. */
export function countOf(number: string, one: string | undefined, many: string | undefined): string {
  return many === undefined ? number : `${number} ${number === '1' ? one : many}`;
}
