import { v7 } from 'uuid';
import type { Transaction } from '../../platform/commands/index.ts';
import { sql, toGlobalId } from '../../platform/reading/index.ts';
import { notifyEach } from '../notices/index.ts';
import { childrenOfGuardian } from '../people/index.ts';
import { engaging, EngagementKind } from '../timetable/index.ts';
import { NOT_MEANT } from './end-invitations.ts';
import { invitedGuardians } from './invited-guardians.ts';
import { givenBack, seatsTaken } from './meetings.notices.ts';
import { tellOfSeats } from './tell-of-seats.ts';

/**
 * The counterpart of `endInvitations`, after a wrong leaving was corrected, a pupil has come back, a block was undone or a guardian was
 * approved: of meetings to come a child who is in one of the classes and has a guardian in the household is meant again, and an invitation that was withdrawn for want of children stands.
 * The family's last own reply is repeated as far as nothing stands against it: for those it named who have a child of it today, as
 * long as their time is free and there are seats. Where that is not so the family is invited, and has not replied. Those concerned
 * are told. Does nothing where nothing had ended. Locks the meetings and then the invitations, in the order of their ids.
 */
export async function giveBackInvitations(tx: Transaction, personIds: readonly string[]): Promise<void> {
  await tx.em.flush();
  const wanted = await tx.query<{
    id: string;
    meeting: string;
  }>(sql`select inv.id, inv.meeting_id as meeting from meeting_invitation inv
      join meeting mtg on mtg.id = inv.meeting_id and mtg.status = 'PUBLISHED' and mtg.starts_at > ${tx.now}
    where inv.id in (select ivs.invitation_id from guardian gua join guardianship tie on tie.guardian_id = gua.id
      join meeting_invitation_student ivs on ivs.student_id = tie.student_id where gua.person_id = any(${personIds}::uuid[]))`);
  if (wanted.length === 0) return;
  const invitations = wanted.map(({ id }) => id);
  await tx.query(
    sql`select mtg.id from meeting mtg where mtg.id = any(${wanted.map(({ meeting }) => meeting)}::uuid[]) order by mtg.id for no key update`,
  );
  await tx.query(
    sql`select inv.id from meeting_invitation inv where inv.id = any(${invitations}::uuid[]) order by inv.id for no key update`,
  );
  const again =
    await tx.query<MeantAgain>(sql`update meeting_invitation_student ivs set ended_at = null from meeting_invitation inv
    where inv.id = ivs.invitation_id and inv.id = any(${invitations}::uuid[]) and ivs.ended_at is not null and not ${NOT_MEANT}
      and exists (select 1 from household_student hst where hst.household_id = inv.household_id and hst.student_id = ivs.student_id)
    returning inv.id as invitation, ivs.student_id as student`);
  await tx.query(sql`update meeting_invitation inv set status = 'INVITED' where inv.id = any(${invitations}::uuid[]) and inv.status = 'WITHDRAWN'
    and exists (select 1 from meeting_invitation_student ivs where ivs.invitation_id = inv.id and ivs.ended_at is null)`);
  const replies = await repliesToSayAgain(tx, invitations, personIds);
  await sayAgain(tx, replies);
  await tellOfSeatsTaken(tx, replies);
  await tellOf(tx, again, replies);
}

/** A child for whom an invitation is again. */
interface MeantAgain {
  readonly invitation: string;
  readonly student: string;
}

interface Named {
  readonly guardian: string;
  readonly person: string;
  /** They come by the reply that stands. */
  readonly comes: boolean;
  /** They have a child of the invitation today, and nothing else occupied their time as this began. */
  readonly could: boolean;
  /** Their time was occupied for this meeting already, by another reply of theirs or the one that stands. */
  readonly engaged: boolean;
}

interface LastWord {
  readonly said: string;
  readonly standing: string | null;
  readonly invitation: string;
  readonly meeting: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly seats: number;
  /** Seats of the reply that stands; 0 where none does. */
  readonly seatsStanding: number;
  /**
   * Seats that were left at the meeting as this began, with those of the reply that stands; null where nobody counts.
   */
  readonly room: number | null;
  readonly children: readonly string[];
  readonly named: readonly Named[];
}

interface SaidAgain extends LastWord {
  readonly next: string;
  readonly seats: number;
  readonly coming: readonly Named[];
  /** Those of `coming` whose time is yet to be occupied for this meeting. */
  readonly toEngage: readonly Named[];
}

