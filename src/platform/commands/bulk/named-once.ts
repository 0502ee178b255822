import { BadUserInput, type Message } from '../../errors/index.ts';

/** Few enough that nobody waits long for their locks. */
const MOST_AT_ONCE = 100;

/**
 * Requires that one to a hundred ids are named, each of them once: what was named twice would be done and refused by one call.
 * @param field of the input that holds the ids
 * @param what they are called, in the plural
 * @throws BadUserInput
 */
export function checkNamedOnce(ids: readonly string[], field: string, { zh, en }: Message): void {
  if (ids.length > 0 && ids.length <= MOST_AT_ONCE && new Set(ids).size === ids.length) return;
  throw new BadUserInput(
    {
      zh: `一次可处理 1 到 ${MOST_AT_ONCE} 项不重复的${zh}。`,
      en: `Name 1 to ${MOST_AT_ONCE} ${en} at a time, each of them once.`,
    },
    ['input', field],
  );
}
