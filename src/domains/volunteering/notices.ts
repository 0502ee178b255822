import { z } from 'zod';
import type { Asked, Transaction } from '../../platform/commands/index.ts';
import type { Message } from '../../platform/errors/index.ts';
import type { NoticeKind as Kind, NoticeParams } from '../../platform/graphql/index.ts';
import { sql, toGlobalId, type Sql } from '../../platform/reading/index.ts';
import type { RestsOn } from '../people/index.ts';
import { momentIn, noticeKind, notifyEach } from '../notices/index.ts';
import { countOf, wordsOf } from './own-sentences.ts';

/** What notices of volunteering are about: prefixes of global ids. */
type About =
  | 'signup'
  | 'shift'
  | 'shift-role'
  | 'waitlist-entry'
  | 'stand-in'
  | 'service-record'
  | 'service-certificate'
  | 'parent-lecture'
  | 'volunteer-suspension'
  | 'shift-series';

/** Whoever may read what a notice tells besides the one who is told: a record of their own rests on no right. */
type Readers = 'FAMILIES' | 'STAFF' | 'TEACHERS' | 'ANYONE';

/** What a volunteer or an organiser is told, with `{name}` where a parameter goes. */
interface NoticeText {
  readonly about: About;
  readonly readers: Readers;
  readonly title: Message;
  readonly body: Message;
}

const tells =
  (readers: Readers) =>
  (about: About, zhTitle: string, enTitle: string, zhBody: string, enBody: string): NoticeText => ({
    about,
    readers,
    title: { zh: zhTitle, en: enTitle },
    body: { zh: zhBody, en: enBody },
  });

/** For those whose families the activity is for, or who are in the class: it tells of a shift or a class. */
const families = tells('FAMILIES');
/** For whoever runs the shift, or counts on the lecture, while they work there. */
const staff = tells('STAFF');
/** For whoever heads the class, or administers it. */
const teachers = tells('TEACHERS');
/** A record of their own, or an end that tells neither when nor where. */
const text = tells('ANYONE');

/**
 * All that this domain tells people. `{shift}` is the title of the activity and the role, `{when}` in brackets when the shift begins,
 * for somebody may have several of one title; `{was}` when it had been planned for, `{at}` a moment, `{reason}` why, `{count, one, many}` a number and its noun.
 */
