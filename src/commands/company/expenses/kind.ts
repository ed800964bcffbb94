import { act, read, readAll } from "../../../flows/staff/act.ts";
import type { Kind } from "../decide.ts";

/** Expenses, as the staff reads them and decides on them. */
export const EXPENSES: Kind = {
  name: "expenses",
  list: (office) => readAll(office, "listExpensesToDecide"),
  read: (office, id) => read(office, "getOwnedExpense", { params: { expenseId: id } }),
  decide: (office, id, body, ifMatch) => act(office, "decideExpense", { params: { expenseId: id }, body, ifMatch }),
};
