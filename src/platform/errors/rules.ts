import { RuleViolation, type Message } from './errors.ts';

/** A rule that a mutation may find broken: what its code means, and what the caller is told. */
export interface Rule extends Message {
  /** Of the code in the schema: one English sentence with the Chinese term. */
  readonly description: string;
}

/** Codes of a mutation with their rules; a command throws `violationOf(rules, code, path)`. */
export type Rules<Code extends string = string> = Readonly<Record<Code, Rule>>;

/** @param path into the mutation's input, e.g. `['roleId']` */
export function violationOf<Code extends string>(
  rules: Rules<Code>,
  code: Code,
  path: readonly string[] = [],
): RuleViolation {
  return new RuleViolation(code, { zh: rules[code].zh, en: rules[code].en }, path);
}
