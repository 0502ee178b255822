import fc from 'fast-check';
import { expect } from 'vitest';
import { ApproveServiceRecordsDocument, RejectServiceRecordsDocument } from '../../../schema/generated/admin.ts';
import { AppealServiceRecordDocument, SupplementServiceDocument } from '../../../schema/generated/mini-program.ts';
import type { TypedDocument } from '../../../schema/generated/typed-document.ts';
import type { StaffMember } from '../../../seeds/scenario/index.ts';
import { codeAt, type Duties, type Duty, type ListRow } from '../duties.ts';

export type Admins = readonly [StaffMember, StaffMember];

/** What was said of the volunteer last, by the list or by a code, in minutes after the start. */
interface Noted {
  readonly as: 'NOTHING' | 'MISSING' | 'EXCUSED' | 'CAME';
  readonly in?: number;
  readonly out?: number;
}

export interface RecordRow {
  readonly id: string;
  readonly source: 'SYSTEM_CHECKED' | 'SUPPLEMENTED';
  readonly status: string;
  readonly from: number;
  readonly to: number;
  /** Whose rejection was appealed against. */
  readonly against: string | null;
  /** Who has decided, or answers for the list by which it counts. */
  readonly by: string | null;
  readonly decidedAt: string | null;
}

/** The organiser, or an administrator. */
type Keeper = 0 | 1 | 2;

export type Step =
  | { readonly does: 'list in and out'; readonly in: number; readonly out: number; readonly by?: Keeper }
  | { readonly does: 'list in' | 'list out' | 'send in' | 'send out'; readonly at: number; readonly by?: Keeper }
  | { readonly does: 'list missing' | 'list excused'; readonly by?: Keeper }
  | { readonly does: 'appeal' }
  | { readonly does: 'supplement'; readonly from: number; readonly to: number }
  | { readonly does: 'approve' | 'reject'; readonly which: number; readonly by: Keeper };

const minute = fc.constantFrom(-4, 0, 5, 20, 40, 60);
const stay = fc.tuple(minute, minute).filter(([from, to]) => from < to);
const by: fc.Arbitrary<Keeper> = fc.constantFrom(0, 1, 2);
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(stay, by)
        .map(([[from, to], keeper]): Step => ({ does: 'list in and out', in: from, out: to, by: keeper })),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        does: fc.constantFrom('list in', 'list out', 'send in', 'send out'),
        at: minute,
        by,
      }) as fc.Arbitrary<Step>,
    },
    {
      weight: 4,
      arbitrary: fc.record({ does: fc.constantFrom('list missing', 'list excused'), by }) as fc.Arbitrary<Step>,
    },
    { weight: 3, arbitrary: fc.constant<Step>({ does: 'appeal' }) },
    {
      weight: 2,
      arbitrary: stay.filter(([from]) => from >= 0).map(([from, to]): Step => ({ does: 'supplement', from, to })),
    },
    {
      weight: 7,
      arbitrary: fc.record({
        does: fc.constantFrom('approve', 'reject'),
        which: fc.nat({ max: 3 }),
        by,
      }) as fc.Arbitrary<Step>,
    },
  ),
  { minLength: 4, maxLength: 14 },
);

/** One volunteer at one shift that is over, and what everybody says of them. */
export class OneSignup {
  readonly here: Duty;
  readonly #duties: Duties;
  readonly #admins: Admins;
  noted: Noted = { as: 'NOTHING' };
  #nonce = 0;

  constructor(duties: Duties, admins: Admins, here: Duty) {
    this.#duties = duties;
    this.#admins = admins;
    this.here = here;
  }

