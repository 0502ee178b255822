import type { Transaction } from '../../../platform/commands/index.ts';
import { never, sql, toGlobalId, type Sql } from '../../../platform/reading/index.ts';
import { notifyEach } from '../../notices/index.ts';
import type { RestsOn, RightAtHand, DecisionRequest } from '../../people/index.ts';
import { DECIDERS, kinds, NOTICES, OF_DISTRICT, type VolunteeringNoticeKind } from './notice-kinds.ts';
import type { About, NoticeText, Readers } from './notice-text.ts';

export interface VolunteeringNotification {
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
export function tell(tx: Transaction, kind: VolunteeringNoticeKind, telling: VolunteeringNotification): Promise<void> {
  return tellEach(tx, kind, [telling]);
}

/** Asks whoever may decide on what waits. */
export const asking =
  (kind: VolunteeringNoticeKind) =>
  (tx: Transaction, all: readonly DecisionRequest[]): Promise<void> =>
    tellEach(
      tx,
      kind,
      all.map(({ about, to }) => ({ about, to, waiting: true })),
    );

/** The same for several things of one kind, in two statements; each rests on the right of its readers. */
export async function tellEach(
  tx: Transaction,
  kind: VolunteeringNoticeKind,
  tellings: readonly VolunteeringNotification[],
): Promise<void> {
  const { about, body, readers }: NoticeText = NOTICES[kind];
  const heard = tellings.flatMap((each) =>
    readers === 'VOLUNTEERS' ? oneByOne(each) : each.to.length > 0 ? [each] : [],
  );
  if (heard.length === 0) return;
  const named = body.en.includes('{shift}');
  const decider = DECIDERS.find((blank) => body.en.includes(`{${blank},`));
  const forDistrict = (decider && FOR_DISTRICT[decider][about]) ?? never;
  const places =
    named || readers !== 'ANYONE'
      ? await placesOf(tx, { about, readers, forDistrict }, heard)
      : new Map<string, PlaceRead>();
  await notifyEach(
    tx,
    kinds[kind],
    heard.map(({ to, params, about: id, dedupe, waiting }) => ({
      to,
      about: toGlobalId(about, id),
      ...rightTo(readers, places.get(id), to),
      params: {
        ...(named && places.get(id)?.title && { shift: places.get(id)!.title! }),
        ...(body.en.includes('{when}') &&
          places.get(id)?.starts_at && { when: new Date(places.get(id)!.starts_at!).toISOString() }),
        ...(decider && places.get(id)?.for_district && { [decider]: OF_DISTRICT }),
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

/** Each has a right of their own. */
const oneByOne = ({ to, ...telling }: VolunteeringNotification): VolunteeringNotification[] =>
  [...new Set(to)].map((person) => ({ to: [person], ...telling }));

/** Shift, role, sign-up and class of what a notice is about; null where it is of none, and tells of nothing but what is the reader's own. */
const PLACE_OF: Readonly<Record<About, Sql | null>> = {
  shift: sql`select sft.id, sft.id as shift_id, null::uuid as role_id, null::uuid as signup_id, null::uuid as class_id from shift sft`,
  'shift-role': sql`select rol.id, rol.shift_id, rol.id as role_id, null::uuid as signup_id, null::uuid as class_id from shift_role rol`,
  signup: sql`select sgn.id, sgn.shift_id, sgn.role_id, sgn.id as signup_id, null::uuid as class_id from signup sgn`,
  'waitlist-entry': sql`select wle.id, wle.shift_id, wle.role_id, null::uuid as signup_id, null::uuid as class_id from waitlist_entry wle`,
  'stand-in': sql`select sti.id, sgn.shift_id, sgn.role_id, sgn.id as signup_id, null::uuid as class_id from stand_in sti join signup sgn on sgn.id = sti.signup_id`,
  'service-record': sql`select rec.id, rec.shift_id, sgn.role_id, sgn.id as signup_id, null::uuid as class_id from service_record rec join signup sgn on sgn.id = rec.signup_id`,
  'service-certificate': null,
  'volunteer-suspension': null,
  'volunteer-qualification': null,
  'shift-series': sql`select ssr.id, (select sft.id from shift sft where sft.series_id = ssr.id order by sft.id limit 1) as shift_id, null::uuid as role_id, null::uuid as signup_id, null::uuid as class_id from shift_series ssr`,
  'volunteer-activity': sql`select act.id, null::uuid as shift_id, null::uuid as role_id, null::uuid as signup_id, null::uuid as class_id from volunteer_activity act`,
  'parent-lecture': sql`select plc.id, null::uuid as shift_id, null::uuid as role_id, null::uuid as signup_id, plc.school_class_id as class_id from parent_lecture plc`,
};

/** Whether the district decided, in the place of whoever runs it, on what a notice is about (`plc`), by the blank of the sentence that says so. */
const FOR_DISTRICT: Readonly<Record<(typeof DECIDERS)[number], Partial<Record<About, Sql>>>> = {
  by: {
    signup: sql`(select sgn.decided_for_district from signup sgn where sgn.id = plc.id)`,
    'stand-in': sql`(select sti.decided_for_district from stand_in sti where sti.id = plc.id)`,
    'parent-lecture': sql`(select lec.decided_for_district from parent_lecture lec where lec.id = plc.id)`,
  },
  letBy: { signup: sql`(select sgn.cancel_decided_for_district from signup sgn where sgn.id = plc.id)` },
};

/**
 * By person: the keys on which their sign-up for the shift rests, or the one that it is about, which stands or ended in this transaction;
 * null where it rests on nobody's right.
 */
const rightsOfSignups = (tx: Transaction, persons: readonly string[]): Sql => sql`(
  select json_object_agg(own.person_id, own.rests_on) from (
    select distinct on (sgn.person_id) sgn.person_id, res.rests_on
    from signup sgn join engagement res on res.person_id = sgn.person_id and res.source_id = sgn.id and res.kind = 'SHIFT_SIGNUP' and (res.status = 'ACTIVE' or res.ended_at = ${tx.now})
    where sgn.shift_id = plc.shift_id and sgn.person_id = any(${persons}::uuid[]) and (plc.signup_id is null or sgn.id = plc.signup_id)
    order by sgn.person_id, res.ended_at desc nulls first) own)`;

interface PlaceRead {
  readonly id: string;
  readonly title: string | null;
  readonly starts_at: string | null;
  readonly audience_id: string | null;
  readonly school_id: string | null;
  readonly district_id: string | null;
  readonly class_id: string | null;
  /** The district has decided in the place of whoever runs it. */
  readonly for_district: boolean;
  /** By person, of those who have a place. */
  readonly rights: Readonly<Record<string, readonly string[] | null>> | null;
}

async function placesOf(
  tx: Transaction,
  { about, readers, forDistrict }: { readonly about: About; readonly readers: Readers; readonly forDistrict: Sql },
  tellings: readonly VolunteeringNotification[],
): Promise<Map<string, PlaceRead>> {
  const place = PLACE_OF[about];
  if (place === null) return new Map();
  await tx.em.flush();
  const rights =
    readers === 'VOLUNTEERS'
      ? rightsOfSignups(
          tx,
          tellings.flatMap(({ to }) => to),
        )
      : sql`null::json`;
  const rows =
    await tx.query<PlaceRead>(sql`select plc.id, act.title || coalesce(' · ' || rol.name, '') as title, to_json(sft.starts_at) as starts_at, act.audience_id,
      coalesce(act.school_id, cls.school_id) as school_id, coalesce(act.district_id, sch.district_id) as district_id, plc.class_id, ${forDistrict} as for_district, ${rights} as rights
    from (${place}) plc left join shift sft on sft.id = plc.shift_id left join volunteer_activity act on act.id = coalesce(sft.activity_id, plc.id) left join shift_role rol on rol.id = plc.role_id
    left join school_class cls on cls.id = plc.class_id left join school sch on sch.id = cls.school_id
    where plc.id = any(${tellings.map((each) => each.about)}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

function rightTo(
  readers: Readers,
  place: PlaceRead | undefined,
  [person]: readonly string[],
): { readonly restsOn?: RestsOn; readonly namesRestOn?: RightAtHand } {
  if (!place) return {};
  const { class_id: classId, audience_id: audience, school_id: school, district_id: district } = place;
  if (readers === 'ANYONE') return { namesRestOn: { seenAt: { school, district: district! } } };
  if (classId !== null && readers !== 'STAFF')
    return {
      restsOn:
        readers === 'TEACHERS'
          ? { teachersOf: { class: classId, school: school!, district: district! } }
          : { familiesOf: classId },
    };
  const own = readers === 'VOLUNTEERS' ? place.rights?.[person!] : undefined;
  if (own !== undefined)
    return own === null ? { namesRestOn: { seenAt: { school, district: district! } } } : { restsOn: { keys: own } };
  if (readers === 'FAMILIES' || readers === 'VOLUNTEERS') return { restsOn: { audience: audience! } };
  return { restsOn: { runBy: { school, district: district! } } };
}
