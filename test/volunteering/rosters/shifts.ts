import { expect } from 'vitest';
import type { SchoolClassRecord, SchoolRecord, ShiftRecord, SignupRecord } from '../../../seeds/factories/index.ts';
import {
  families,
  openShift,
  signedUp,
  type Family,
  type Scenario,
  type ShiftOnOffer,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import type { TestHub } from '../../support/hub.ts';

type Who = { readonly accountId: string } | undefined;

interface World {
  readonly hub: TestHub;
  readonly scenario: Scenario;
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
  readonly organiser: StaffMember;
  readonly admin: StaffMember;
}

export async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const list: Row[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

export async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: { code?: unknown }) => error.code,
  );
}

/** Shifts of a school with who signed up for them and what is known of their coming, and what is asked of them. */
export function shiftsOf(world: () => World) {
  const run = (statement: string, ...values: unknown[]) => world().hub.database.pool.query(statement, values);

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- ad hoc
  async function askShift(who: Who, { shift }: ShiftOnOffer, fields: string): Promise<Record<string, any>> {
    const { data, errors } = await world().hub.ask(`query ($id: ID!) { shift(id: $id) { ${fields} } }`, {
      as: who?.accountId,
      variables: { id: `shift_${shift.id}` },
    });
    expect(errors).toBeUndefined();
    return data!['shift'] as Record<string, unknown>;
  }

  /** Began half an hour ago, with so many families signed up. */
  async function running(count: number): Promise<{ offered: ShiftOnOffer; all: Family[]; signups: SignupRecord[] }> {
    const offered = await openShift(world().scenario, world().organiser, {
      school: world().school,
      shift: { startsAt: world().scenario.at(-30), endsAt: world().scenario.at(30) },
      role: { capacity: 12, minimum: 3 },
    });
    const all = await families(world().scenario, count, [world().schoolClass]);
    const signups: SignupRecord[] = [];
    for (const each of all) signups.push(await signedUp(world().scenario, offered, each));
    return { offered, all, signups };
  }

  const checkIn = (signup: SignupRecord, shift: ShiftRecord) =>
    run(
      `insert into attendance (id, signup_id, shift_id, checked_in_at, checked_in_by) values (gen_random_uuid(), $1, $2, $3, 'QR')`,
      signup.id,
      shift.id,
      world().scenario.at(-28),
    );
  const noShow = (signup: SignupRecord, shift: ShiftRecord) =>
    run(
      'insert into attendance (id, signup_id, shift_id, no_show_at) values (gen_random_uuid(), $1, $2, $3)',
      signup.id,
      shift.id,
      world().scenario.at(-5),
    );

  /** So many that each of them by themself would take long. */
  async function signUpAll(offered: ShiftOnOffer, crowd: readonly Family[]): Promise<void> {
    await run(
      `insert into signup (id, role_id, shift_id, guardian_id, person_id, status, signed_up_at) select gen_random_uuid(), $1, $2, g.id, g.person_id, 'CONFIRMED', $3 from guardian g where g.id = any($4)`,
      offered.role.id,
      offered.shift.id,
      world().scenario.at(-5),
      crowd.map((each) => each.parent.guardian.id),
    );
    await run(
      `insert into engagement (id, person_id, starts_at, ends_at, kind, source_id, title, status, rests_on)
      select gen_random_uuid(), sgn.person_id, sft.starts_at, sft.ends_at, 'SHIFT_SIGNUP', sgn.id, '值守', 'ACTIVE', array(select tgt.key from audience_target tgt where tgt.audience_id = act.audience_id)
      from signup sgn join shift sft on sft.id = sgn.shift_id join volunteer_activity act on act.id = sft.activity_id where sgn.shift_id = $1`,
      offered.shift.id,
    );
  }

  /** Service that was put on record, of the whole shift. */
  async function serve({ parent }: Family, at: SchoolRecord, from: Date, to: Date, status = 'APPROVED'): Promise<void> {
    const { shift, role } = await openShift(world().scenario, world().organiser, {
      school: at,
      shift: { startsAt: from, endsAt: to, signupOpensAt: new Date(from.getTime() - 86_400_000) },
    });
    await run(
      `with done as (insert into signup (id, role_id, shift_id, guardian_id, person_id, status, signed_up_at, cancelled_at) values (gen_random_uuid(), $1, $2, $3, $4, 'CANCELLED', $5, $5) returning id)
        insert into service_record (id, person_id, guardian_id, district_id, school_id, shift_id, signup_id, starts_at, ends_at, source, status, decided_at, description, approver_id)
        select gen_random_uuid(), $4, $3, $6, $7, $2, done.id, $5, $8, 'SUPPLEMENTED', $9, case when $9 = 'PENDING' then null else $8::timestamptz end, '补录', $10 from done`,
      role.id,
      shift.id,
      parent.guardian.id,
      parent.person.id,
      from,
      world().scenario.district.id,
      at.id,
      to,
      status,
      world().admin.person.id,
    );
  }

  return { run, askShift, running, checkIn, noShow, signUpAll, serve };
}