export const NOTICES = {
  PLACE_OFFERED: families(
    'waitlist-entry',
    '候补名额',
    'A place for you',
    '“{shift}”{when}有一个名额为您保留至{at},请尽快确认。',
    'A place in “{shift}”{when} is held for you until {at}.',
  ),
  OFFER_EXPIRED: families(
    'waitlist-entry',
    '候补名额已过期',
    'Offer expired',
    '为您保留的“{shift}”{when}名额已于{at}过期。',
    'The place in “{shift}”{when} that was held for you until {at} has gone to the next one.',
  ),
  OFFER_WITHDRAWN: families(
    'waitlist-entry',
    '候补名额已收回',
    'Offer taken back',
    '“{shift}”{when}名额减少,为您保留的名额已收回;您的候补顺序不变。',
    '“{shift}”{when} has fewer places: the one held for you was taken back. You keep your turn.',
  ),
  WAITLIST_SKIPPED: families(
    'shift-role',
    '候补轮空',
    'Passed over',
    '“{shift}”{when}有名额,但您当时不能报名,名额已顺延。您仍在候补。',
    'A place in “{shift}”{when} went to the next one, because you could not have it then. You still wait.',
  ),
  WAITLIST_CLOSED: families(
    'shift',
    '候补已结束',
    'Waiting list ended',
    '“{shift}”{when}的候补已结束。',
    'The waiting list of “{shift}”{when} has ended.',
  ),
  CANCELLATION_REQUESTED: staff(
    'signup',
    '申请取消报名',
    'Asks to be let go',
    '一位志愿者申请取消“{shift}”{when}的报名。',
    'A volunteer asks to be let go from “{shift}”{when}.',
  ),
  CANCELLATION_GRANTED: families(
    'signup',
    '已同意取消',
    'You are let go',
    '组织者已同意您取消“{shift}”{when}的报名。',
    'The organiser lets you go from “{shift}”{when}.',
  ),
  CANCELLATION_DECLINED: families(
    'signup',
    '未同意取消',
    'You are still expected',
    '组织者未同意您取消“{shift}”{when}的报名:{reason}',
    'The organiser still counts on you in “{shift}”{when}: {reason}',
  ),
  STAND_IN_ASKED: families(
    'stand-in',
    '请您替班',
    'Could you stand in?',
    '家人请您替班“{shift}”{when},请在{at}前答复。',
    'Somebody of your family asks you to take over “{shift}”{when}: answer before {at}.',
  ),
  STAND_IN_DONE: families(
    'signup',
    '已替班',
    'Somebody stands in for you',
    '已有人接替您在“{shift}”{when}的岗位。',
    'Somebody has taken over your place in “{shift}”{when}.',
  ),
  STAND_IN_DECLINED: families(
    'stand-in',
    '替班未成',
    'Nobody stands in',
    '对方未接受“{shift}”{when}的替班,您的报名仍然有效。',
    'Your offer to hand over “{shift}”{when} was declined: your sign-up stands.',
  ),
  STAND_IN_TO_DECIDE: staff(
    'stand-in',
    '替班待审核',
    'A stand-in to decide on',
    '“{shift}”{when}有一项替班申请待审核。',
    'A stand-in for “{shift}”{when} waits for your decision.',
  ),
  STAND_IN_REJECTED: families(
    'stand-in',
    '替班未通过',
    'Stand-in not approved',
    '组织者未同意“{shift}”{when}的替班:{reason}',
    'The organiser did not approve the stand-in for “{shift}”{when}: {reason}',
  ),
  STAND_IN_WITHDRAWN: families(
    'stand-in',
    '替班请求已撤回',
    'No stand-in needed',
    '“{shift}”{when}的替班请求已撤回。',
    'You are no longer asked to take over “{shift}”{when}.',
  ),
  SHIFT_CANCELLED: families(
    'shift',
    '班次已取消',
    'Shift called off',
    '“{shift}”{when}已取消:{reason}',
    '“{shift}”{when} does not take place: {reason}',
  ),
  SHIFT_MOVED: families(
    'shift',
    '班次时间已调整',
    'Shift moved',
    '“{shift}”{was}改为{at}开始,请在{until}前再次确认,否则名额将释放。',
    '“{shift}”{was} now begins at {at}: confirm again before {until}, or your place goes to somebody else.',
  ),
  SHIFT_MOVED_WAITING: families(
    'shift',
    '候补班次时间已调整',
    'Shift moved',
    '您候补的“{shift}”{was}改为{at}开始。',
    '“{shift}”{was}, for which you wait, now begins at {at}.',
  ),
  SHIFT_MOVED_CLASH: families(
    'shift',
    '报名已取消',
    'Your sign-up has ended',
    '“{shift}”{was}改为{at}开始,与您的其他安排冲突,报名已取消。',
    '“{shift}”{was} now begins at {at}, when something else occupies your time: your sign-up has ended.',
  ),
  SHIFT_PLACE_CHANGED: families(
    'shift',
    '班次地点已调整',
    'Shift meets elsewhere',
    '“{shift}”{when}的集合地点改为:{place}',
    '“{shift}”{when} now meets here: {place}',
  ),
  SIGNUP_APPROVED: families(
    'signup',
    '报名已通过',
    'You are in',
    '您报名的“{shift}”{when}已通过审核。',
    'The organiser confirms your place in “{shift}”{when}.',
  ),
  SIGNUP_REJECTED: families(
    'signup',
    '报名未通过',
    'Not this time',
    '您报名的“{shift}”{when}未通过:{reason}',
    'The organiser declined your sign-up for “{shift}”{when}: {reason}',
  ),
  SIGNUP_RELEASED: families(
    'shift',
    '名额已释放',
    'Your place has gone',
    '您未在{until}前再次确认“{shift}”{when},名额已释放。',
    'You did not confirm “{shift}”{when} again before {until}: your place has gone to somebody else.',
  ),
  SHIFT_SOON: families(
    'signup',
    '志愿服务提醒',
    'Your shift is soon',
    '您报名的“{shift}”将于{at}在{place}开始,请准时到岗。',
    '“{shift}”, for which you have signed up, begins at {at}, {place}.',
  ),
  VOLUNTEER_SUSPENDED: text(
    'volunteer-suspension',
    '报名资格暂停',
    'You may not sign up',
    '您的报名资格暂停至{at}:{reason}。已报名的班次不受影响。',
    'You may not sign up until {at}: {reason}. What you have signed up for stays yours.',
  ),
  SUSPENSION_LIFTED: text(
    'volunteer-suspension',
    '报名资格恢复',
    'You may sign up again',
    '您的报名资格已恢复:{reason}',
    'You may sign up again: {reason}',
  ),
  SIGNUP_ENDED: text(
    'signup',
    '报名已结束',
    'Your sign-up has ended',
    '您已不在一项志愿活动的适用范围内,相应的报名已结束。',
    'You are no longer among the families for whom an activity is: your sign-up has ended.',
  ),
  SIGNUP_AGAIN: families(
    'shift',
    '可重新报名',
    'You may sign up anew',
    '您又在“{shift}”({at})的适用范围内;此前结束的报名不会自动恢复,如仍有名额,请重新报名。',
    "“{shift}”, {at}, is for you again: your sign-up that had ended is not given back by itself, for the place may be somebody else's. Sign up anew where there is a place.",
  ),
  WAITING_AGAIN: families(
    'shift',
    '可重新候补',
    'You may wait anew',
    '您又在“{shift}”({at})的适用范围内;此前结束的候补不会自动恢复,如仍需要,请重新报名或候补。',
    '“{shift}”, {at}, is for you again: you had waited for it, and do not by yourself again. Sign up or wait anew where you still want to.',
  ),
  WAITING_ENDED: text(
    'waitlist-entry',
    '候补已结束',
    'You wait no longer',
    '您已不在一项志愿活动的适用范围内,相应的候补已结束。',
    'You are no longer among the families for whom an activity is: you do not wait any more.',
  ),
  LECTURE_ENDED: text(
    'parent-lecture',
    '家长讲堂已结束',
    'Your lecture has ended',
    '您的“{lecture}”已结束,不再进行。',
    'Your lecture “{lecture}” does not take place.',
  ),
  VOLUNTEERS_GONE: staff(
    'shift',
    '志愿者变动',
    'Volunteers have gone',
    '“{shift}”{when}等班次有{count}项报名因志愿者不再符合适用范围而结束,名额已空出。',
    'From “{shift}”{when} on {count, sign-up has, sign-ups have} ended, for the activity is not for whoever had signed up any more: there is room again.',
  ),
  ORGANISER_GONE: staff(
    'shift',
    '活动缺少组织者',
    'Activities without an organiser',
    '以下即将开展的志愿活动已没有组织者(共{count}项),请指定:{activities}',
    'Nobody organises {count, activity, activities} to come any more, please name somebody: {activities}',
  ),
  /** Told once of a lecture, whatever the reason and whoever ended it. */
  LECTURE_OFF: staff(
    'parent-lecture',
    '家长讲堂已取消',
    'A lecture is off',
    '“{lecture}”不再进行:{reason}',
    '“{lecture}” does not take place: {reason}',
  ),
  LECTURE_PROPOSED: teachers(
    'parent-lecture',
    '家长讲堂申请',
    'A lecture is proposed',
    '一位家长申请讲“{lecture}”,请审核。',
    'A parent proposes the lecture “{lecture}”: please decide.',
  ),
  LECTURE_ACCEPTED: families(
    'parent-lecture',
    '家长讲堂已采纳',
    'Your lecture is wanted',
    '班级希望您来讲“{lecture}”,时间待定。',
    'The class would like to hear “{lecture}”; the time is to be found.',
  ),
  LECTURE_DECLINED: families(
    'parent-lecture',
    '家长讲堂未采纳',
    'Lecture declined',
    '“{lecture}”未采纳:{reason}',
    '“{lecture}” was declined: {reason}',
  ),
  LECTURE_SCHEDULED: families(
    'parent-lecture',
    '家长讲堂已排定',
    'Your lecture has a time',
    '“{lecture}”定于{at}在{place}进行。',
    '“{lecture}” takes place at {at}, {place}.',
  ),
  NO_SHOW_NOTED: text(
    'signup',
    '缺勤登记',
    'Noted as missing',
    '您被登记为“{shift}”{when}缺勤;如有误,请联系组织者更正。',
    'You were noted as missing at “{shift}”{when}: ask the organiser if that is wrong.',
  ),
  SERVICE_TO_DECIDE: staff(
    'service-record',
    '服务记录待审核',
    'Service to decide on',
    '“{shift}”{when}有一条服务记录待审核。',
    'A service record of “{shift}”{when} waits for your decision.',
  ),
  SERIES_OFF_CALENDAR: staff(
    'shift-series',
    '班次与校历冲突',
    'Shifts on days without school',
    '“{shift}”以下日期按校历不再安排,请确认取消:{dates}',
    '“{shift}” has shifts on days for which the calendar has no place any more, please call them off: {dates}',
  ),
  NO_SHOW_CORRECTED: text(
    'signup',
    '缺勤已更正',
    'Absence corrected',
    '“{shift}”{when}的缺勤登记已更正。',
    'That you were missing at “{shift}”{when} was corrected.',
  ),
  ABSENCE_EXCUSED: text(
    'signup',
    '请假登记',
    'Excused',
    '您在“{shift}”{when}登记为请假,不计缺勤。',
    'You are excused from “{shift}”{when}: it does not count as missing.',
  ),
  SERVICE_APPROVED: text(
    'service-record',
    '服务记录已通过',
    'Your service counts',
    '您在“{shift}”{when}的服务记录已通过。',
    'Your service at “{shift}”{when} was approved.',
  ),
  SERVICE_REJECTED: text(
    'service-record',
    '服务记录未通过',
    'Service not approved',
    '您在“{shift}”{when}的服务记录未通过:{reason}',
    'Your service at “{shift}”{when} was not approved: {reason}',
  ),
  CERTIFICATE_REVOKED: text(
    'service-certificate',
    '证明已撤销',
    'Certificate revoked',
    '您的志愿服务记录证明{number}已撤销:{reason}',
    'Your certificate {number} was revoked: {reason}',
  ),
} as const satisfies Readonly<Record<string, NoticeText>>;

