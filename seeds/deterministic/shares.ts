/**
 * Divides a whole among parts by their weights, so that the shares are whole numbers and sum up exactly. Asked part
 * after part.
 */
export class Shares {
  readonly #total: number;
  readonly #weight: number;
  #seen = 0;
  #given = 0;

  constructor(total: number, weight: number) {
    this.#total = total;
    this.#weight = weight;
  }

  next(weight: number): number {
    this.#seen += weight;
    const due = Math.round((this.#total * this.#seen) / this.#weight);
    const share = due - this.#given;
    this.#given = due;
    return share;
  }
}
