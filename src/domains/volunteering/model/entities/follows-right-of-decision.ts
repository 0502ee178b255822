import type { TriggerDef } from '@mikro-orm/core';

/** Keeps beside each decision whether it was taken for the district, in the place of a school that had nobody: the roles of that moment say. */
export function followsRightOfDecision(table: string, columns: string, when: string): TriggerDef {
  const name = `${table}_follow_right_of_decision`;
  return {
    name,
    timing: 'before',
    events: ['insert', 'update'],
    expression: `create trigger "${name}" before insert or update of ${columns} on "${table}" for each row when (${when}) execute function ${name}()`,
  };
}
