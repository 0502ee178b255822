import { constraintOf, DECIDED_BY_ANOTHER } from '../database/index.ts';
import { Forbidden, RuleViolation, type Message, type Rules } from '../errors/index.ts';

const NOBODY: Message = {
  zh: '不能处理本人的事项,须由他人处理。',
  en: 'Nobody decides on what is their own: somebody else must.',
};

/**
 * Where PostgreSQL has the last word on who decides, that is told by the rule of the mutation.
 * @param rules those that the mutation lists
 * @returns the rule that it broke, Forbidden where it lists none of the kind, or the error as it is
 */
export function refusedAsOwn(error: unknown, rules: Rules): unknown {
  if (!constraintOf(error)?.endsWith(DECIDED_BY_ANOTHER)) return error;
  const code = Object.keys(rules).find((each) => rules[each]!.ownCase);
  return code === undefined ? new Forbidden(NOBODY) : new RuleViolation(code, NOBODY, []);
}