  async #send(document: TypedDocument<object, { input: never }>, accountId: string, input: object): Promise<boolean> {
    const { data, errors } = await this.#duties.hub.ask(document, {
      as: accountId,
      variables: { input: input as never },
    });
    expect(errors?.map(({ extensions }) => extensions.code) ?? []).toEqual([]);
    return (Object.values(data!)[0] as { userErrors: unknown[] }).userErrors.length === 0;
  }

  async #list(keeper: Keeper, row: Omit<ListRow, 'signup'>): Promise<boolean> {
    const { codes, errors } = await this.#duties.record(
      [this.#duties.organiser, ...this.#admins][keeper]!,
      this.here.shift.id,
      [{ signup: this.here.signup, ...row }],
    );
    expect(errors?.map(({ extensions }) => extensions.code) ?? []).toEqual([]);
    return codes!.length === 0;
  }

  async #report(kind: 'IN' | 'OUT', at: number): Promise<boolean> {
    this.#nonce += 1;
    const happenedAt = this.here.moment(at);
    const { codes } = await this.#duties.report(this.here, [
      {
        kind,
        token: await codeAt(this.here.shift.id, happenedAt),
        happenedAt,
        nonce: `${this.here.signup.id}-${this.#nonce}`,
      },
    ]);
    return codes!.length === 0;
  }

  /** What the list says, with what it leaves out as it is shown. */
  async #listStay(keeper: Keeper, said: { in?: number; out?: number }): Promise<void> {
    const shown = await this.shown();
    const given = {
      ...(said.in !== undefined && { checkedInAt: this.here.moment(said.in) }),
      ...(said.out !== undefined && { checkedOutAt: this.here.moment(said.out) }),
    };
    if (await this.#list(keeper, given))
      this.noted = {
        as: 'CAME',
        ...(shown.in !== null && { in: shown.in }),
        ...(shown.out !== null && { out: shown.out }),
        ...said,
      };
  }

  /** The first coming and the first leaving that arrive count, whatever a supplement says. */
  async #sendReport(kind: 'in' | 'out', at: number): Promise<void> {
    const shown = await this.shown();
    const stands = this.noted.as === 'CAME' || shown.out !== null ? shown : { in: null, out: null };
    if ((await this.#report(kind === 'in' ? 'IN' : 'OUT', at)) && stands[kind] === null)
      this.noted = { as: 'CAME', ...(stands.in !== null && { in: stands.in }), [kind]: at };
  }

  async take(step: Step): Promise<void> {
    const { organiser } = this.#duties;
    switch (step.does) {
      case 'list in and out':
        return this.#listStay(step.by ?? 0, { in: step.in, out: step.out });
      case 'list in':
        return this.#listStay(step.by ?? 0, { in: step.at });
      case 'list out':
        return this.#listStay(step.by ?? 0, { out: step.at });
      case 'send in':
        return this.#sendReport('in', step.at);
      case 'send out':
        return this.#sendReport('out', step.at);
      case 'list missing':
        return void (
          (await this.#list(step.by ?? 0, { noShow: true, withdrawsCheckIn: true })) && (this.noted = { as: 'MISSING' })
        );
      case 'list excused':
        return void ((await this.#list(step.by ?? 0, { excused: true })) && (this.noted = { as: 'EXCUSED' }));
      case 'supplement': {
        const input = {
          signupId: `signup_${this.here.signup.id}`,
          startsAt: this.here.moment(step.from).toISOString(),
          endsAt: this.here.moment(step.to).toISOString(),
          description: '手机没电',
        };
        return void (await this.#send(SupplementServiceDocument as never, this.here.volunteer.parent.accountId, input));
      }
      case 'appeal': {
        const rejected = (await this.records()).find(({ status }) => status === 'REJECTED');
        return void (
          rejected &&
          (await this.#send(AppealServiceRecordDocument as never, this.here.volunteer.parent.accountId, {
            recordId: rejected.id,
            text: '老师可以证明',
          }))
        );
      }
      default: {
        const all = await this.records();
        const record = all[step.which % Math.max(all.length, 1)];
        const document = step.does === 'approve' ? ApproveServiceRecordsDocument : RejectServiceRecordsDocument;
        if (record)
          await this.#send(document as never, [organiser, ...this.#admins][step.by]!.accountId, {
            recordIds: [record.id],
            ...(step.does === 'reject' && { reason: '与现场不符' }),
          });
      }
    }
  }

  async records(): Promise<RecordRow[]> {
    const { rows } = await this.#duties.hub.database.pool.query<RecordRow>(
      `select 'service-record_' || r.id as id, r.source, r.status,
        extract(epoch from r.starts_at - t.starts_at)::int / 60 as "from", extract(epoch from r.ends_at - t.starts_at)::int / 60 as "to", r.rejected_by_id as against, r.approver_id as by, r.decided_at::text as "decidedAt"
      from service_record r join shift t on t.id = r.shift_id where r.signup_id = $1 order by r.created_at, r.id`,
      [this.here.signup.id],
    );
    return rows;
  }

  /** What attendance says, in minutes after the start. */
  async shown(): Promise<{ in: number | null; out: number | null; missing: boolean; excused: boolean }> {
    const { rows } = await this.#duties.hub.database.pool.query(
      `select extract(epoch from a.checked_in_at - t.starts_at)::int / 60 as "in", extract(epoch from a.checked_out_at - t.starts_at)::int / 60 as "out",
        a.no_show_at is not null as missing, a.excused_at is not null as excused from attendance a join shift t on t.id = a.shift_id where a.signup_id = $1`,
      [this.here.signup.id],
    );
    return rows[0] ?? { in: null, out: null, missing: false, excused: false };
  }

  /** The same, from what was noted and from what counts, whatever came before. */
  async expected(): Promise<Awaited<ReturnType<OneSignup['shown']>>> {
    const counts = (await this.records()).filter(({ status }) => status === 'APPROVED');
    const checked = counts.find(({ source }) => source === 'SYSTEM_CHECKED');
    const { as } = this.noted;
    const [from, to] = [this.noted.in ?? null, this.noted.out ?? null];
    const absent = { in: null, out: null, missing: false, excused: false };
    if (
      checked &&
      !(as === 'CAME' && to !== null && Math.max(from!, 0) === checked.from && Math.min(to, 60) === checked.to)
    )
      return { ...absent, in: checked.from, out: checked.to };
    if (as === 'CAME') return { ...absent, in: from, out: to };
    if (as === 'NOTHING') return absent;
    return counts.length > 0
      ? { ...absent, in: Math.min(...counts.map((each) => each.from)) }
      : { ...absent, missing: as === 'MISSING', excused: as === 'EXCUSED' };
  }
}
