import type { Desk } from '../desk.ts';

/*
 * What may be told of a shift, and what must be, by what stands: said as simply as it can be, beside the tables of the hub.
 */

interface Signup {
  readonly id: string;
  readonly person: string;
  readonly status: string;
  readonly reconfirm: string | null;
  readonly asks: boolean;
  readonly declined: boolean;
}
interface Entry {
  readonly id: string;
  readonly person: string;
  readonly role: string;
  readonly status: string;
  readonly expires: string | null;
}
interface StandIn {
  readonly id: string;
  readonly signup: string;
  readonly giver: string;
  readonly to: string | null;
  readonly way: string;
  readonly status: string;
  readonly expires: string;
}

export interface State {
  readonly shift: { readonly id: string; readonly status: string; readonly starts: string; readonly place: string };
  readonly signups: readonly Signup[];
  readonly entries: readonly Entry[];
  readonly standIns: readonly StandIn[];
}

export interface News {
  readonly id: string;
  readonly kind: string;
  readonly person: string;
  readonly about: string;
  readonly params: Readonly<Record<string, string>>;
}

const moment = (at: string): number => new Date(at).getTime();
const at = (said: string | undefined, is: string | null): boolean =>
  said !== undefined && is !== null && moment(said) === moment(is);

export class Told {
  readonly state: State;
  constructor(state: State) {
    this.state = state;
  }

  place = (person: string): Signup | undefined =>
    this.state.signups.find((each) => each.person === person && ['PENDING', 'CONFIRMED'].includes(each.status));
  waits = (person: string): Entry | undefined =>
    this.state.entries.find((each) => each.person === person && ['WAITING', 'OFFERED'].includes(each.status));
  asked = (person: string): StandIn | undefined =>
    this.state.standIns.find((each) => each.to === person && ['OFFERED', 'PENDING'].includes(each.status));

  /** Whether what is told is so; of a kind that is not known here, it is not. */
  so({ kind, person, about, params }: News): boolean {
    const { shift, signups, entries, standIns } = this.state;
    const signup = signups.find(({ id }) => id === about);
    const entry = entries.find(({ id }) => id === about);
    const standIn = standIns.find(({ id }) => id === about);
    const place = this.place(person);
    const others = standIns.filter((each) => each.signup === standIn?.signup);
    // What whoever runs the shift heard that has happened, with the time that it had then.
    if (kind === 'volunteer-cancelled') return signup?.status === 'CANCELLED';
    if (kind === 'volunteers-short') return Number(params['count']) < Number(params['minimum']);
    if (params['when'] !== undefined && !at(params['when'], shift.starts)) return false;
    switch (kind) {
      case 'shift-soon':
        return place?.id === about && at(params['at'], shift.starts) && params['place'] === shift.place;
      case 'shift-moved':
        return (
          place !== undefined &&
          at(params['until'], place.reconfirm) &&
          at(params['at'], shift.starts) &&
          params['where'] === shift.place
        );
      case 'shift-moved-waiting':
        return this.waits(person) !== undefined && at(params['at'], shift.starts) && params['where'] === shift.place;
      case 'shift-moved-clash':
      case 'signup-released':
        return place === undefined;
      case 'shift-place-changed':
        return (
          shift.status === 'SCHEDULED' &&
          params['place'] === shift.place &&
          (place ?? this.waits(person) ?? this.asked(person)) !== undefined
        );
      case 'shift-cancelled':
      case 'waitlist-closed':
        return shift.status === 'CANCELLED';
      case 'signup-approved':
      case 'stand-in-approved':
        return place?.id === about && place.status === 'CONFIRMED';
      case 'signup-rejected':
        return signup?.status === 'REJECTED';
      case 'cancellation-granted':
      case 'stand-in-done':
        return signup?.status === 'CANCELLED';
      case 'cancellation-declined':
        return place?.id === about && place.declined && !place.asks;
      case 'place-offered':
        return entry?.status === 'OFFERED' && at(params['at'], entry.expires);
      case 'offer-withdrawn':
        return entry?.status === 'WAITING';
      case 'waitlist-skipped':
        return this.waits(person)?.status === 'WAITING' && this.waits(person)?.role === about;
      case 'offer-expired':
        return entry?.status === 'EXPIRED';
      case 'stand-in-asked':
        return standIn?.status === 'OFFERED' && standIn.to === person && at(params['at'], standIn.expires);
      case 'stand-in-moved':
        return (
          standIn?.status === 'OFFERED' &&
          standIn.to === person &&
          at(params['until'], standIn.expires) &&
          at(params['at'], shift.starts) &&
          params['where'] === shift.place
        );
      case 'stand-in-declined':
        return standIn?.status === 'DECLINED' && place?.id === standIn.signup;
      case 'stand-in-rejected':
        return standIn?.status === 'REJECTED' && (standIn.giver !== person || place?.id === standIn.signup);
      case 'stand-in-withdrawn':
        return standIn !== undefined && !others.some((each) => each === this.asked(person));
      case 'stand-in-to-decide':
        return standIn?.status === 'PENDING';
      case 'cancellation-requested':
        return signup !== undefined && signup.asks && this.place(signup.person)?.id === signup.id;
      default:
        return false;
    }
  }