export type NoticeKind = keyof typeof NOTICES;

/** Moments stand in the parameters as ISO 8601, and in the text as people say them. */
const MOMENTS = new Set(['at', 'until', 'when', 'was']);

/** What was told before it named the day, or of a shift that is not known, still reads as a sentence. */
const NAMELESS: Message = { zh: '一项志愿活动', en: 'an activity' };

function declared(name: NoticeKind): Kind {
  const { title, body } = NOTICES[name] as NoticeText;
  return noticeKind<NoticeParams>({
    key: `volunteering.${name.toLowerCase().replaceAll('_', '-')}`,
    description: `Told: ${body.en.replaceAll(/\{when\}|\{was\}/g, '').replaceAll(/\{(\w+)[^}]*\}/g, '$1')} (${title.zh}).`,
    params: z.record(z.string(), z.union([z.string(), z.null()])),
    title: () => title,
    body: (params) => ({ zh: filled(body.zh, params, 'zh'), en: filled(body.en, params, 'en') }),
  });
}

function filled(sentence: string, params: NoticeParams, language: keyof Message): string {
  const named = (params['shift'] ?? null) === null ? sentence.replace('“{shift}”', NAMELESS[language]) : sentence;
  return named.replaceAll(/\{(\w+)(?:, ([^,}]+), ([^,}]+))?\}/g, (_, name: string, one?: string, many?: string) => {
    const value = params[name] ?? null;
    if (value === null) return '';
    if (many !== undefined) return countOf(String(value), one, many);
    const said =
      name === 'reason'
        ? wordsOf(String(value))[language]
        : MOMENTS.has(name)
          ? momentIn(String(value))[language]
          : String(value);
    return name === 'when'
      ? { zh: `(${said})`, en: ` (${said})` }[language]
      : name === 'was'
        ? { zh: `(原定${said})`, en: ` (planned for ${said})` }[language]
        : said;
  });
}

