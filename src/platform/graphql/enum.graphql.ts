import { registerEnumType } from 'type-graphql';

/** Publishes an enum whose keys equal its values, each value described. */
export function registerEnum<T extends Record<string, string>>(
  values: T,
  name: string,
  description: string,
  valueDescriptions: { readonly [K in keyof T]: string },
): void {
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries(valueDescriptions).map(([key, text]) => [key, { description: text as string }]),
    ) as { [K in keyof T]: { description: string } },
  });
}
