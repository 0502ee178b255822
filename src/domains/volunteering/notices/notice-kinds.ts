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
import { SkipReason, translationOf } from '../model/index.ts';
import { LECTURES } from './lectures.texts.ts';
import type { NoticeText } from './notice-text.ts';
import { PLACE_NOTICES } from './places.texts.ts';
import { SERVICE } from './service.texts.ts';
import { SHIFTS } from './shifts.texts.ts';

/**
 * All that this domain tells people. `{shift}` is the title of the activity and the role, `{when}` in brackets when the shift begins,
 * for somebody may have several of one title; `{was}` when it had been planned for, `{where}` the place of a time, `{at}` a moment, `{reason}` why, `{because}` why, where somebody said so, and the end of the sentence; `{why}` why somebody was passed over, `{count, one, many}` a number and its noun,
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

/** Why somebody was passed over, as it goes on in the sentence that tells it. */
const PASSED_OVER = {
  ALREADY_SIGNED_UP: { zh: '您已报名该班次', en: 'you have signed up for this shift already' },
  NOT_ELIGIBLE: { zh: '您不在活动的适用范围内', en: 'the activity is for other families' },
  SUSPENDED: { zh: '您的报名资格已暂停', en: 'you may not sign up for the time being' },
  NOT_QUALIFIED: {
    zh: '该岗位要求的资质尚未登记',
    en: 'the role wants a qualification that is not on record for you',
  },
  OVERLAP: { zh: '该时段与您的其他安排冲突', en: 'something else occupies your time' },
} as const satisfies Readonly<Record<SkipReason, Message>>;

const passedOver = new Map<string, Message>(Object.entries(PASSED_OVER));

/** How a sentence ends. */
const STOPS: Message = { zh: '。', en: '.' };

/** A reason goes on in the sentence that tells it, and ends it: the hub's own begin small there, and words of people are told as they wrote them. */
function reasonIn(stored: string, language: keyof Message): string {
  const { zh, en } = translationOf(stored);
  const said = { zh, en: en === stored ? en : `${en[0]!.toLowerCase()}${en.slice(1)}` }[language].trim();
  return /[.。!!??…]$/.test(said) ? said : said + STOPS[language];
}

/** A notice from before its kind said so much has no value for some blanks. */
const TEXT = z.string().nullish();
const VALUE_OF: Readonly<Record<string, z.ZodType>> = {
  why: z.enum(SkipReason).nullish(),
  ...Object.fromEntries(DECIDERS.map((blank) => [blank, z.literal(OF_DISTRICT).nullish()])),
};

const blanksOf = ({ zh, en }: Message): string[] => [
  ...new Set([...`${zh}${en}`.matchAll(/\{(\w+)/g)].map(([, blank]) => blank!)),
];

function declared(name: VolunteeringNoticeKind): Kind {
  const { tells, about, title, body }: NoticeText = NOTICES[name];
  return noticeKind<NoticeParams>({
    key: `volunteering.${name.toLowerCase().replaceAll('_', '-')}`,
    tells,
    about,
    description: `Told: ${body.en
      .replaceAll(/\{when\}|\{was\}|\{where\}|\{why\}|\{because\}$/g, '')
      .replaceAll(/\{(?:by|letBy), ([^,}]+)[^}]*\}/g, '$1')
      .replaceAll(/\{(\w+)[^}]*\}/g, '$1')} (${title.zh}).`,
    params: z.looseObject(
      Object.fromEntries(blanksOf(body).map((blank) => [blank, VALUE_OF[blank] ?? TEXT])),
    ) as z.ZodType<NoticeParams>,
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
    if (name === 'because' && value === null) return STOPS[language];
    if (value === null) return '';
    if (many !== undefined) return countOf(String(value), one, many);
    const said =
      name === 'reason'
        ? reasonIn(String(value), language)
        : MOMENTS.has(name)
          ? momentIn(String(value))[language]
          : String(value);
    if (name === 'because') return `${{ zh: ',原因:', en: ': ' }[language]}${reasonIn(String(value), language)}`;
    if (name === 'why')
      return `${{ zh: ',因为', en: ': ' }[language]}${passedOver.get(String(value))?.[language] ?? ''}`;
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