const kinds = Object.fromEntries(Object.keys(NOTICES).map((name) => [name, declared(name as NoticeKind)])) as Record<
  NoticeKind,
  Kind
>;

/** For the domain, which makes them known. */
export const noticeKinds: readonly Kind[] = Object.values(kinds);

export interface Telling {
  /** Bare ids of the persons who are told. */
  readonly to: readonly string[];
  /** `{shift}` and `{when}` are found out by what it is about, where they are left out. */
  readonly params?: Readonly<Record<string, string | Date | null>>;
  /** Bare id of the row that it is about. */
  readonly about: string;
  /** Told once under this key, however often. */
  readonly dedupe?: string;
  /** It asks for a decision on what it is about. */
  readonly waiting?: true;
}

/** The one place where notices of volunteering are written: with what they tell of, in one transaction. */
export function tell(tx: Transaction, kind: NoticeKind, telling: Telling): Promise<void> {
  return tellEach(tx, kind, [telling]);
}

/** Asks whoever may decide on what waits. */
export const asking =
  (kind: NoticeKind) =>
  (tx: Transaction, all: readonly Asked[]): Promise<void> =>
    tellEach(
      tx,
      kind,
      all.map(({ about, to }) => ({ about, to, waiting: true })),
    );

/** The same for several things of one kind, in two statements; each rests on the right of its readers. */
export async function tellEach(tx: Transaction, kind: NoticeKind, tellings: readonly Telling[]): Promise<void> {
  const heard = tellings.filter(({ to }) => to.length > 0);
  if (heard.length === 0) return;
  const { about, body, readers } = NOTICES[kind] as NoticeText;
  const named = body.en.includes('{shift}');
  const places = named || readers !== 'ANYONE' ? await placesOf(tx, about, heard) : new Map<string, PlaceRead>();
  await notifyEach(
    tx,
    kinds[kind],
    heard.map(({ to, params, about: id, dedupe, waiting }) => ({
      to,
      about: toGlobalId(about, id),
      ...rightTo(readers, places.get(id)),
      params: {
        ...(named && places.get(id)?.title && { shift: places.get(id)!.title! }),
        ...(body.en.includes('{when}') &&
          places.get(id)?.starts_at && { when: new Date(places.get(id)!.starts_at!).toISOString() }),
        ...Object.fromEntries(
          Object.entries(params ?? {}).map(([name, value]) => [
            name,
            value instanceof Date ? value.toISOString() : value,
          ]),
        ),
      },
      ...(dedupe !== undefined && { dedupe }),
      ...(waiting && { waiting }),
    })),
  );
}

