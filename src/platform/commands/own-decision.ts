import { constraintOf, DECIDED_BY_ANOTHER } from '../database/index.ts';
import { Forbidden, RuleViolation, type Message } from '../errors/index.ts';

/** What mutations call the rule that nobody decides on what is their own. */
const OWN = ['OWN', 'OWN_REQUEST', 'OWN_SIGNUP', 'OWN_CASE', 'OWN_CHILD', 'OWN_IDENTITY'] as const;

const NOBODY: Message = {
  zh: '不能处理本人的事项,须由他人处理。',
  en: 'Nobody decides on what is their own: somebody else must.',
};

/**
 * Where PostgreSQL has the last word on who decides, that is told in the words of the mutation.
 * @param codes those that the mutation lists
 * @returns the rule that it broke, Forbidden where it lists none of the kind, or the error as it is
 */
export function refusedAsOwn(error: unknown, codes: ReadonlySet<string>): unknown {
  if (!constraintOf(error)?.endsWith(DECIDED_BY_ANOTHER)) return error;
  const code = OWN.find((each) => codes.has(each));
  return code === undefined ? new Forbidden(NOBODY) : new RuleViolation(code, NOBODY, []);
}
