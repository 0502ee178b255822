/**
 * Sentences of the hub's own that stand where otherwise somebody's words do, such as why a sign-up ended that nobody took back. The
 * Chinese one is stored, as people's words are; whoever reads is told it in the language of the request.
 */
import { inLocale, type Message } from '../../../platform/errors/index.ts';
import { computed, type Computed } from '../../../platform/reading/index.ts';
import { countOf, withBlanksFilled } from '../../notice-kinds/index.ts';

/**
 * `{name}` is a number; in English `{name, one, many}` is the number and its noun. Rows hold the Chinese words for years: whoever changes
 * them leaves the old ones beside the new, or they are told to everybody as they stand.
 */
export const OWN_SENTENCES = {
  NAME_CORRECTED: { zh: '姓名已更正,由新证明替代', en: 'The name was corrected: another certificate takes its place' },
  NOTHING_SERVED: {
    zh: '考勤更正后,班次内没有服务时间',
    en: 'After the attendance was corrected, no service is left within the shift',
  },
  NO_LECTURER: { zh: '讲堂已没有主讲人', en: 'Nobody is there to give the lecture' },
  /** As it stands in rows of before, also for whoever was to give it. */
  NO_LECTURER_BEFORE: { zh: '主讲家长不能参加', en: 'The parent who was to give the lecture cannot come' },
  LECTURE_WITHDRAWN: { zh: '家长已撤回申请', en: 'The parent has taken the proposal back' },
  LECTURE_RISKS: {
    zh: '讲座在校内进行,请听从教师安排,勿携带危险物品。',
    en: 'The lecture is given at school: please do as the teachers say, and bring nothing dangerous.',
  },
  NOT_CONFIRMED: {
    zh: '班次时间调整后未在期限内再次确认',
    en: 'The shift was moved, and the sign-up was not confirmed again in time',
  },
  /** Says what it is about the activity, and nothing of what the school has decided or why. */
  NOT_FOR_THEM: { zh: '已不在活动的适用范围内', en: 'The activity is not for this family any more' },
  CALENDAR_CHANGED: { zh: '校历已调整', en: 'The school calendar has changed' },
  SERIES_CHANGED: { zh: '重复班次的安排已调整', en: 'The series of shifts was arranged anew' },
  CLASHES: {
    zh: '班次时间调整后与您的其他安排冲突',
    en: 'The shift was moved, and its new time clashes with something else of yours',
  },
  ABSENCES_CORRECTED: { zh: '所依据的缺勤记录已更正', en: 'The absences on which it rested were corrected' },
  SHIFTS_MISSED: { zh: '{days} 天内缺勤 {count} 次', en: '{count, shift, shifts} missed within {days, day, days}' },
} as const satisfies Readonly<Record<string, Message>>;

export type OwnSentence = keyof typeof OWN_SENTENCES;

type Blanks<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Blanks<Rest> : never;
type Numbers<Name extends OwnSentence> = Readonly<Record<Blanks<(typeof OWN_SENTENCES)[Name]['zh']>, number>>;

/** A sentence as it is stored. */
export function ownSentence<Name extends OwnSentence>(
  name: Name,
  ...numbers: [keyof Numbers<Name>] extends [never] ? [] : [Numbers<Name>]
): string {
  return filled(
    OWN_SENTENCES[name].zh,
    Object.fromEntries(Object.entries(numbers[0] ?? {}).map(([blank, number]) => [blank, String(number)])),
  );
}

/** How each is known again by what is stored. */
const WRITTEN = Object.values<Message>(OWN_SENTENCES).map(({ zh, en }) => ({ en, pattern: patternOf(zh) }));

function patternOf(sentence: string): RegExp {
  const parts = sentence
    .split(/\{(\w+)\}/)
    .map((part, index) =>
      index % 2 === 1 ? String.raw`(?<${part}>\d+)` : part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`),
    );
  return new RegExp(`^${parts.join('')}$`);
}

/**
 * The stored words in each language: a sentence of the hub's own is known by its words, and what somebody wrote is told
 * as they wrote it.
 */
export function translationOf(stored: string): Message {
  for (const { en, pattern } of WRITTEN) {
    const found = pattern.exec(stored);
    if (found) return { zh: stored, en: filled(en, found.groups ?? {}) };
  }
  return { zh: stored, en: stored };
}

/**
 * Adds a full stop to what somebody wrote in the very words of the hub: nothing that people decide is taken for what
 * the hub did.
 */
export function asWritten(words: string): string {
  return WRITTEN.some(({ pattern }) => pattern.test(words)) ? `${words}。` : words;
}

/** A sentence that comes back as it was told, in a form that nobody has touched, is stored as it stands in the row. */
export function writtenBack(words: string): string {
  return Object.values<Message>(OWN_SENTENCES).find(({ en }) => en === words)?.zh ?? words;
}

function filled(sentence: string, numbers: Readonly<Record<string, string>>): string {
  return withBlanksFilled(sentence, (name, one, many) => countOf(numbers[name]!, one, many));
}

/** A field of a column in which both people and the hub write, in the language of the request. */
export function told(column: string, options: { readonly description: string; readonly nullable?: true }): Computed {
  return computed<{ stored: string | null }>(() => String, {
    ...options,
    facts: { stored: column },
    value: ({ stored }, { locale }) => (stored === null ? null : inLocale(translationOf(stored), locale)),
  });
}
