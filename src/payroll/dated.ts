import type { Day } from "../domain/calendar.ts";
import { PorteError } from "../errors.ts";

/** One value of the law from a day on, until the next step begins. */
export interface Step<Value> {
  readonly from: Day;
  readonly value: Value;
  readonly source: string;
}

/** A value of the law through time: steps without ends, so that neither gap nor overlap can be written. */
export interface Dated<Value> {
  readonly name: string;
  /** The last day somebody checked that nothing had changed. */
  readonly checkedUntil: Day;
  readonly steps: readonly Step<Value>[];
}

/** Reads the law on a day. @throws {PorteError} `law.not_covered` before the first step or after the last day checked. */
export function stepOn<Value>({ name, checkedUntil, steps }: Dated<Value>, day: Day): Step<Value> {
  const step = day > checkedUntil ? undefined : steps.findLast(({ from }) => from <= day);
  if (step === undefined)
    throw new PorteError("law.not_covered", { name, day, first: steps[0]?.from ?? "", last: checkedUntil });
  return step;
}
