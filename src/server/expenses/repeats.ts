import { isSameTrip } from "../../domain/expense.ts";
import { plainEuros } from "../../domain/money.ts";
import { PorteError } from "../../errors.ts";
import type { Db, Schemas } from "../deps.ts";

type Filed = Pick<Schemas["ExpenseSubmission"], "date" | "amountCents" | "trip" | "receiptId">;

/**
 * Looks for the same expense among a person's others of that day that were not refused: the same trip, or a receipt of the same bytes for
 * the same amount. Two amounts of one receipt may be two expenses: a night and its breakfast.
 * @throws {PorteError} `expense.repeated`.
 */
export async function assertNew(
  trx: Db,
  personId: string,
  { date, amountCents, trip, receiptId }: Filed,
): Promise<void> {
  const repeated = (kind: "trip" | "receipt") =>
    new PorteError("expense.repeated", { kind, date, amount: plainEuros(amountCents) });
  const ofDay = trx
    .selectFrom("expenses")
    .where("expenses.person_id", "=", personId)
    .where("expenses.date", "=", date)
    .where("expenses.state", "!=", "refused");
  if (trip !== null) {
    const others = await ofDay.select("expenses.trip").where("expenses.trip", "is not", null).execute();
    if (others.some((one) => one.trip !== null && isSameTrip(one.trip, trip))) throw repeated("trip");
  }
  if (receiptId === null) return;
  const same = await ofDay
    .innerJoin("receipts", "receipts.id", "expenses.receipt_id")
    .select("expenses.id")
    .where("expenses.amount_cents", "=", amountCents)
    .where("receipts.sha256", "=", (row) => row.selectFrom("receipts").select("sha256").where("id", "=", receiptId))
    .executeTakeFirst();
  if (same !== undefined) throw repeated("receipt");
}
