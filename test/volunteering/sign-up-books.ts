import type { FamilyGuardian } from '../../seeds/scenario/index.ts';
import type { TestHub } from '../support/hub.ts';

export interface Role {
  readonly role: { readonly id: string };
}

/** One line of a waiting list as the database has it. */
export interface EntryState {
  readonly id: string;
  readonly guardian: string;
  readonly status: string;
  readonly offeredAt: Date | null;
  readonly offerExpiresAt: Date | null;
  readonly endedAt: Date | null;
}

/** What the database has of sign-ups, waiting lists and places, whatever the hub says of them. */
export abstract class SignUpBooks {
  abstract readonly hub: TestHub;

  async rows<Row extends object>(statement: string, ...values: readonly unknown[]): Promise<Row[]> {
    return (await this.hub.database.pool.query<Row>(statement, [...values])).rows;
  }

  async signupOf({ guardian }: FamilyGuardian, { role }: Role): Promise<string | undefined> {
    const [row] = await this.rows<{ id: string }>(
      `select id from signup where role_id = $1 and guardian_id = $2 and status in ('PENDING', 'CONFIRMED')`,
      role.id,
      guardian.id,
    );
    return row?.id;
  }

  /** The list in its order. */
  entries({ role }: Role): Promise<EntryState[]> {
    return this.rows<EntryState>(
      `select id, guardian_id as guardian, status, offered_at as "offeredAt", offer_expires_at as "offerExpiresAt", ended_at as "endedAt"
      from waitlist_entry where role_id = $1 order by priority, joined_at, sequence`,
      role.id,
    );
  }

  async entryOf({ guardian }: FamilyGuardian, offered: Role): Promise<EntryState & { readonly globalId: string }> {
    const entry = (await this.entries(offered)).findLast((each) => each.guardian === guardian.id);
    if (!entry) throw new Error('They have never waited for it.');
    return { ...entry, globalId: `waitlist-entry_${entry.id}` };
  }

  /** Statuses in the order of the list, e.g. `OFFERED WAITING`. */
  async list(offered: Role): Promise<string> {
    return (await this.entries(offered)).map((each) => each.status).join(' ');
  }

  async places({ role }: Role): Promise<{
    capacity: number;
    taken: number;
    confirmed: number;
    pending: number;
    held: number;
    engaged: number;
  }> {
    const [row] = await this.rows<{
      capacity: number;
      taken: number;
      confirmed: number;
      pending: number;
      held: number;
      engaged: number;
    }>(
      `
      select r.capacity, r.places_taken as taken,
        (select count(*)::int from signup where role_id = r.id and status = 'CONFIRMED') as confirmed,
        (select count(*)::int from signup where role_id = r.id and status = 'PENDING') as pending,
        (select count(*)::int from waitlist_entry where role_id = r.id and status = 'OFFERED' and stand_in_id is null) as held,
        (select count(*)::int from engagement e join signup s on s.id = e.source_id where s.role_id = r.id and e.status = 'ACTIVE') as engaged
      from shift_role r where r.id = $1`,
      role.id,
    );
    return row!;
  }
}
