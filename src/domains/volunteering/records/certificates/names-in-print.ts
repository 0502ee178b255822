import { codePointOf, unprintable } from '../../../../platform/documents/index.ts';
import { RuleViolation, type Rules } from '../../../../platform/errors/index.ts';

/** Names stand on a certificate as they are, so a letter that no font has is told before anything is promised. */
export const PRINTED_NAME_RULES = {
  NAME_NOT_PRINTABLE: {
    description: 'A name on it has letters that cannot be printed; the message names them (姓名含有无法打印的文字).',
    zh: '证明上的姓名含有暂时无法打印的文字,请联系学校核对或更正姓名。',
    en: 'A name on the certificate has letters that cannot be printed: ask the school to check or correct it.',
  },
} as const satisfies Rules;

/** @throws RuleViolation NAME_NOT_PRINTABLE, which names the letters */
export async function requirePrintable(names: readonly string[], path: readonly string[]): Promise<void> {
  const letters = await unprintable(names.join(' '));
  if (letters.length === 0) return;
  const { zh, en } = PRINTED_NAME_RULES.NAME_NOT_PRINTABLE;
  const told = letters.map((letter) => `${letter} (${codePointOf(letter)})`).join(', ');
  throw new RuleViolation(
    'NAME_NOT_PRINTABLE' satisfies keyof typeof PRINTED_NAME_RULES,
    { zh: `${zh.slice(0, -1)}:${told}。`, en: `${en.slice(0, -1)}: ${told}.` },
    path,
  );
}
