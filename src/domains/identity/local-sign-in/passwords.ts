import { violationOf, type Rules } from '../../../platform/errors/index.ts';

export type PasswordRefusal = 'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_GUESSABLE';

export const LEAST_CHARACTERS = 12;
const MOST_CHARACTERS = 128;

export const PASSWORD_RULES: Rules<PasswordRefusal> = {
  PASSWORD_TOO_SHORT: {
    description: `The password has fewer than ${LEAST_CHARACTERS} characters (密码过短).`,
    zh: `密码至少 ${LEAST_CHARACTERS} 个字符,可用一句话。`,
    en: `A password has ${LEAST_CHARACTERS} characters at least: a sentence will do.`,
  },
  PASSWORD_TOO_LONG: {
    description: `The password has more than ${MOST_CHARACTERS} characters (密码过长).`,
    zh: `密码最长 ${MOST_CHARACTERS} 个字符。`,
    en: `A password has ${MOST_CHARACTERS} characters at most.`,
  },
  PASSWORD_GUESSABLE: {
    description:
      'The password is among the first that a guesser tries, or is made of the own name or number (密码过于常见).',
    zh: '密码过于常见,或由本人姓名、工号组成,容易被猜到。',
    en: 'This password is easily guessed: it is a common one, or made of your own name or number.',
  },
};

/** Of which the commonest long passwords are put together, in this order taken away. */
const COMMON = [
  '1qaz2wsx3edc4rfv',
  '1q2w3e4r5t6y',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedc',
  'q1w2e3r4',
  'administrator',
  'iloveyou',
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'woaizhongguo',
  'zhongguo',
  'woaini',
  'beijing',
  'xuexiao',
  'jiaoshi',
  'laoshi',
  'teacher',
  'school',
  'welcome',
  'letmein',
  'qwerty',
  'monkey',
  'dragon',
  'mima',
  'admin',
  'abc',
  '5201314',
  '1314520',
];
/** What is left when all that is known was taken away. */
const LEAST_UNKNOWN = 6;
const LEAST_DIFFERENT = 5;

/** The form in which a password is compared: however a keyboard has composed it, it is the same. */
export const asPassword = (typed: string): string => typed.normalize('NFKC');

/**
 * Length is what counts, and that it is not known before: no rule asks for signs of some kinds (NIST SP 800-63B).
 * @param own what is known of whose it is: name, number
 * @param field of the input @throws RuleViolation
 */
export function requirePassword(password: string, own: readonly string[], field: string): void {
  const characters = [...password];
  const refused = (rule: PasswordRefusal): Error => violationOf(PASSWORD_RULES, rule, [field]);
  if (characters.length < LEAST_CHARACTERS) throw refused('PASSWORD_TOO_SHORT');
  if (characters.length > MOST_CHARACTERS) throw refused('PASSWORD_TOO_LONG');
  if (isGuessable(password, own)) throw refused('PASSWORD_GUESSABLE');
}

function isGuessable(password: string, own: readonly string[]): boolean {
  let rest = password.toLowerCase();
  for (const known of [...own.map((each) => asPassword(each).toLowerCase()), ...COMMON])
    if (known.length > 1) rest = rest.replaceAll(known, '');
  rest = withoutRuns(rest);
  return [...rest].length < LEAST_UNKNOWN || new Set(password.toLowerCase()).size < LEAST_DIFFERENT;
}

/** Of what goes on as it began, `123456`, `fedcba`, `8888`, the first alone is unknown. */
function withoutRuns(text: string): string {
  const points = [...text].map((each) => each.codePointAt(0)!);
  return points
    .filter((point, at) => {
      const [step, before] = [point - points[at - 1]!, points[at - 1]! - points[at - 2]!];
      return !(Math.abs(step) <= 1 && (step === before || at === 1));
    })
    .map((point) => String.fromCodePoint(point))
    .join('');
}
