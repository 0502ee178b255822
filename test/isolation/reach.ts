import { expect } from 'vitest';
import { reachableFor } from '../support/crawl.ts';
import type { TestHub } from '../support/hub.ts';

/** What each of the callers reaches in the hub, who are crawled once. */
export class Reach {
  readonly #hub: TestHub;
  readonly #accounts: Readonly<Record<string, string | undefined>>;
  readonly #crawled = new Map<string, Promise<Set<string>>>();

  /** @param accounts by role; those that are added later are known as well */
  constructor(hub: TestHub, accounts: Readonly<Record<string, string | undefined>>) {
    this.#hub = hub;
    this.#accounts = accounts;
  }

  #reachable(role: string): Promise<Set<string>> {
    const reached = this.#crawled.get(role) ?? reachableFor(this.#hub, this.#accounts[role]);
    this.#crawled.set(role, reached);
    return reached;
  }

  /** What of `ids` is answered where it is asked for by its very id. */
  async #answered(role: string, ids: readonly string[]): Promise<string[]> {
    const { data } = await this.#hub.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      as: this.#accounts[role],
      variables: { ids },
    });
    return (data!['nodes'] as ({ id: string } | null)[]).flatMap((node) => (node ? [node.id] : []));
  }

  async expectNone(role: string, ids: readonly string[]): Promise<void> {
    const reached = await this.#reachable(role);
    expect(ids.filter((id) => reached.has(id))).toEqual([]);
    expect(await this.#answered(role, ids)).toEqual([]);
  }

  async expectAll(role: string, ids: readonly string[]): Promise<void> {
    const reached = await this.#reachable(role);
    expect(ids.filter((id) => !reached.has(id))).toEqual([]);
    expect(await this.#answered(role, ids)).toHaveLength(ids.length);
  }
}
