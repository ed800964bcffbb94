import { addMonths, type Day, firstDay, isDay, monthOf } from "../domain/calendar.ts";
import { stepOn } from "../domain/dated.ts";
import { type Cents, share, sum } from "../domain/money.ts";
import type { Legislation } from "../payroll/legislation.ts";

/** What of a porté's lies at the company. */
export const HELD = [
  "activity",
  "reserve",
  "provision",
  "unpaid-pay",
  "expenses",
  "unbilled",
  "unpaid-invoices",
] as const;
export type HeldKind = (typeof HELD)[number];

/** Whether the law says that a guarantee of wages would pay it, or nobody has said. */
export type Cover = "wages" | "unknown";

/** Whether each is a wage or goes with one: pay that is due, the reserve (agreement, art. 21.3), leave and end-of-contract pay, expenses. */
const COVER: Readonly<Record<HeldKind, Cover>> = {
  activity: "unknown",
  reserve: "wages",
  provision: "wages",
  "unpaid-pay": "wages",
  expenses: "wages",
  unbilled: "unknown",
  "unpaid-invoices": "unknown",
};

/** The guarantee that a company states. */
export interface StatedGuarantee {
  readonly guarantor: string;
  readonly amountCents: Cents;
  readonly expires: Day;
  readonly lastYearPayrollCents: Cents;
}

/** What an exposure is told from; an amount that nobody knows is null. */
export interface ExposureFacts {
  readonly today: Day;
  readonly held: Readonly<Record<HeldKind, Cents | null>>;
  /** Null where nobody stated it. */
  readonly guarantee: StatedGuarantee | null;
  /** The first day of the contract; null without one. */
  readonly contractStart: Day | null;
  readonly law: Pick<Legislation, "pmss" | "claims">;
}

/** What of a porté's lies at the company, and what would pay it if the company failed. */
export interface Exposure {
  readonly held: readonly { readonly kind: HeldKind; readonly cents: Cents | null; readonly cover: Cover }[];
  /** The sum of what is known. */
  readonly totalCents: Cents;
  /** Of it, what is a wage or goes with one. */
  readonly wagesCents: Cents;
  /** What the company states of it is null where nobody said; what the law asks for at least is known all the same. */
  readonly guarantee: {
    readonly [Name in keyof StatedGuarantee]: StatedGuarantee[Name] | null;
  } & {
    readonly isOver: boolean | null;
    /** By the ceilings alone, where the pays of the last year are not known. */
    readonly leastCents: Cents;
    readonly isEnough: boolean | null;
    readonly text: string;
    readonly checkedUntil: Day;
    /** Whether that day has passed: nobody has read since whether the text still says so. */
    readonly isLapsed: boolean;
  };
  readonly wageGuarantee: {
    /** Null without a contract. */
    readonly ceilings: number | null;
    readonly mostCents: Cents | null;
    /** What the guarantee of wages would pay at most of the wages; null where that is not known. */
    readonly paidCents: Cents | null;
    readonly text: string;
    readonly checkedUntil: Day;
    /** Whether that day has passed: nobody has read since whether the text still says so. */
    readonly isLapsed: boolean;
  };
}

const MONTHS_A_YEAR = 12;
const UNSTATED = { guarantor: null, amountCents: null, expires: null, lastYearPayrollCents: null } as const;

/** Sets what lies at a company against the two guarantees. What of the financial one would reach one porté nobody knows before a failure. */
export function exposureOf({ today, held, guarantee, contractStart, law }: ExposureFacts): Exposure {
  const rows = HELD.map((kind) => ({ kind, cents: held[kind], cover: COVER[kind] }));
  const wagesCents = Math.max(0, sum(rows.filter(({ cover }) => cover === "wages").map(({ cents }) => cents ?? 0)));
  const pmss = stepOn(law.pmss, today).value;
  const { financialGuarantee, wageGuarantee } = law.claims;
  const floor = stepOn(financialGuarantee, today);
  const leastCents = Math.max(
    share(guarantee?.lastYearPayrollCents ?? 0, floor.value.payrollPpm),
    floor.value.yearlyCeilings * MONTHS_A_YEAR * pmss,
  );
  const wage = stepOn(wageGuarantee, today);
  const ceilings = contractStart === null ? null : ceilingsOf(contractStart, today, wage.value);
  const mostCents = ceilings === null ? null : ceilings * wage.value.socialCeilings * pmss;
  return {
    held: rows,
    totalCents: sum(rows.map(({ cents }) => cents ?? 0)),
    wagesCents,
    guarantee: {
      ...(guarantee ?? UNSTATED),
      isOver: guarantee === null ? null : today > guarantee.expires,
      leastCents,
      isEnough: guarantee === null ? null : guarantee.amountCents >= leastCents,
      text: floor.text.title,
      checkedUntil: financialGuarantee.checkedUntil,
      isLapsed: today > financialGuarantee.checkedUntil,
    },
    wageGuarantee: {
      ceilings,
      mostCents,
      paidCents: mostCents === null ? null : Math.min(wagesCents, mostCents),
      text: wage.text.title,
      checkedUntil: wageGuarantee.checkedUntil,
      isLapsed: today > wageGuarantee.checkedUntil,
    },
  };
}

/** How many ceilings the wage guarantee reaches, were the company judged today. */
function ceilingsOf(
  start: Day,
  today: Day,
  limits: { readonly underSixMonths: number; readonly underTwoYears: number; readonly longer: number },
): number {
  if (start > monthsBefore(today, 6)) return limits.underSixMonths;
  return start > monthsBefore(today, 24) ? limits.underTwoYears : limits.longer;
}

/** The same day so many months before; the first of the next month where that month has no such day. */
function monthsBefore(day: Day, months: number): Day {
  const month = addMonths(monthOf(day), -months);
  const same = `${month}-${day.slice(8)}`;
  return isDay(same) ? same : firstDay(addMonths(month, 1));
}
