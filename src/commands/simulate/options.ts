import type { Month } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import type { Asked } from "../../portage/asked.ts";
import { optionName, STARTS } from "../../portage/asked-checks.ts";
import type { Axis } from "../../portage/curve.ts";
import type { Charge } from "../../portage/terms.ts";

/** What the command line may say: the month itself, then how to answer. */
export interface SimulateOptions extends Omit<Asked, "charges"> {
  readonly charge?: readonly Charge[];
  readonly national?: boolean;
  readonly explain?: boolean;
  readonly months?: number;
  readonly year?: boolean;
  readonly leaveDays?: ReadonlyMap<Month, number>;
  readonly intermission?: ReadonlyMap<Month, number>;
  readonly margins?: boolean;
  readonly plot?: Axis | true;
  readonly report?: string;
  readonly csv?: boolean;
  readonly save?: string;
  readonly promise?: boolean;
  readonly compare?: string;
  readonly against?: string;
  readonly payslip?: Month;
  readonly saved?: boolean;
  readonly batch?: string;
  /** A file of law for this answer alone. */
  readonly law?: string;
}

/** Options that need another one, and pairs that contradict each other; the rest is checked with the amounts. */
const NEEDS: readonly (readonly [keyof SimulateOptions, readonly (keyof SimulateOptions)[]])[] = [
  ["promise", ["save"]],
  ["against", ["compare"]],
  ["payslip", ["compare"]],
  ["leaveDays", ["year", "months"]],
  ["intermission", ["year", "months"]],
];
const ALONE: readonly (keyof SimulateOptions)[] = ["batch", "saved"];
const OF_ONE_MONTH = ["explain", "margins", "plot", "report", "save", "compare"] as const;

/** Pairs of options that contradict each other. */
const APART: readonly (readonly [keyof SimulateOptions, keyof SimulateOptions])[] = [
  ["year", "months"],
  ["against", "payslip"],
  ...(["year", "months"] as const).flatMap((run) => OF_ONE_MONTH.map((one) => [run, one] as const)),
];

/** @throws {PorteError} `usage.missing_option`, `usage.conflict` for options that cannot stand together. */
export function assertTogether(options: SimulateOptions, isJson: boolean): void {
  const given = (name: keyof SimulateOptions) => options[name] !== undefined;
  const lacking = NEEDS.find(([name, needed]) => given(name) && !needed.some(given));
  if (lacking !== undefined)
    throw new PorteError("usage.missing_option", {
      option: optionName(lacking[1][0] ?? ""),
      command: `porte simulate ${optionName(lacking[0])}`,
    });
  const others = Object.keys(options).filter((name) => name !== "national" && name !== "law");
  const lonely = ALONE.filter(given).find(() => others.length > 1);
  const apart: readonly string[] | undefined =
    lonely === undefined ? APART.find((pair) => pair.every(given)) : others.slice(0, 2);
  if (apart !== undefined) throw new PorteError("usage.conflict", { options: apart.map(optionName) });
  if (given("csv") && isJson) throw new PorteError("usage.conflict", { options: ["--csv", "--json"] });
}

/** Takes what is asked of the month: what says how to answer is left out. */
export function askedFrom(options: SimulateOptions): Asked {
  const {
    national: _n,
    explain: _e,
    months: _m,
    year: _y,
    leaveDays: _l,
    intermission: _i,
    margins: _g,
    plot: _p,
    report: _r,
    csv: _c,
    save: _s,
    promise: _o,
    compare: _d,
    against: _a,
    payslip: _b,
    saved: _v,
    batch: _t,
    law: _w,
    ...asked
  } = options;
  const { charge, ...named } = asked;
  return charge === undefined ? named : { ...named, charges: charge };
}

/** Says whether a month is asked to be computed. */
export function hasStart(options: SimulateOptions): boolean {
  return STARTS.some((name) => options[name] !== undefined);
}
