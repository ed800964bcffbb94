import type { Month } from "../../domain/calendar.ts";
import { sum } from "../../domain/money.ts";
import { balances, type Posting } from "../../portage/account.ts";
import { objectOf } from "../db/as-json.ts";
import type { Db, Schemas } from "../deps.ts";
import { advanceOf } from "../payslips/document.ts";

/** What the account holds over all its entries. */
export async function balanceOf(db: Db, personId: string): Promise<number> {
  const { total } = await db
    .selectFrom("account_entries")
    .select((row) => row.fn.sum<string | number | null>("amount_cents").as("total"))
    .where("person_id", "=", personId)
    .executeTakeFirstOrThrow();
  return Number(total ?? 0);
}

/** What an account is told from: its sums over all time and over a month, that month's payslip and the last one. */
export interface AccountFacts {
  readonly held: Posting[];
  readonly before: Posting[];
  readonly totals: Posting[];
  readonly remainderCents: number | null;
  readonly businessContributionCents: number | null;
}

function sums(where: string): string {
  return `(select coalesce(json_agg(one), '[]') from (select kind, fund, sum(amount_cents) as "amountCents"
    from account_entries where ${where} group by kind, fund order by kind, fund) one)`;
}

/** SQL that gives the facts of an account in a month. */
export function accountFacts(personId: string, month: string): string {
  const own = `person_id = ${personId}`;
  return objectOf(`${sums(own)} as held, ${sums(`${own} and month < ${month}`)} as before, ${sums(`${own} and month = ${month}`)} as totals,
    (select remainder_cents from standing_payslips where ${own} order by month desc limit 1) as "remainderCents",
    (select business_contribution_cents from standing_payslips where ${own} and month = ${month}) as "businessContributionCents"`);
}

/** Gives an account's balances, and a month's sums by kind. */
export function accountOf(
  { held, before, totals, remainderCents, businessContributionCents }: AccountFacts,
  month: Month,
): Schemas["Account"] {
  const funds = balances(held);
  const opening = balances(before);
  return {
    month,
    balanceCents: sum(Object.values(funds)),
    activityCents: funds.activity,
    reserveCents: funds.reserve,
    provisionCents: funds.provision,
    advanceCents: advanceOf(remainderCents === null ? undefined : { remainderCents }),
    opening: {
      activityCents: opening.activity,
      reserveCents: opening.reserve,
      provisionCents: opening.provision,
    },
    totals: totals.filter(({ amountCents }) => amountCents !== 0),
    businessContributionCents: businessContributionCents ?? 0,
  };
}

/** SQL of an account's entries from the newest, of one month or of all, and what one shows. */
export const ENTRIES = {
  rows: (
    personId: string,
    { cursor, most, first, last }: Readonly<Record<"cursor" | "most" | "first" | "last", string>>,
  ) =>
    `select *, xmin as written from account_entries where person_id = ${personId} and id < ${cursor}::uuid
      and month between ${first} and ${last} order by id desc limit ${most}`,
  text: "one.shown",
  key: "one.id",
};
