import type { Transaction } from '../../../../platform/commands/index.ts';
import { RuleViolation, violationOf, type Message, type Rules } from '../../../../platform/errors/index.ts';
import { raw, sql } from '../../../../platform/reading/index.ts';
import { heldByMe } from '../../../people/index.ts';
import { SIGNUP_RULES, SignupBlocker } from '../../model/index.ts';
import { clashesWithMyTime, freeInMyHouseholds } from './signup.facts.ts';

interface Clash {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly until: string;
}

const MOST_NAMED = 3;
/** An engagement and a guardian answer each at most so many in a refusal. */
const MOST_TOLD = 20;

const moment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function partsOf(time: string): Record<'month' | 'day' | 'hour' | 'minute', string> {
  return Object.fromEntries(moment.formatToParts(new Date(time)).map((part) => [part.type, part.value])) as Record<
    'month' | 'day' | 'hour' | 'minute',
    string
  >;
}

function named({ title, from, until }: Clash): Message {
  const [start, end] = [partsOf(from), partsOf(until)];
  const times = `${start.hour}:${start.minute}–${end.hour}:${end.minute}`;
  return {
    zh: `${title}(${Number(start.month)}月${Number(start.day)}日 ${times})`,
    en: `${title} (${start.month}-${start.day} ${times})`,
  };
}

/**
 * A refusal for lack of time names what of the caller's own takes it, and who of the caller's families could come instead;
 * every other blocker is refused as its rule says.
 */
export async function refusalOf<Code extends string>(
  tx: Transaction,
  rules: Rules<Code>,
  blocker: Code,
  roleId: string,
  path: readonly string[],
): Promise<RuleViolation> {
  if (blocker !== (SignupBlocker.OVERLAP as string)) return violationOf(rules, blocker, path);
  const clashes = await tx.query<Clash>(sql`
    select eng.id, eng.title, to_json(eng.starts_at) as from, to_json(eng.ends_at) as until from engagement eng
    where ${clashesWithMyTime(raw('eng'), sql`${roleId}::uuid`)} and ${heldByMe(raw('eng'))} order by eng.starts_at, eng.id limit ${MOST_TOLD}`);
  const free = await tx.query<{ id: string }>(sql`
    select gua.id from guardian gua where ${freeInMyHouseholds(raw('gua'), sql`${roleId}::uuid`)} order by gua.created_at, gua.id limit ${MOST_TOLD}`);
  const sentences = clashes.slice(0, MOST_NAMED).map(named);
  const more = clashes.length > MOST_NAMED;
  const { zh, en } = SIGNUP_RULES.OVERLAP;
  const sentence =
    sentences.length === 0
      ? { zh, en }
      : {
          zh: `该时段与您的其他安排冲突:${sentences.map((each) => each.zh).join('、')}${more ? '等' : ''}。`,
          en: `You are engaged then: ${sentences.map((each) => each.en).join(', ')}${more ? ' and more' : ''}.`,
        };
  return new RuleViolation(blocker, sentence, path, {
    clashes: clashes.map((each) => each.id),
    freeGuardians: free.map((each) => each.id),
  });
}
