import { minutesAfter } from '../../../seeds/factories/index.ts';

const HOLD = 120;

export type ModelStatus = 'WAITING' | 'OFFERED' | 'TAKEN' | 'LEFT' | 'DECLINED' | 'EXPIRED' | 'CLOSED';

interface Entry {
  readonly guardian: number;
  status: ModelStatus;
  expiresAt: Date | null;
}

export interface ModelShift {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly closesAt: Date;
  readonly cancelUntil: Date;
}

/** What there is to do in a shift of its own. */
interface Role {
  readonly shift: ModelShift;
  capacity: number;
  /** Guardians who have a place. */
  inside: number[];
  /** In the order in which they joined; every entry that there ever was. */
  entries: Entry[];
}

/**
 * What a waiting list should do, as simply as it can be said: by one, without locks, transactions or tables. An operation
 * answers the code of its refusal, and nothing of it stays then, or the empty text.
 */
export class Model {
  now: Date;
  roles: Role[] = [];

  constructor(now: Date) {
    this.now = now;
  }

  open(shift: ModelShift, capacity: number): void {
    this.roles.push({ shift, capacity, inside: [], entries: [] });
  }

  signUp(guardian: number, index: number, orWait: boolean): string {
    return this.#attempt(index, (role) => {
      const blocker = this.#blocker(guardian, role) ?? (this.#free(role) > 0 ? null : 'FULL');
      if (blocker !== null && blocker !== 'FULL') return blocker;
      const entry = this.#inLine(role, guardian);
      if (entry?.status === 'OFFERED') return this.#take(role, entry);
      if (blocker === null) {
        role.inside.push(guardian);
      } else {
        if (!orWait) return blocker;
        if (!entry) role.entries.push({ guardian, status: 'WAITING', expiresAt: null });
      }
      return '';
    });
  }

  join(guardian: number, index: number): string {
    return this.#attempt(index, (role) => {
      const blocker = this.#blocker(guardian, role);
      if (blocker !== null && blocker !== 'OVERLAP') return blocker;
      if (this.#inLine(role, guardian)) return 'ALREADY_WAITING';
      if (blocker !== null) return blocker;
      if (this.#free(role) > 0) return 'NOT_FULL';
      role.entries.push({ guardian, status: 'WAITING', expiresAt: null });
      return '';
    });
  }

  cancel(guardian: number, index: number): string {
    return this.#attempt(index, (role) => {
      if (!role.inside.includes(guardian)) return 'NOT_ACTIVE';
      if (this.now >= role.shift.cancelUntil) return 'TOO_LATE';
      role.inside = role.inside.filter((each) => each !== guardian);
      this.#offer(role);
      return '';
    });
  }

  leave(guardian: number, index: number): string {
    return this.#attempt(index, (role) => this.#end(role, this.#inLine(role, guardian), 'LEFT') ?? 'NOT_WAITING');
  }

  decline(guardian: number, index: number): string {
    return this.#attempt(index, (role) => {
      const entry = this.#last(role, guardian)!;
      if (entry.status === 'EXPIRED') return 'OFFER_EXPIRED';
      return entry.status === 'OFFERED' ? this.#end(role, entry, 'DECLINED')! : 'NOT_OFFERED';
    });
  }

  accept(guardian: number, index: number): string {
    return this.#attempt(index, (role) => {
      const entry = this.#last(role, guardian)!;
      if (entry.status === 'EXPIRED') return 'OFFER_EXPIRED';
      if (entry.status !== 'OFFERED') return 'NOT_OFFERED';
      return this.#busy(guardian, role) ? 'OVERLAP' : this.#take(role, entry);
    });
  }

  resize(index: number, capacity: number): string {
    return this.#attempt(index, (role) => {
      if (role.inside.length > capacity) return 'CAPACITY_BELOW_CONFIRMED';
      // The newest offers first, and of those of one moment the last in line.
      const held = role.entries
        .filter((each) => each.status === 'OFFERED')
        .sort((one, other) => one.expiresAt!.getTime() - other.expiresAt!.getTime());
      while (this.#taken(role) > capacity) Object.assign(held.pop()!, { status: 'WAITING', expiresAt: null });
      role.capacity = capacity;
      this.#offer(role);
      return '';
    });
  }

  sweep(): void {
    for (const role of this.roles) this.#settle(role);
  }

  hasWaited(guardian: number, index: number): boolean {
    return this.#last(this.roles[index]!, guardian) !== undefined;
  }

  /** Moments at which something ends or begins, in the order of time. */
  edges(): Date[] {
    const all = this.roles.flatMap(({ shift, entries }) => [
      shift.closesAt,
      shift.cancelUntil,
      shift.startsAt,
      ...entries.flatMap((each) => (each.status === 'OFFERED' ? [each.expiresAt!] : [])),
    ]);
    return all.filter((each) => each > this.now).sort((one, other) => one.getTime() - other.getTime());
  }

  /** Does it to a copy, which is kept unless it is refused. */
  #attempt(index: number, work: (role: Role) => string): string {
    const before = this.roles;
    this.roles = structuredClone(before);
    const role = this.roles[index]!;
    this.#settle(role);
    const code = work(role);
    if (code !== '') this.roles = before;
    return code;
  }

  #settle(role: Role): void {
    for (const each of role.entries)
      if (each.status === 'OFFERED' && each.expiresAt! <= this.now) each.status = 'EXPIRED';
    if (this.now >= role.shift.startsAt)
      for (const each of role.entries) if (each.status === 'WAITING') each.status = 'CLOSED';
    this.#offer(role);
  }

  #offer(role: Role): void {
    if (this.now >= role.shift.startsAt) return;
    const expiresAt = new Date(Math.min(minutesAfter(this.now, HOLD).getTime(), role.shift.startsAt.getTime()));
    for (const each of role.entries) {
      if (this.#free(role) > 0 && each.status === 'WAITING' && !this.#busy(each.guardian, role))
        Object.assign(each, { status: 'OFFERED', expiresAt });
    }
  }

  #end(role: Role, entry: Entry | undefined, status: ModelStatus): string | undefined {
    if (!entry) return undefined;
    entry.status = status;
    this.#offer(role);
    return '';
  }

  #take(role: Role, entry: Entry): string {
    entry.status = 'TAKEN';
    role.inside.push(entry.guardian);
    return '';
  }

  #blocker(guardian: number, role: Role): string | null {
    if (this.now >= role.shift.startsAt) return 'STARTED';
    if (this.now >= role.shift.closesAt) return 'CLOSED';
    if (role.inside.includes(guardian)) return 'ALREADY_SIGNED_UP';
    return this.#busy(guardian, role) ? 'OVERLAP' : null;
  }

  #busy(guardian: number, { shift }: Role): boolean {
    return this.roles.some(
      (other) =>
        other.inside.includes(guardian) && other.shift.startsAt < shift.endsAt && shift.startsAt < other.shift.endsAt,
    );
  }

  #taken = (role: Role): number => role.inside.length + role.entries.filter((each) => each.status === 'OFFERED').length;
  #free = (role: Role): number => role.capacity - this.#taken(role);
  #inLine = (role: Role, guardian: number): Entry | undefined =>
    role.entries.find((each) => each.guardian === guardian && (each.status === 'WAITING' || each.status === 'OFFERED'));
  #last = (role: Role, guardian: number): Entry | undefined =>
    role.entries.findLast((each) => each.guardian === guardian);
}
