import { type Cents, type Ppm, share } from "../domain/money.ts";
import type { BoundAgreement } from "../payroll/law.ts";
import type { Level } from "../payroll/parameters/agreement.ts";

/** What the fee is taken on: all that the client pays, or that less the expenses in it. */
export const FEE_BASES = ["turnover", "turnover-less-expenses"] as const;
export type FeeBase = (typeof FEE_BASES)[number];

/** Whether paid leave is in each month's pay, or kept on the account with the contributions on it until it is taken. */
export const LEAVE_MODES = ["paid", "provisioned"] as const;
export type LeaveMode = (typeof LEAVE_MODES)[number];

/**
 * The base pay that the reserve is a tenth of. The agreement says "salaire de base" and defines it no further than this: the level's minimum
 * holds base pay, leave and the 5 %. Companies also publish a tenth of the whole minimum, and of the minimum with its reserve.
 */
export const RESERVE_BASES = ["base-pay", "minimum", "minimum-and-reserve"] as const;
export type ReserveBase = (typeof RESERVE_BASES)[number];

/** The text behind each base of the reserve, in the law's own French. */
export const RESERVE_BASE_TEXTS: Readonly<Record<ReserveBase | "amount", string>> = {
  "base-pay":
    "CCN IDCC 3219, art. 21.3 : « 10 % du salaire de base », le minimum du niveau moins les congés et l'indemnité de 5 % qu'il intègre",
  minimum: "usage de sociétés : 10 % du minimum du niveau (CCN IDCC 3219, art. 21.3)",
  "minimum-and-reserve":
    "usage de sociétés : 10 % du minimum du niveau et de sa réserve (70 % + 7 % du plafond de 2017)",
  amount: "contrat de travail : montant du salaire de base",
};

/** What a company takes from the account beside its fee, because the law or the branch makes it pay for the porté (agreement, art. 21.5). */
export type Charge = { readonly name: string } & (
  | { readonly ratePpm: Ppm; readonly amountCents?: undefined }
  | { readonly amountCents: Cents; readonly ratePpm?: undefined }
);

/** What a portage company and a porté have agreed on for a month. */
export interface Terms {
  /** Management fee, share of its base. */
  readonly feePpm: Ppm;
  /** Most fee of a month, or null where the company sets no cap. */
  readonly feeCapCents: Cents | null;
  readonly feeBase: FeeBase;
  /** Taken between the fee and the envelope; rates are of the turnover. */
  readonly charges: readonly Charge[];
  /** Reserve, share of base pay; 0 for none, and for a fixed-term contract. */
  readonly reservePpm: Ppm;
  /** What base pay is: one of the readings of the agreement, or an amount for a full-time month, cents. */
  readonly reserveBase: ReserveBase | Cents;
  readonly leave: LeaveMode;
  /** Whether the end-of-contract pay of a CDD stays on the account until the contract ends, or is in this month's pay. */
  readonly endOfContract: "kept" | "paid";
  readonly level: Level;
  /** Share of a full-time month that is worked, at most 1 000 000. */
  readonly workedPpm: Ppm;
}

const WHOLE: Ppm = 1_000_000;
/** A tenth on top: the minimum of a level with its reserve, as some companies count it. */
const RESERVE_ON_MINIMUM: Ppm = 100_000;

/** The base pay of a month for the time worked, cents. */
export function basePayMost(agreement: BoundAgreement, { reserveBase, level, workedPpm }: Terms): Cents {
  if (typeof reserveBase === "number") return share(reserveBase, workedPpm);
  return share(Math.round(wholeBase(agreement, reserveBase, agreement.minimumPay[level])), workedPpm);
}

function wholeBase(agreement: BoundAgreement, reserveBase: ReserveBase, minimum: Cents): number {
  if (reserveBase === "minimum") return minimum;
  if (reserveBase === "minimum-and-reserve") return (minimum * (WHOLE + RESERVE_ON_MINIMUM)) / WHOLE;
  const { businessContributionPpm, paidLeavePpm } = agreement;
  return (minimum * WHOLE) / (((WHOLE + businessContributionPpm) * (WHOLE + paidLeavePpm)) / WHOLE);
}

/** Least gross pay for the level and the time worked: owed month by month (agreement, art. 21.3). */
export function minimumPayOf(
  agreement: Pick<BoundAgreement, "minimumPay">,
  { level, workedPpm }: Pick<Terms, "level" | "workedPpm">,
): Cents {
  return share(agreement.minimumPay[level], workedPpm);
}

/** Says whether a pay due and its reserve reach the agreement's minimum: the level's, and that of both together. */
export function reachesMinimum(
  agreement: BoundAgreement,
  terms: Terms,
  { dueCents, reserveCents }: { readonly dueCents: Cents; readonly reserveCents: Cents },
): boolean {
  const floorCents = share(agreement.minimumWithReserveCents, terms.workedPpm);
  return dueCents >= minimumPayOf(agreement, terms) && dueCents + reserveCents >= floorCents;
}

/** What each charge takes of a turnover. */
export function chargesOf(turnoverCents: Cents, charges: readonly Charge[]): { name: string; cents: Cents }[] {
  return charges.map((charge) => ({ name: charge.name, cents: chargeOf(turnoverCents, charge) }));
}

/** What one charge takes of a turnover. */
export function chargeOf(turnoverCents: Cents, { ratePpm, amountCents }: Charge): Cents {
  return ratePpm === undefined ? amountCents : share(turnoverCents, ratePpm);
}
