import type { GraphQLError } from 'graphql';
import { inLocale, type Locale, type Message } from '../../errors/index.ts';
import { inChinese } from './in-chinese.ts';

/** Mark under which what an error says in each language travels to the place where it is formatted: validation knows no language. */
const SENTENCE_MARK = 'sentence';

/** Extensions of an error that a document or a value gives rise to before anything runs. */
export function inWords(sentence: Message): GraphQLError['extensions'] {
  return { [SENTENCE_MARK]: sentence };
}

/** What it says; as GraphQL says it, or as that reads in Chinese, where the hub has no words of its own. */
export function wordsOf(extensions: GraphQLError['extensions'], locale: Locale, otherwise: string): string {
  return inLocale(sentenceOf(extensions, otherwise), locale);
}

/** @param english as GraphQL says it */
export function sentenceOf(extensions: GraphQLError['extensions'], english: string): Message {
  const own = extensions[SENTENCE_MARK] as Message | undefined;
  if (own) return own;
  const en = withoutSuggestions(cut(english, LONGEST_SEARCHED));
  return { zh: inChinese(en), en };
}

/** What was guessed for a client stands near the end of a message. */
const LONGEST_SEARCHED = 4_000;

/** Of a character outside of the first plane, cut in two. */
const HALF_A_CHARACTER = /\p{Surrogate}/gu;

/** What a message repeats of a document or of values is as long as a client likes: what it begins with says where, what it ends with why. */
export function cut(message: string, longest: number): string {
  return message.length <= longest
    ? message
    : `${message.slice(0, longest / 2)} … ${message.slice(-longest / 2)}`.replace(HALF_A_CHARACTER, '');
}

function withoutSuggestions(message: string): string {
  return message.replace(/;? ?Did you mean [^?]*\?/g, '').trim();
}
