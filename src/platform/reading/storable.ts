import { BadUserInput } from '../errors/index.ts';

/** PostgreSQL has no NUL in texts, and a lone surrogate has no UTF-8. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** @throws BadUserInput */
export function refuseUnstorable(text: string, path: readonly (string | number)[]): void {
  if (isStorable(text)) return;
  throw new BadUserInput(
    { zh: '文本含有无法存储的字符。', en: 'The text has characters that cannot be stored.' },
    path,
  );
}

/** The same for every text in a value, however deep it stands. @throws BadUserInput */
export function refuseUnstorableIn(value: unknown, path: readonly (string | number)[]): void {
  if (typeof value === 'string') refuseUnstorable(value, path);
  else if (Array.isArray(value)) value.forEach((each, index) => refuseUnstorableIn(each, [...path, index]));
  else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) refuseUnstorableIn(each, [...path, name]);
}
