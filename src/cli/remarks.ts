import type { PorteError } from "../errors.ts";

/** Something said beside the answer, for programs: a stable code where there is one, and its sentence. */
export interface Remark {
  readonly code: string;
  readonly message: string;
}

/** How old what an answer rests on is: null for what the company never said here. */
export interface Age {
  readonly asOf: string | null;
  /** Why the company did not say it now; null where it was not to be asked. */
  readonly why: PorteError | null;
}

/** What a run answers and remarks with `--json`, until it ends: a remark may come after the answer that it belongs to. */
export class Remarks {
  private readonly kept: Remark[] = [];
  private answer: object | null = null;
  private oldest: Age | null = null;

  add(remark: Remark): void {
    if (!this.kept.some(({ message }) => message === remark.message)) this.kept.push(remark);
  }

  /** Keeps an answer until it is taken. */
  hold(answer: object): void {
    this.answer = answer;
  }

  /** Notes that the answer rests on something of that age; the oldest counts, and what was never said is older than all. */
  age(age: Age): void {
    if (this.oldest === null || (age.asOf ?? "") < (this.oldest.asOf ?? "")) this.oldest = age;
  }

  /** Takes the age of the answer, to be told; null where it is of now. */
  takeAge(): Age | null {
    const { oldest } = this;
    this.oldest = null;
    if (oldest !== null && this.answer !== null) this.answer = { ...this.answer, asOf: oldest.asOf, stale: true };
    return oldest;
  }

  /** Says whether an answer waits to be taken. */
  isHolding(): boolean {
    return this.answer !== null;
  }

  /**
   * Gives the answer with every remark in its `warnings`, those that it had itself first, and the remarks that it had not; and
   * forgets both.
   */
  take(): { readonly answer: object | null; readonly remarks: readonly Remark[] } {
    const kept = this.kept.splice(0);
    const { answer } = this;
    this.answer = null;
    const { warnings = [] } = (answer ?? {}) as { readonly warnings?: readonly Remark[] };
    const remarks = kept.filter(({ message }) => !warnings.some((own) => own.message === message));
    const isWhole = answer === null || remarks.length === 0;
    return { answer: isWhole ? answer : { ...answer, warnings: [...warnings, ...remarks] }, remarks };
  }
}
