import { v7 as uuid } from "uuid";
import type { Day, Month } from "../../domain/calendar.ts";
import { sum } from "../../domain/money.ts";
import { balances, type Posting } from "../../portage/account.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { newestOf, type PageQuery, pageOf } from "./paging.ts";
import { advanceOf, newestPayslip } from "./payslips.ts";

export interface Booking {
  readonly personId: string;
  readonly day: Day;
  readonly month: Month;
  readonly label: string;
}

/** Writes postings to a porté's account. Entries are only ever added. */
export async function post(
  deps: Deps,
  trx: Db,
  caller: Pick<Caller, "name">,
  booking: Booking,
  postings: readonly Posting[],
): Promise<void> {
  const recorded = { recorded_at: deps.now(), recorded_by: caller.name };
  const { personId, day, month, label } = booking;
  const rows = postings.map(({ kind, fund, amountCents, label: own }) => ({
    id: uuid(),
    person_id: personId,
    day,
    month,
    label: own ?? label,
    kind,
    fund,
    amount_cents: amountCents,
    ...recorded,
  }));
  if (rows.length > 0) await trx.insertInto("account_entries").values(rows).execute();
}

async function sums(db: Db, personId: string, month?: Month): Promise<Posting[]> {
  const rows = await db
    .selectFrom("account_entries")
    .select(["kind", "fund", (row) => row.fn.sum<string | number>("amount_cents").as("amount")])
    .where("person_id", "=", personId)
    .$if(month !== undefined, (select) => select.where("month", "=", month as Month))
    .groupBy(["kind", "fund"])
    .orderBy("kind")
    .orderBy("fund")
    .execute();
  return rows.map(({ kind, fund, amount }) => ({ kind, fund, amountCents: Number(amount) }));
}

/** What the account holds over all its entries. */
export async function balanceOf(db: Db, personId: string): Promise<number> {
  return sum(Object.values(balances(await sums(db, personId))));
}

/** Gives an account's balances, and a month's sums by kind. */
export async function account({ db }: Deps, personId: string, month: Month): Promise<Schemas["Account"]> {
  const held = balances(await sums(db, personId));
  const slip = await db
    .selectFrom("standing_payslips")
    .select("document")
    .where("person_id", "=", personId)
    .where("month", "=", month)
    .executeTakeFirst();
  const last = await newestPayslip(db, personId);
  return {
    month,
    balanceCents: sum(Object.values(held)),
    activityCents: held.activity,
    reserveCents: held.reserve,
    provisionCents: held.provision,
    advanceCents: advanceOf(last?.document),
    totals: await sums(db, personId, month),
    businessContributionCents: slip?.document.parts.businessContributionCents ?? 0,
  };
}

/** Lists an account's entries, newest first. */
export async function listEntries(
  { db }: Deps,
  personId: string,
  query: PageQuery & { month?: Month },
): Promise<Schemas["AccountEntryPage"]> {
  const ofMonth = db
    .selectFrom("account_entries")
    .selectAll()
    .$if(query.month !== undefined, (select) => select.where("month", "=", query.month as Month));
  const rows = await newestOf(ofMonth, personId, query);
  return pageOf(
    rows,
    query,
    ({ id }) => id,
    (row) => ({
      id: row.id,
      day: row.day,
      month: row.month,
      kind: row.kind,
      fund: row.fund,
      amountCents: row.amount_cents,
      label: row.label,
      recordedAt: row.recorded_at.toISOString(),
      recordedBy: row.recorded_by,
    }),
  );
}