  /** What somebody must find in their inbox while it is so: who, and one of which kinds about what. */
  due(decider: string): (readonly [person: string, about: string, ...kinds: string[]])[] {
    const { shift, signups, entries, standIns } = this.state;
    if (shift.status !== 'SCHEDULED') return [];
    return [
      ...signups.flatMap(({ id, person, reconfirm, asks }) => [
        ...(reconfirm === null ? [] : [[person, shift.id, 'shift-moved'] as const]),
        ...(asks ? [[decider, id, 'cancellation-requested'] as const] : []),
      ]),
      ...entries.flatMap(({ id, person, status }) =>
        status === 'OFFERED' ? [[person, id, 'place-offered'] as const] : [],
      ),
      ...standIns.flatMap(({ id, to, way, status }) => [
        ...(status === 'OFFERED' && to !== null
          ? [[to, id, 'stand-in-moved', ...(way === 'GUARDIAN' ? ['stand-in-asked'] : [])] as const]
          : []),
        ...(status === 'PENDING' ? [[decider, id, 'stand-in-to-decide'] as const] : []),
      ]),
    ];
  }
}

/** What somebody must have been told when one state became the other. */
export function toldBetween(before: State, after: State): (readonly [person: string, kind: string])[] {
  const [was, is] = [new Told(before), new Told(after)];
  const off = before.shift.status === 'SCHEDULED' && after.shift.status === 'CANCELLED';
  const moved = before.shift.starts !== after.shift.starts;
  const elsewhere = !moved && before.shift.place !== after.shift.place;
  const then = <T extends { readonly id: string }>(all: readonly T[], one: T): T | undefined =>
    all.find(({ id }) => id === one.id);
  return [
    ...after.signups.flatMap((now): (readonly [string, string])[] => {
      const old = then(before.signups, now);
      if (old === undefined || was.place(now.person)?.id !== now.id) return [];
      const stands = is.place(now.person)?.id === now.id;
      if (off) return [[now.person, 'shift-cancelled']];
      if (moved) return [[now.person, stands ? 'shift-moved' : 'shift-moved-clash']];
      if (elsewhere) return [[now.person, 'shift-place-changed']];
      if (old.status === 'PENDING' && now.status === 'CONFIRMED') return [[now.person, 'signup-approved']];
      if (now.status === 'REJECTED') return [[now.person, 'signup-rejected']];
      if (old.asks && !now.asks && stands) return [[now.person, 'cancellation-declined']];
      return [];
    }),
    ...after.entries.flatMap((now): (readonly [string, string])[] => {
      const old = then(before.entries, now);
      if (old === undefined || was.waits(now.person)?.id !== now.id) return [];
      if (off) return [[now.person, 'waitlist-closed']];
      if (moved) return [[now.person, 'shift-moved-waiting']];
      if (elsewhere) return [[now.person, 'shift-place-changed']];
      return old.status === 'WAITING' && now.status === 'OFFERED' ? [[now.person, 'place-offered']] : [];
    }),
    ...after.standIns.flatMap((now): (readonly [string, string])[] => {
      const old = then(before.standIns, now);
      if (old === undefined) return now.to === null ? [] : [[now.to, 'stand-in-asked']];
      if (!['OFFERED', 'PENDING'].includes(old.status)) return [];
      const asked = old.to === null ? [] : [old.to];
      const tell = (kind: string): (readonly [string, string])[] => asked.map((person) => [person, kind] as const);
      if (off) return tell('shift-cancelled');
      if (moved) return now.status === 'OFFERED' ? tell('stand-in-moved') : [];
      if (elsewhere) return tell('shift-place-changed');
      if (now.status === 'DONE')
        return [
          [now.giver, 'stand-in-done'],
          ...(old.status === 'PENDING' ? [[now.to!, 'stand-in-approved'] as const] : []),
          ...(old.to === now.to ? [] : tell('stand-in-withdrawn')),
        ];
      if (now.status === 'WITHDRAWN') return tell('stand-in-withdrawn');
      if (now.status === 'DECLINED') return [[now.giver, 'stand-in-declined']];
      if (now.status === 'REJECTED') return [[now.giver, 'stand-in-rejected'], ...tell('stand-in-rejected')];
      return old.to === now.to ? [] : tell('stand-in-withdrawn');
    }),
  ];
}

export async function stateOf(desk: Desk, shiftId: string): Promise<State> {
  const [row] = await desk.rows<{ state: State }>(
    `select json_build_object(
      'shift', (select json_build_object('id', t.id, 'status', t.status, 'starts', t.starts_at, 'place', t.place) from shift t where t.id = $1),
      'signups', (select coalesce(json_agg(json_build_object('id', s.id, 'person', s.person_id, 'status', s.status, 'reconfirm', s.reconfirm_until,
        'asks', s.cancel_requested_at is not null, 'declined', s.cancel_request_answer is not null) order by s.id), '[]') from signup s where s.shift_id = $1),
      'entries', (select coalesce(json_agg(json_build_object('id', w.id, 'person', w.person_id, 'role', w.role_id, 'status', w.status, 'expires', w.offer_expires_at) order by w.id), '[]')
        from waitlist_entry w where w.shift_id = $1),
      'standIns', (select coalesce(json_agg(json_build_object('id', i.id, 'signup', i.signup_id, 'giver', g.person_id, 'to', i.to_person_id, 'way', i.way, 'status', i.status, 'expires', i.expires_at) order by i.id), '[]')
        from stand_in i join signup g on g.id = i.signup_id where i.shift_id = $1)) as state`,
    shiftId,
  );
  return row!.state;
}
