const FIRST_SIZE = 1024;

/** Counts by a whole number that is already mixed, as a hash is. In two arrays: a map takes several times their room for a million. */
export class NumberCounts {
  /** Nothing is counted at a place whose count is zero. */
  private keys = new Float64Array(FIRST_SIZE);
  private counts = new Uint32Array(FIRST_SIZE);
  private used = 0;

  /** How often a number was counted; 0 for one that never was. */
  get(key: number): number {
    return this.counts[this.placeOf(key)] ?? 0;
  }

  /** @param count above zero. */
  set(key: number, count: number): void {
    const place = this.placeOf(key);
    if (this.counts[place] === 0) this.used += 1;
    this.keys[place] = key;
    this.counts[place] = count;
    if (this.used * 2 > this.keys.length) this.grow();
  }

  *[Symbol.iterator](): Generator<readonly [key: number, count: number]> {
    for (const [place, count] of this.counts.entries()) if (count > 0) yield [this.keys[place] ?? 0, count];
  }

  /** The place of a number, or the free one where it would be: half of them are free. */
  private placeOf(key: number): number {
    const last = this.keys.length - 1;
    let place = (key >>> 0) & last;
    while (this.counts[place] !== 0 && this.keys[place] !== key) place = (place + 1) & last;
    return place;
  }

  private grow(): void {
    const [keys, counts] = [this.keys, this.counts];
    this.keys = new Float64Array(keys.length * 2);
    this.counts = new Uint32Array(keys.length * 2);
    for (let at = 0; at < keys.length; at += 1) {
      const [key = 0, count = 0] = [keys[at], counts[at]];
      if (count === 0) continue;
      const place = this.placeOf(key);
      this.keys[place] = key;
      this.counts[place] = count;
    }
  }
}
