import { violationOf, type Rules } from '../../errors/index.ts';
import { optionalText, requiredText } from './texts.ts';

/** Why somebody decides so, in one line, in the field `reason` of the input. */
const REASON = { path: ['reason'], longest: 200 } as const;

/** @throws BadUserInput where it is empty, too long or more than a line */
export function requiredReason(reason: string): string {
  return requiredText(reason, REASON);
}

/** @returns null where there is none @throws BadUserInput */
export function optionalReason(reason: string | null | undefined): string | null {
  return optionalText(reason, REASON);
}

/** The reason of a decision either way: whoever declines says why. @throws RuleViolation REASON_MISSING, BadUserInput */
export function reasonOfDecision(
  { approve, reason }: { readonly approve: boolean; readonly reason: string | null },
  rules: Rules<'REASON_MISSING'>,
): string | null {
  const given = optionalReason(reason);
  if (!approve && given === null) throw violationOf(rules, 'REASON_MISSING', ['reason']);
  return given;
}
