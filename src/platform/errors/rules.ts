import { RuleViolation, type Message } from './errors.ts';

/** A rule that a mutation may find broken: what its code means, and what the caller is told. */
export interface Rule extends Message {
  /** The description of the code in the schema: one English sentence with the Chinese term. */
  readonly description: string;
  /** It says that nobody decides on what is their own: see `ownCase`. */
  readonly ownCase?: true;
}

/**
 * The rule of a mutation that nobody decides on what is their own, in its words. Where the database refuses it, though the command had
 * found nothing, the caller is told by this rule; of a mutation that lists several, by the first.
 */
export function ownCase(rule: Rule): Rule {
  return { ...rule, ownCase: true };
}

/** Codes of a mutation with their rules; a command throws `violationOf(rules, code, path)`. */
export type Rules<Code extends string = string> = Readonly<Record<Code, Rule>>;

/**
 * @param path into the mutation's input, e.g. `['roleId']`
 * @param beside fields with which the last of the path does not go together, where a change may leave it out and mean another
 */
export function violationOf<Code extends string>(
  rules: Rules<Code>,
  code: Code,
  path: readonly string[] = [],
  beside: readonly string[] = [],
): RuleViolation {
  return new RuleViolation(code, { zh: rules[code].zh, en: rules[code].en }, path, null, beside);
}
