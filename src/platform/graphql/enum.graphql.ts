import { registerEnumType } from 'type-graphql';

/** Publishes an enum whose keys equal its values, each value described, in a sentence or by its rule. */
export function registerEnum<T extends Record<string, string>>(
  values: T,
  name: string,
  description: string,
  valueDescriptions: { readonly [K in keyof T]: string | { readonly description: string } },
): void {
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries(valueDescriptions).map(([key, said]) => [
        key,
        { description: typeof said === 'string' ? said : said.description },
      ]),
    ) as { [K in keyof T]: { description: string } },
  });
}
