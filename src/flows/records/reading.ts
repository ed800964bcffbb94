import { isAway } from "../../client/unanswered.ts";
import { isFailure, PorteError } from "../../errors.ts";
import { keepIfPossible } from "../../store/files.ts";
import { AREAS, type Area, type AreaValues, type Fact, ONLY } from "../../store/records/areas.ts";
import type { Records } from "../../store/records/records.ts";
import type { Telling } from "../../store/records/told.ts";
import type { Machine } from "../session.ts";

/** What is kept of an answer, and the instant at which it was last said. */
export interface Kept<Value> {
  readonly value: Value;
  readonly asOf: string;
}

/** One thing that is read: how it is asked, what is kept of the answer, and what stands in for it. */
export interface Read<Value> {
  readonly ask: () => Promise<Value>;
  readonly tellings: (value: Value) => readonly Telling[] | Promise<readonly Telling[]>;
  readonly kept: () => Kept<Value> | null | Promise<Kept<Value> | null>;
  /** Says whether an answer is what was kept lately: it is then not written again. */
  readonly isKnown?: (value: Value) => boolean;
}

/** How one person's answers are kept and stood in for. */
export interface ReadingTerms {
  readonly machine: Pick<Machine, "now" | "reads" | "onRecorded">;
  readonly records: Records;
  readonly url: string;
  /** Erases what the company said to others of the profile. */
  readonly clear: () => Promise<void>;
  /** Whether what is kept stands in where the company is away. */
  readonly standsIn: boolean;
}

/** Reads what a company says: keeps each answer, and where it is away gives what it said last. */
export class Reading {
  private readonly terms: ReadingTerms;

  constructor(terms: ReadingTerms) {
    this.terms = terms;
  }

  private get teller() {
    return { source: "company", url: this.terms.url } as const;
  }

  /** @throws {PorteError} what asking throws, where nothing stands in; `server.never_seen` where only what is kept may be shown, and nothing is. */
  async read<Value>({ ask, tellings, kept, isKnown }: Read<Value>): Promise<Value> {
    const { machine, standsIn } = this.terms;
    if (standsIn && machine.reads === "cached") return this.instead(kept, null);
    try {
      const value = await ask();
      if (isKnown?.(value) !== true) await this.keep(() => tellings(value));
      return value;
    } catch (failure) {
      if (!standsIn || machine.reads === "fresh" || !isAway(failure)) throw failure;
      return this.instead(kept, failure);
    }
  }

  private async instead<Value>(kept: Read<Value>["kept"], why: PorteError | null): Promise<Value> {
    const { machine } = this.terms;
    const found = await kept();
    if (found === null) throw why ?? new PorteError("server.never_seen", {});
    /** A clock that was ahead may have dated it. */
    const [asOf = found.asOf] = [found.asOf, machine.now().toISOString()].sort();
    machine.onRecorded(asOf, why);
    return found.value;
  }

  /** Keeps what was said; a machine that cannot be written to, or shows its files to somebody else, reads all the same. */
  async keep(tellings: () => readonly Telling[] | Promise<readonly Telling[]>): Promise<void> {
    const { records, url, clear, machine } = this.terms;
    try {
      await keepIfPossible(async () => {
        await clear();
        await records.keep(url, machine.now().toISOString(), await tellings());
      });
    } catch (failure) {
      if (!isFailure(failure, "file.unreadable")) throw failure;
    }
  }

  /** Finds one fact. @param scope what was asked, as it was noted. */
  one<Name extends Area>(area: Name, key: string): (Kept<AreaValues[Name]> & { readonly fact: Fact<Name> }) | null {
    const fact = this.terms.records.find(area, key, this.teller);
    if (fact === null || fact.value === null) return null;
    const asOf = [fact.at, this.confirmedAt(scopeOf(area, key)), this.confirmedAt(area)].sort().at(-1) ?? fact.at;
    return { value: fact.value, asOf, fact };
  }

  /**
   * Lists the facts of an area that were asked for, in the company's own order: the newest first.
   * @param scope what was asked, as it was noted. Where it was never answered, a list of months is those that are known; another is none.
   */
  list<Name extends Area>(
    area: Name,
    scope: string,
    isAsked: (value: AreaValues[Name]) => boolean,
  ): Kept<AreaValues[Name][]> | null {
    const facts = this.terms.records.latest(area, this.teller);
    const whole = this.confirmedAt(scope) ?? this.confirmedAt(area);
    if (whole === undefined && AREAS[area].isMonthly !== true) return null;
    const asked = facts.filter(({ value }) => value !== null && isAsked(value)).sort(newestFirst);
    const asOf = whole ?? asked.map(({ at }) => at).sort()[0];
    if (asOf === undefined) return null;
    return { value: asked.flatMap(({ value }) => (value === null ? [] : [value])), asOf };
  }

  /** Says whether a list was ever read to its end. */
  isWhole(scope: string): boolean {
    return this.confirmedAt(scope) !== undefined;
  }

  /** When the company last said what was asked; undefined where that is not known. */
  confirmedAt(scope: string): string | undefined {
    return this.terms.records.snapshot(this.terms.url)?.confirmed[scope];
  }
}

/** Names a part of an area as it is noted when it is said. */
export function scopeOf(area: Area, key: string): string {
  return key === ONLY ? area : `${area}/${key}`;
}

function newestFirst<Name extends Area>(one: Fact<Name>, other: Fact<Name>): number {
  return orderOf(one) < orderOf(other) ? 1 : -1;
}

function orderOf<Name extends Area>({ area, key, value }: Fact<Name>): string {
  return AREAS[area].isMonthly === true ? key : ((value as { readonly id?: string } | null)?.id ?? key);
}
