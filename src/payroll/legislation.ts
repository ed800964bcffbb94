import type { Month } from "../domain/calendar.ts";
import type { Dated } from "../domain/dated.ts";
import type { Cents, Ppm } from "../domain/money.ts";
import { PorteError } from "../errors.ts";
import type { Contribution } from "./contribution.ts";
import { PMSS, SMIC_HOURLY, WORK_ACCIDENT_MEAN } from "./parameters/ceilings.ts";
import { CONTRIBUTIONS } from "./parameters/contributions.ts";
import { type Band, NEUTRAL_RATE, SHORT_CONTRACT_ABATEMENT } from "./parameters/neutral-rate.ts";
import {
  FAMILY_LIMIT,
  GENERAL_REDUCTION,
  HEALTH_LIMIT,
  type ReducedRateLimit,
  type ReductionTerms,
} from "./parameters/reduction.ts";
import { FIRST_YEAR, LAST_YEAR } from "./parameters/year.ts";

/** Everything the kernel knows of the law: rows, and the years for which all of them were checked. */
export interface Legislation {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly contributions: readonly Contribution[];
  readonly pmss: Dated<Cents>;
  readonly smicHourly: Dated<Cents>;
  readonly workAccidentMean: Dated<Ppm>;
  readonly healthLimit: Dated<ReducedRateLimit>;
  readonly familyLimit: Dated<ReducedRateLimit>;
  readonly generalReduction: Dated<ReductionTerms>;
  readonly neutralRate: Dated<readonly Band[]>;
  readonly shortContractAbatement: Dated<Cents>;
}

/** The law of France, as far as it was read. */
export const LEGISLATION: Legislation = {
  firstYear: FIRST_YEAR,
  lastYear: LAST_YEAR,
  contributions: CONTRIBUTIONS,
  pmss: PMSS,
  smicHourly: SMIC_HOURLY,
  workAccidentMean: WORK_ACCIDENT_MEAN,
  healthLimit: HEALTH_LIMIT,
  familyLimit: FAMILY_LIMIT,
  generalReduction: GENERAL_REDUCTION,
  neutralRate: NEUTRAL_RATE,
  shortContractAbatement: SHORT_CONTRACT_ABATEMENT,
};

/** @throws {PorteError} `law.not_covered` for a month outside the years that were checked. */
export function assertKnown(month: Month, { firstYear, lastYear }: Legislation = LEGISLATION): void {
  const year = Number(month.slice(0, 4));
  if (year < firstYear || year > lastYear)
    throw new PorteError("law.not_covered", { month, first: firstYear, last: lastYear });
}
