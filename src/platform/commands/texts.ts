import { BadUserInput } from '../errors/index.ts';

/** Characters of a reason that somebody gives for a decision. */
export const LONGEST_REASON = 200;

export interface TextOptions {
  /** Path into the mutation's input. */
  readonly path: readonly (string | number)[];
  /** Characters, counted after white space at both ends is gone. */
  readonly longest: number;
}

/**
 * A text that a person wrote, trimmed; null where nothing is left of it.
 * @throws BadUserInput where it is too long, or PostgreSQL could not store it
 */
export function optionalText(text: string | null | undefined, { path, longest }: TextOptions): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > longest || trimmed.includes('\0') || !trimmed.isWellFormed()) {
    throw new BadUserInput({
      zh: `此项最长 ${longest} 个字符,且不能含有无法存储的字符。`,
      en: `This may have ${longest} characters at most, and only ones that can be stored.`,
    }, ['input', ...path]);
  }
  return trimmed === '' ? null : trimmed;
}

/** The same for a text that must be there. @throws BadUserInput */
export function requiredText(text: string, options: TextOptions): string {
  const given = optionalText(text, options);
  if (given === null) throw new BadUserInput({ zh: '此项不能为空。', en: 'This must not be empty.' }, ['input', ...options.path]);
  return given;
}