/** The last thing that each family said itself, where what stands says less of it than it could. Guardians whose persons nobody holds are left as they are. */
async function repliesToSayAgain(
  tx: Transaction,
  invitations: readonly string[],
  personIds: readonly string[],
): Promise<SaidAgain[]> {
  const rows = await tx.query<{ known: LastWord }>(sql`
    select json_build_object('said', said.id, 'standing', cur.id, 'invitation', inv.id, 'meeting', mtg.id, 'title', mtg.title, 'startsAt', mtg.starts_at, 'endsAt', mtg.ends_at,
      'seats', said.attendee_count, 'seatsStanding', coalesce(cur.attendee_count, 0), 'room', least(mtg.capacity, rom.capacity) - (select coalesce(sum(oth.attendee_count), 0) from meeting_reply oth
        where oth.meeting_id = mtg.id and oth.superseded_at is null and oth.id is distinct from cur.id),
      'children', (select json_agg(ivs.student_id) from meeting_invitation_student ivs where ivs.invitation_id = inv.id and ivs.ended_at is null),
      'named', (select json_agg(json_build_object('guardian', gua.id, 'person', gua.person_id,
          'comes', exists (select 1 from meeting_reply_guardian now_named where now_named.reply_id = cur.id and now_named.guardian_id = gua.id),
          'could', exists (select 1 from meeting_invitation_student ivs where ivs.invitation_id = inv.id and ivs.ended_at is null and ivs.student_id = any(${childrenOfGuardian(sql`gua.id`)}))
            and not exists (select 1 from engagement eng where eng.person_id = gua.person_id and eng.status = 'ACTIVE' and eng.during && tstzrange(mtg.starts_at, mtg.ends_at)
              and not exists (select 1 from meeting_reply own where own.id = eng.source_id and own.meeting_id = mtg.id)),
          'engaged', exists (select 1 from engagement eng join meeting_reply own on own.id = eng.source_id and own.meeting_id = mtg.id
            where eng.person_id = gua.person_id and eng.status = 'ACTIVE' and eng.kind = 'MEETING_ATTENDANCE')) order by rgd.id)
        from meeting_reply_guardian rgd join guardian gua on gua.id = rgd.guardian_id where rgd.reply_id = said.id)) as known
    from meeting_invitation inv join meeting mtg on mtg.id = inv.meeting_id left join room rom on rom.id = mtg.room_id
      join lateral (select rpl.* from meeting_reply rpl where rpl.invitation_id = inv.id and rpl.continues_id is null order by rpl.replied_at desc, rpl.id desc limit 1) said on true
      left join meeting_reply cur on cur.invitation_id = inv.id and cur.superseded_at is null
    where inv.id = any(${invitations}::uuid[]) and inv.status = 'INVITED' and said.superseded_at is not null order by said.replied_at, inv.id`);
  return chosen(
    rows.map(({ known }) => known),
    new Set(personIds),
  );
}

/**
 * Serves first the family that replied first, and each with what those before it have left: the seats of a meeting that
 * several families want back, and the time of somebody who is named by two replies to one meeting, or to two that
 * overlap.
 */
function chosen(words: readonly LastWord[], held: ReadonlySet<string>): SaidAgain[] {
  const taken = new Map<string, number>();
  const times = new Map<string, LastWord[]>();
  return words.flatMap((known) => {
    const named = known.named ?? [];
    const elsewhere = ({ person }: Named): boolean =>
      (times.get(person) ?? []).some((other) => other.meeting !== known.meeting && overlap(other, known));
    const coming = named.filter((each) => each.comes || (each.could && held.has(each.person) && !elsewhere(each)));
    const saidNobody = named.length === 0 && known.standing === null;
    if (coming.every(({ comes }) => comes) && !saidNobody) return [];
    const seats = known.seats - (named.length - coming.length);
    const before = taken.get(known.meeting) ?? 0;
    if (known.room !== null && before + seats > known.room) return [];
    taken.set(known.meeting, before + seats - known.seatsStanding);
    const toEngage = coming.filter(
      ({ engaged, person }) => !engaged && !(times.get(person) ?? []).some(({ meeting }) => meeting === known.meeting),
    );
    for (const { person } of toEngage) times.set(person, [...(times.get(person) ?? []), known]);
    return [{ ...known, seats, named, coming, toEngage, next: v7() }];
  });
}

