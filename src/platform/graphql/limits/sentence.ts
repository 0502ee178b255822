import type { GraphQLError } from 'graphql';
import { inLocale, type Locale, type Message } from '../../errors/index.ts';

/** Mark under which what an error says in each language travels to the place where it is formatted: validation knows no language. */
const SENTENCE_MARK = 'sentence';

/** Extensions of an error that a document or a value gives rise to before anything runs. */
export function inWords(sentence: Message): GraphQLError['extensions'] {
  return { [SENTENCE_MARK]: sentence };
}

/** What it says; as GraphQL says it, where the hub has no words of its own. */
export function wordsOf(extensions: GraphQLError['extensions'], locale: Locale, otherwise: string): string {
  const sentence = extensions[SENTENCE_MARK] as Message | undefined;
  return sentence ? inLocale(sentence, locale) : otherwise;
}
