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

/** Where the hub is at work: whoever works there takes it first, with the year. */
const PLACES = [
  'shijingshan',
  'mentougou',
  'dongcheng',
  'changping',
  'chaoyang',
  'fangshan',
  'tongzhou',
  'xicheng',
  'haidian',
  'fengtai',
  'huairou',
  'yanqing',
  'beijing',
  'shunyi',
  'daxing',
  'pinggu',
  'miyun',
];
const YEAR = /(?:19|20)\d\d/g;
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
  ...PLACES,
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

/** What is known of whose it is. */
export interface Owner {
  readonly name: string;
  /** The name as it is sorted, with the reading of each sign: `zhang1张san1三`. */
  readonly nameKey: string;
  readonly staffNumber: string;
}

const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** The form in which a password is compared: however a keyboard has composed it, and whatever a copy has brought along that nobody sees, it is the same. */
export const asPassword = (typed: string): string => typed.normalize('NFKC').replace(UNSEEN, '');

/**
 * Length is what counts, and that it is not known before: no rule asks for signs of some kinds (NIST SP 800-63B). It is that of what was typed,
 * of which one sign may stand for many.
 * @param field of the input @returns the form that is hashed @throws RuleViolation
 */
export function requirePassword(typed: string, own: Owner, field: string): string {
  const password = asPassword(typed);
  const lengths = [password, typed.normalize('NFC').replace(UNSEEN, '')].map((each) => [...each].length);
  const refused = (rule: PasswordRefusal): Error => violationOf(PASSWORD_RULES, rule, [field]);
  if (Math.min(...lengths) < LEAST_CHARACTERS) throw refused('PASSWORD_TOO_SHORT');
  if (Math.max(...lengths) > MOST_CHARACTERS) throw refused('PASSWORD_TOO_LONG');
  if (isGuessable(password.toLowerCase(), knownOf(own))) throw refused('PASSWORD_GUESSABLE');
  return password;
}

/** The longest first: what is left of it would be taken for something that nobody knows. */
function knownOf({ name, nameKey, staffNumber }: Owner): string[] {
  const syllables = [...nameKey.matchAll(/([a-z]+:?)\d/g)].map(([, read]) => read!);
  const spelled = ['v', ''].flatMap((umlaut) => {
    const each = syllables.map((read) => read.replace('u:', umlaut === '' ? 'u' : umlaut));
    return each.flatMap((_, from) => each.map((__, to) => each.slice(from, to + 1).join('')));
  });
  const parts = [name, ...name.split(/[\s\u00b7.-]+/), staffNumber].map((each) => asPassword(each).toLowerCase());
  return [...parts.filter((each) => each.length > 1), ...spelled.filter((each) => each.length > 2)].sort(
    (one, other) => other.length - one.length,
  );
}

/** @param password in small letters */
function isGuessable(password: string, own: readonly string[]): boolean {
  let rest = password;
  for (const known of [...own, ...COMMON]) rest = rest.replaceAll(known, '');
  rest = withoutRuns(rest.replace(YEAR, ''));
  return [...rest].length < LEAST_UNKNOWN || new Set(password).size < LEAST_DIFFERENT;
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
