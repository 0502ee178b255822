import type { TestHub } from '../support/hub.ts';

export type Who = { readonly accountId: string } | undefined;

/** Calls a mutation by its name, and asks of it what is written there. */
export function mutator(hub: () => TestHub) {
  return async function mutate(name: string, who: Who, input: Record<string, unknown>, answer: string) {
    const Input = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await hub().ask(
      `mutation ($input: ${Input}!) { ${name}(input: $input) { ${answer} userErrors { code path message } } }`,
      { as: who?.accountId, variables: { input } },
    );
    const payload = data?.[name] as
      ({ userErrors: { code: string; path: string[] }[] } & Record<string, any>) | undefined; // eslint-disable-line @typescript-eslint/no-explicit-any -- ad hoc
    return { payload, codes: payload?.userErrors.map((error) => error.code), refusal: errors?.[0]?.extensions.code };
  };
}
