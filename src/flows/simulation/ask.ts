import { type Day, type Month, monthOf, touchesMonth } from "../../domain/calendar.ts";
import { workingDays } from "../../domain/holidays.ts";
import type { Cents, Ppm } from "../../domain/money.ts";
import { USUAL_FEE_PPM } from "../../portage/asked.ts";
import { STARTS } from "../../portage/input-checks.ts";
import { knownCompany } from "../known-company.ts";
import type { Machine } from "../session.ts";
import { storedSimulations } from "./kept.ts";
import type { SimulationInput } from "./plan.ts";

/** The daily rate that is proposed where no mission says one. */
const PROPOSED_RATE_CENTS: Cents = 55_000;

/** Whoever is asked about a simulation; each answers with what was proposed where nothing is typed. */
export interface SimulationInterview {
  dailyRate(proposed: Cents): Promise<Cents>;
  days(proposed: number, month: Month): Promise<number>;
  fee(proposed: Ppm): Promise<Ppm>;
}

/** Says whether nothing is typed that a simulation can start from, nor anything that answers without. */
export function lacksStart(input: SimulationInput): boolean {
  const { saved, batch, compare, promise } = input;
  return [saved, batch, compare, promise, ...STARTS.map((name) => input[name])].every((one) => one === undefined);
}

/**
 * Asks what a simulation starts from: the daily rate, the days of the month, the fee. What is proposed is what the company last said, or
 * the latest promise that was kept, or what is usual. An answer that is the company's own stays the company's.
 */
export async function askSimulation(
  input: SimulationInput,
  machine: Machine,
  interview: SimulationInterview,
): Promise<SimulationInput> {
  const month = input.date ?? monthOf(machine.today());
  const known = input.national === true ? null : await knownCompany(machine);
  const tjm = await interview.dailyRate(rateOf(known?.missions ?? [], month) ?? PROPOSED_RATE_CENTS);
  const isRun = input.year === true || input.months !== undefined;
  const days = input.days ?? (isRun ? undefined : await interview.days(usualDays(input, month), month));
  const companyFee = known?.terms.fee;
  const proposed = companyFee ?? (await promisedFee(machine)) ?? USUAL_FEE_PPM;
  const fee = input.fee ?? (await interview.fee(proposed));
  return {
    ...input,
    tjm,
    ...(days === undefined ? {} : { days }),
    ...(fee === companyFee ? {} : { fee }),
  };
}

function usualDays({ alsaceMoselle }: SimulationInput, month: Month): number {
  return workingDays(month, alsaceMoselle === true).length;
}

/** The rate of the first mission under way in a month; null where none is known. */
function rateOf(
  missions: readonly { readonly start: Day; readonly end: Day | null; readonly dailyRateCents: Cents }[],
  month: Month,
): Cents | null {
  return missions.find((mission) => touchesMonth(mission, month))?.dailyRateCents ?? null;
}

/** The fee of the latest promise that says one with its turnover; null where none does. */
async function promisedFee(machine: Machine): Promise<Ppm | null> {
  const promises = (await storedSimulations(machine)).filter(({ kind }) => kind === "promise");
  const rates = promises.flatMap(({ figures: { turnover = 0, managementFee } }) =>
    managementFee === undefined || turnover === 0 ? [] : [Math.round((managementFee / turnover) * 1_000_000)],
  );
  return rates.at(-1) ?? null;
}
