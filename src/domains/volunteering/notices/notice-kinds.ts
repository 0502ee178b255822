import { z } from 'zod';
import type { Message } from '../../../platform/errors/index.ts';
import {
  type NoticeKind as Kind,
  type NoticeParams,
  momentIn,
  noticeKind,
  countOf,
  withBlanksFilled,
} from '../../notice-kinds/index.ts';
import { translationOf } from '../model/index.ts';
import { LECTURES } from './lectures.texts.ts';
import type { NoticeText } from './notice-text.ts';
import { PLACE_NOTICES } from './places.texts.ts';
import { SERVICE } from './service.texts.ts';
import { SHIFTS } from './shifts.texts.ts';

/**
 * All that this domain tells people. `{shift}` is the title of the activity and the role, `{when}` in brackets when the shift begins,
 * for somebody may have several of one title; `{was}` when it had been planned for, `{where}` the place of a time, `{at}` a moment, `{reason}` why, `{count, one, many}` a number and its noun,
 * `{by, one, other}` and `{letBy, one, other}` who decided: whoever runs it, or the district in their place.
 */
export const NOTICES = { ...PLACE_NOTICES, ...SHIFTS, ...LECTURES, ...SERVICE } as const satisfies Readonly<
  Record<string, NoticeText>
>;

export type VolunteeringNoticeKind = keyof typeof NOTICES;

/** Moments stand in the parameters as ISO 8601, and in the text as people say them. */
const MOMENTS = new Set(['at', 'until', 'when', 'was']);

/** A notice from before notices named the day, or of a shift that is not known, still reads as a sentence. */
const NAMELESS: Message = { zh: '一项志愿活动', en: 'an activity' };

/** A notice from before notices said how many was told of one. */
const UNSAID: NoticeParams = { count: '1' };

/** Who decided; a notice from before notices said so was told as of whoever runs it. */
export const DECIDERS = ['by', 'letBy'] as const;
export const OF_DISTRICT = 'DISTRICT';

/** How a sentence ends. */
const STOPS: Message = { zh: '。', en: '.' };

/** A reason goes on in the sentence that tells it, and ends it: the hub's own begin small there, and words of people are told as they wrote them. */
function reasonIn(stored: string, language: keyof Message): string {
  const { zh, en } = translationOf(stored);
  const said = { zh, en: en === stored ? en : `${en[0]!.toLowerCase()}${en.slice(1)}` }[language].trim();
  return /[.。!!??…]$/.test(said) ? said : said + STOPS[language];
}

function declared(name: VolunteeringNoticeKind): Kind {
  const { tells, title, body }: NoticeText = NOTICES[name];
  return noticeKind<NoticeParams>({
    key: `volunteering.${name.toLowerCase().replaceAll('_', '-')}`,
    tells,
    description: `Told: ${body.en
      .replaceAll(/\{when\}|\{was\}|\{where\}/g, '')
      .replaceAll(/\{(?:by|letBy), ([^,}]+)[^}]*\}/g, '$1')
      .replaceAll(/\{(\w+)[^}]*\}/g, '$1')} (${title.zh}).`,
    params: z.record(z.string(), z.union([z.string(), z.null()])),
    names: ['shift', 'when'],
    title,
    body: (params) => ({ zh: filled(body.zh, params, 'zh'), en: filled(body.en, params, 'en') }),
  });
}

function filled(sentence: string, params: NoticeParams, language: keyof Message): string {
  const named = (params['shift'] ?? null) === null ? sentence.replace('“{shift}”', NAMELESS[language]) : sentence;
  return withBlanksFilled(named, (name, one, many) => {
    if (DECIDERS.some((blank) => blank === name)) return (params[name] === OF_DISTRICT ? many : one)!;
    const value = params[name] ?? UNSAID[name] ?? null;
    if (value === null) return '';
    if (many !== undefined) return countOf(String(value), one, many);
    const said =
      name === 'reason'
        ? reasonIn(String(value), language)
        : MOMENTS.has(name)
          ? momentIn(String(value))[language]
          : String(value);
    return name === 'when'
      ? { zh: `(${said})`, en: ` (${said})` }[language]
      : name === 'was'
        ? { zh: `(原定${said})`, en: ` (planned for ${said})` }[language]
        : name === 'where'
          ? { zh: `在${said}`, en: `, ${said}` }[language]
          : said;
  });
}

export const kinds = Object.fromEntries(
  Object.keys(NOTICES).map((name) => [name, declared(name as VolunteeringNoticeKind)]),
) as Record<VolunteeringNoticeKind, Kind>;

/** For the domain, which makes them known. */
export const noticeKinds: readonly Kind[] = Object.values(kinds);
