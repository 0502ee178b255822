import { expect } from 'vitest';
import type { TestHub } from '../../support/hub.ts';

/** By the prefix of what waits: fields by which whoever decides reads whom it is about, last whoever asks. */
const NAMES: Readonly<Record<string, string>> = {
  signup: '... on Signup { volunteerName }',
  'stand-in': '... on StandIn { fromName toName }',
  'parent-lecture': '... on ParentLecture { lecturerName }',
  'service-record': '... on ServiceRecord { volunteerName }',
};

/** Names that somebody reads of what waits. */
export async function namesRead(hub: TestHub, who: { readonly accountId: string }, id: string): Promise<unknown[]> {
  const { data } = await hub.ask<{ node: Readonly<Record<string, unknown>> }>(
    `query ($id: ID!) { node(id: $id) { ${NAMES[id.split('_', 1)[0]!]!} } }`,
    { as: who.accountId, variables: { id } },
  );
  return Object.values(data!.node);
}

/** Whoever decides reads who asks, and whom else it is about. */
export async function expectNamed(
  hub: TestHub,
  who: { readonly accountId: string },
  id: string,
  name: string,
): Promise<void> {
  const names = await namesRead(hub, who, id);
  expect(names.at(-1)).toBe(name);
  for (const each of names) expect(each).toMatch(/^\p{L}+$/u);
}