/** Half open, as their engagements are. */
function overlap(one: LastWord, other: LastWord): boolean {
  return new Date(one.startsAt) < new Date(other.endsAt) && new Date(other.startsAt) < new Date(one.endsAt);
}

/** By a reply that carries the family's own on, and says who comes of it now; those who come are engaged. */
async function sayAgain(tx: Transaction, replies: readonly SaidAgain[]): Promise<void> {
  if (replies.length === 0) return;
  const rows = JSON.stringify(
    replies.map(({ said, standing, next, coming, seats }) => ({
      said,
      standing,
      next,
      coming: coming.map(({ guardian }) => guardian),
      seats,
    })),
  );
  const again = sql`json_to_recordset(${rows}::json) as again(said uuid, standing uuid, next uuid, coming uuid[], seats int)`;
  await tx.query(
    sql`update meeting_reply set superseded_at = greatest(replied_at, ${tx.now}) from ${again} where meeting_reply.id = again.standing`,
  );
  await tx.query(sql`
    insert into meeting_reply (id, created_at, invitation_id, meeting_id, household_id, guardian_id, answer, attendee_count, note, replied_at, continues_id)
    select again.next, ${tx.now}, rpl.invitation_id, rpl.meeting_id, rpl.household_id,
      case when cardinality(again.coming) = 0 or rpl.guardian_id = any(again.coming) then rpl.guardian_id else again.coming[1] end, rpl.answer, again.seats,
      case when cardinality(again.coming) = 0 or rpl.guardian_id = any(again.coming) then rpl.note end, rpl.replied_at, rpl.id
    from ${again} join meeting_reply rpl on rpl.id = again.said`);
  const named = replies.flatMap(({ next, coming }) => coming.map(({ guardian }) => ({ link: v7(), next, guardian })));
  await tx.query(sql`insert into meeting_reply_guardian (id, created_at, reply_id, guardian_id)
    select named.link, ${tx.now}, named.next, named.guardian from json_to_recordset(${JSON.stringify(named)}::json) as named(link uuid, next uuid, guardian uuid)`);
  await tx.query(
    sql`update engagement eng set source_id = again.next from ${again} where eng.source_id = again.standing and eng.kind = 'MEETING_ATTENDANCE' and eng.status = 'ACTIVE'`,
  );
  const engaged = replies.flatMap(({ toEngage, next, title, startsAt, endsAt, children }) =>
    toEngage.map(({ person: personId }) => ({
      subject: { personId },
      title,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      kind: EngagementKind.MEETING_ATTENDANCE,
      sourceId: next,
      restsOn: { students: children },
    })),
  );
  await tx.query(engaging(engaged, tx.now));
}

async function tellOfSeatsTaken(tx: Transaction, replies: readonly SaidAgain[]): Promise<void> {
  if (replies.length === 0) return;
  const more = replies.map(({ meeting, seats, seatsStanding }) => ({ meeting, seats: seats - seatsStanding }));
  await tellOfSeats(
    tx,
    seatsTaken,
    sql`select again.meeting as meeting_id, again.seats from json_to_recordset(${JSON.stringify(more)}::json) as again(meeting uuid, seats int)`,
  );
}

/** Everybody who was not invited by any other child of theirs and has one that is meant again, and who comes again; once each. */
async function tellOf(tx: Transaction, again: readonly MeantAgain[], replies: readonly SaidAgain[]): Promise<void> {
  const comes = new Map(
    replies.flatMap(({ invitation, coming }) => coming.map(({ person }) => [`${invitation}/${person}`, true])),
  );
  const back = new Set(
    replies.flatMap(({ invitation, coming }) =>
      coming.filter((each) => !each.comes).map(({ person }) => `${invitation}/${person}`),
    ),
  );
  const rows = await invitedGuardians(
    tx,
    [...again, ...replies].map(({ invitation }) => invitation),
  );
  const meant = new Set(again.map(({ invitation, student }) => `${invitation}/${student}`));
  await notifyEach(
    tx,
    givenBack,
    rows
      .filter(
        ({ invitation, person, children }) =>
          children.length > 0 &&
          (children.every((student) => meant.has(`${invitation}/${student}`)) || back.has(`${invitation}/${person}`)),
      )
      .map(({ invitation, meeting, title, starts_at: startsAt, person, children }) => ({
        to: person,
        about: toGlobalId('meeting', meeting),
        restsOn: { students: children },
        params: { title, startsAt: new Date(startsAt).toISOString(), comes: comes.has(`${invitation}/${person}`) },
      })),
  );
}
