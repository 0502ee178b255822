const MINUTE = 60_000;

/** When a person or a room is occupied: what PostgreSQL would refuse is not made in the first place. */
export class Timetable {
  /** Beginnings and ends in turn, in minutes. */
  readonly #busy: number[] = [];

  isFree(from: Date, to: Date): boolean {
    const start = from.getTime() / MINUTE;
    const end = to.getTime() / MINUTE;
    for (let index = 0; index < this.#busy.length; index += 2) {
      if (this.#busy[index]! < end && this.#busy[index + 1]! > start) return false;
    }
    return true;
  }

  occupy(from: Date, to: Date): void {
    this.#busy.push(from.getTime() / MINUTE, to.getTime() / MINUTE);
  }

  get isEmpty(): boolean {
    return this.#busy.length === 0;
  }
}
