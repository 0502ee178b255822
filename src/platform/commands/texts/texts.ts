import { BadUserInput, type Message } from '../../errors/index.ts';
import { holds, says, settledText, type TextForm } from './text-forms.ts';

export interface TextOptions {
  /** Path into the mutation's input. */
  readonly path: readonly (string | number)[];
  /** Characters, counted when the text is settled. */
  readonly longest: number;
  /** A line where left out. */
  readonly form?: TextForm;
}

const REFUSED: Readonly<Record<TextForm, Message>> = {
  NAME: {
    zh: '姓名不能含有换行、控制字符、改变文字方向的字符、表情符号或无法识别的字符。',
    en: 'A name has no line breaks, no control characters, no marks that turn the direction of text, no emoji, and no characters that nobody can read.',
  },
  TITLE: {
    zh: '名称只能写一行,不能含有换行、控制字符、改变文字方向的字符或无法识别的字符。',
    en: 'This is a name in one line: no line breaks, no control characters, no marks that turn the direction of text, and no characters that nobody can read.',
  },
  LINE: {
    zh: '此项只能写一行,不能含有换行、控制字符或改变文字方向的字符。',
    en: 'This is one line: no line breaks, no control characters, and no marks that turn the direction of text.',
  },
  PARAGRAPHS: {
    zh: '此项不能含有控制字符或改变文字方向的字符。',
    en: 'This has no control characters, and no marks that turn the direction of text.',
  },
};

const SAYS_NOTHING: Readonly<Partial<Record<TextForm, Message>>> = {
  NAME: { zh: '姓名中至少要有一个文字。', en: 'A name has a letter at least.' },
  TITLE: { zh: '名称中至少要有一个文字或数字。', en: 'A name has a letter or a digit at least.' },
};

/**
 * A text that a person wrote, settled in its form; null where nothing that can be seen is left of it.
 * @throws BadUserInput where it is too long, or has what its form does not allow
 */
export function optionalText(
  text: string | null | undefined,
  { path, longest, form = 'LINE' }: TextOptions,
): string | null {
  const settled = settledText(text ?? '', form);
  const wrong = wrongWith(settled, form, longest);
  if (wrong) throw new BadUserInput(wrong, ['input', ...path]);
  return settled === '' ? null : settled;
}

/** What is wrong with a settled text; undefined where nothing is, or there is none. */
function wrongWith(settled: string, form: TextForm, longest: number): Message | undefined {
  if (!holds(settled, form)) return REFUSED[form];
  if (lengthOf(settled) > longest)
    return { zh: `此项最长 ${longest} 个字符。`, en: `This may have ${longest} characters at most.` };
  return settled === '' || says(settled, form) ? undefined : SAYS_NOTHING[form];
}

/** The same for a text that must be there. @throws BadUserInput */
export function requiredText(text: string, options: TextOptions): string {
  const given = optionalText(text, options);
  if (given === null)
    throw new BadUserInput({ zh: '此项不能为空。', en: 'This must not be empty.' }, ['input', ...options.path]);
  return given;
}

/** Whoever counts characters counts those of plane 2 as one, and so does PostgreSQL. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** A person's name as it is kept, empty where there is none, and what is wrong with it. For rows that break a rule of their mutation instead. */
export function nameIn(text: string, longest: number): { readonly name: string; readonly wrong: Message | undefined } {
  const name = settledText(text, 'NAME');
  return { name, wrong: wrongWith(name, 'NAME', longest) };
}
