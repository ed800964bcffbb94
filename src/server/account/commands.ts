import { v7 as uuid } from "uuid";
import type { Day, Month } from "../../domain/calendar.ts";
import type { Posting } from "../../portage/account.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";

export interface Booking {
  readonly personId: string;
  readonly day: Day;
  readonly month: Month;
  readonly label: string;
  readonly cause: Schemas["EntryCause"];
  /** The payment or the payslip that is taken back. */
  readonly reverses?: string;
}

/** The rows of postings to a porté's account. */
export function entriesOf(
  { now }: Pick<Deps, "now">,
  caller: Pick<Caller, "name">,
  { personId, day, month, label, cause, reverses }: Booking,
  postings: readonly Posting[],
) {
  const recorded = { recorded_at: now(), recorded_by: caller.name };
  return postings.map(({ kind, fund, amountCents, label: own }) => ({
    id: uuid(),
    person_id: personId,
    day,
    month,
    label: own ?? label,
    kind,
    fund,
    amount_cents: amountCents,
    reverses: reverses ?? null,
    cause: JSON.stringify(cause),
    ...recorded,
  }));
}

/** Writes postings to a porté's account. Entries are only ever added. */
export async function post(
  deps: Deps,
  trx: Db,
  caller: Pick<Caller, "name">,
  booking: Booking,
  postings: readonly Posting[],
): Promise<void> {
  const rows = entriesOf(deps, caller, booking, postings);
  if (rows.length > 0) await trx.insertInto("account_entries").values(rows).execute();
}
