import type { TriggerDef } from '@mikro-orm/core';

/** The name of the triggers of public content, and the channel on which they tell. */
export const CHANGES = { trigger: 'tells_of_change', channel: 'public_content' } as const;

/**
 * For tables of public content: whoever writes to one, a command, a job or a hand, tells all processes of the hub when it
 * commits, once a transaction. Of a table without it nothing that guests ask is kept.
 */
export const tellsOfChange: TriggerDef = {
  name: CHANGES.trigger,
  timing: 'after',
  events: ['insert', 'update', 'delete'],
  forEach: 'statement',
  body: `perform pg_notify('${CHANGES.channel}', ''); return null`,
};
