/** Crockford's alphabet: no I, L, O and U, so that a code can be read aloud. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Letters and digits that are taken for one another on paper and on screens. */
const ALIKE = ['0O', '1IL'];

/** Dashes of every kind, and what keyboards of Chinese give for one. */
const DASHES = /[\p{Pd}_\u02d7\u2043\u2212\u2500\u2501\u30fc\uff70]/gu;
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Z}]/gu;

/** What somebody typed or pasted of a number that stands on paper: capitals of plain width, without blanks and what cannot be seen. */
export function typedNumber(typed: string): string {
  return typed.normalize('NFKC').replace(UNSEEN, '').toUpperCase();
}

/**
 * What somebody typed or pasted of a code: in capitals of plain width, without blanks, dashes and what cannot be seen; where the alphabet
 * of the code has one alone of what looks alike, it is that. What is in no alphabet stays, and is no code.
 */
export function typedCode(typed: string, alphabet: string): string {
  return [...typedNumber(typed).replace(DASHES, '')]
    .map((each) => (alphabet.includes(each) ? each : (meant(each, alphabet) ?? each)))
    .join('');
}

function meant(typed: string, alphabet: string): string | undefined {
  const group = ALIKE.find((each) => each.includes(typed)) ?? '';
  const there = [...group].filter((each) => alphabet.includes(each));
  return there.length === 1 ? there[0] : undefined;
}