/** Shift, role and class of what a notice may be about. */
const PLACES: Partial<Record<About, Sql>> = {
  shift: sql`select sft.id, sft.id as shift_id, null::uuid as role_id, null::uuid as class_id from shift sft`,
  'shift-role': sql`select rol.id, rol.shift_id, rol.id as role_id, null::uuid as class_id from shift_role rol`,
  signup: sql`select sgn.id, sgn.shift_id, sgn.role_id, null::uuid as class_id from signup sgn`,
  'waitlist-entry': sql`select wle.id, wle.shift_id, wle.role_id, null::uuid as class_id from waitlist_entry wle`,
  'stand-in': sql`select sti.id, sgn.shift_id, sgn.role_id, null::uuid as class_id from stand_in sti join signup sgn on sgn.id = sti.signup_id`,
  'service-record': sql`select rec.id, rec.shift_id, sgn.role_id, null::uuid as class_id from service_record rec join signup sgn on sgn.id = rec.signup_id`,
  'shift-series': sql`select ssr.id, (select sft.id from shift sft where sft.series_id = ssr.id order by sft.id limit 1) as shift_id, null::uuid as role_id, null::uuid as class_id from shift_series ssr`,
  'parent-lecture': sql`select plc.id, null::uuid as shift_id, null::uuid as role_id, plc.school_class_id as class_id from parent_lecture plc`,
};

interface PlaceRead {
  readonly id: string;
  readonly title: string | null;
  readonly starts_at: string | null;
  readonly audience_id: string | null;
  readonly school_id: string | null;
  readonly district_id: string | null;
  readonly class_id: string | null;
}

async function placesOf(tx: Transaction, about: About, tellings: readonly Telling[]): Promise<Map<string, PlaceRead>> {
  const place = PLACES[about];
  if (!place) return new Map();
  await tx.em.flush();
  const rows =
    await tx.query<PlaceRead>(sql`select plc.id, act.title || coalesce(' · ' || rol.name, '') as title, to_json(sft.starts_at) as starts_at, act.audience_id,
      coalesce(sft.school_id, cls.school_id) as school_id, coalesce(sft.district_id, sch.district_id) as district_id, plc.class_id
    from (${place}) plc left join shift sft on sft.id = plc.shift_id left join volunteer_activity act on act.id = sft.activity_id left join shift_role rol on rol.id = plc.role_id
    left join school_class cls on cls.id = plc.class_id left join school sch on sch.id = cls.school_id
    where plc.id = any(${tellings.map((each) => each.about)}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

function rightTo(readers: Readers, place: PlaceRead | undefined): { readonly restsOn?: RestsOn } {
  if (!place || readers === 'ANYONE') return {};
  const { class_id: classId, audience_id: audience, school_id: school, district_id: district } = place;
  if (classId !== null && readers !== 'STAFF')
    return {
      restsOn:
        readers === 'TEACHERS'
          ? { teachersOf: { class: classId, school: school!, district: district! } }
          : { familiesOf: classId },
    };
  if (readers === 'FAMILIES') return { restsOn: { audience: audience! } };
  return { restsOn: { runBy: { school, district: district! } } };
}
