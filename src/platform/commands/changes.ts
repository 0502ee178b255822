import type { EntityManager, EventSubscriber, FlushEventArgs } from '@mikro-orm/core';

/** How many rows a transaction has written so far. */
export interface Changes {
  count: number;
}

const counted = new WeakMap<object, Changes>();

const counter: EventSubscriber = {
  onFlush({ em, uow }: FlushEventArgs): void {
    const changes = counted.get(em);
    if (changes) changes.count += uow.getChangeSets().length;
  },
};

/** Counts what the entity manager of a transaction flushes. */
export function countChanges(em: EntityManager): Changes {
  const changes = { count: 0 };
  counted.set(em, changes);
  em.getEventManager().registerSubscriber(counter);
  return changes;
}

const WRITES = /^\s*(?:insert|update|delete|merge)\b/i;
const WRITES_WITHIN = /\b(?:insert\s+into|delete\s+from|update\s+[\w".]+\s+(?:\w+\s+)?set)\b/i;

/** How many rows a statement has written. Of one that writes within and answers what it reads, each row that it answers is taken for one. */
export function writtenBy(text: string, affected: bigint | undefined, answered: number): number {
  if (WRITES.test(text)) return Number(affected ?? answered);
  return WRITES_WITHIN.test(text) ? Math.max(answered, Number(affected ?? 0)) : 0;
}
