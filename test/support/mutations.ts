import type { TypedDocument } from '../../schema/generated/typed-document.ts';
import type { TestHub } from './hub.ts';

export type Asked = Readonly<Record<string, unknown>>;

interface Payload extends Asked {
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

/** The payload of the one mutation in the document, with its codes, or the code of a top-level error. */
export async function asked<Data>(
  hub: TestHub,
  document: TypedDocument<Data, { input: never }>,
  as: string,
  input: Asked,
) {
  const answer = await hub.ask(document as unknown as TypedDocument<Record<string, Payload>, unknown>, {
    as,
    variables: { input },
  });
  const payload = answer.data ? (Object.values(answer.data)[0] ?? null) : null;
  return { payload, codes: payload?.userErrors.map(({ code }) => code), refused: answer.errors?.[0]?.extensions.code };
}
