import type { Month } from "../calendar.ts";
import { type Cents, sum } from "../money.ts";
import type { PaidBackRead } from "./payslip-reading.ts";

/** Expenses that left together and are not decided on: what they come to. */
export interface OwedDossier {
  readonly month: Month;
  readonly number: number;
  readonly owedCents: Cents;
}

/**
 * What a payslip says of dossiers: those that it pays back, because a line that names expenses has just their amount; or those that it may pay
 * back, because their amount stands somewhere, or fits more than one.
 */
export interface PaidBack<Dossier extends OwedDossier> {
  readonly paid: readonly Dossier[];
  readonly likely: readonly Dossier[];
}

/**
 * Finds the dossiers that a payslip pays back: of its month or before.
 * @param isSure whether the payslip is theirs: nothing is paid for sure by one that names somebody else.
 */
export function matchPaidBack<Dossier extends OwedDossier>(
  dossiers: readonly Dossier[],
  month: Month,
  { named, amounts }: PaidBackRead,
  isSure: boolean,
): PaidBack<Dossier> {
  const owed = dossiers.filter((one) => one.owedCents > 0 && one.month <= month);
  const groups = groupsOf(owed);
  const said = new Set([...named, ...(named.length > 1 ? [sum(named)] : [])]);
  const certain = groups.filter((group) => said.has(total(group)));
  const [only] = certain;
  if (only !== undefined && certain.length === 1 && isSure) return { paid: only, likely: [] };
  const found = certain.length > 0 ? certain : groups.filter((group) => amounts.has(total(group)));
  return { paid: [], likely: [...new Set(found.flat())] };
}

/** Each dossier alone, those of each month together, and all of them. */
function groupsOf<Dossier extends OwedDossier>(owed: readonly Dossier[]): (readonly Dossier[])[] {
  const months = [...new Set(owed.map(({ month }) => month))];
  const ofMonths = months.map((month) => owed.filter((one) => one.month === month));
  const groups = [...owed.map((one) => [one]), ...ofMonths, owed];
  const names = groups.map((group) => group.map(({ month, number }) => `${month} ${number}`).join());
  return groups.filter((group, index) => group.length > 0 && names.indexOf(names[index] ?? "") === index);
}

function total(group: readonly OwedDossier[]): Cents {
  return sum(group.map(({ owedCents }) => owedCents));
}
