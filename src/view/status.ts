import { toEuros } from "../domain/money.ts";
import type { Overview, StatusItem } from "../domain/overview.ts";
import { shortIds } from "../domain/short-id.ts";
import type { RenderOptions } from "./look.ts";
import { aligned } from "./table.ts";

/** Gives the sections as public data. `mine` and `others` are the earlier names of `todo` and `waiting`, for one release. */
export function statusJson(overview: Overview) {
  const [todo, waiting] = [overview.todo.map(itemJson), overview.waiting.map(itemJson)];
  return { todo, waiting, money: overview.money.map(itemJson), mine: todo, others: waiting };
}

/** Shows what needs the porté first, each line with the command that ends it. */
export function statusText(look: RenderOptions, { todo, waiting, money }: Overview): string {
  const { status } = look.say;
  const { paint } = look;
  const short = shortIdsOf(todo);
  const section = (title: string, mark: string, items: readonly StatusItem[]) =>
    items.length === 0
      ? []
      : [
          paint.strong(title),
          aligned(
            look,
            [{}, { gives: "never" }],
            items.map((item) => [`  ${mark} ${sentence(look, item)}`, paint.soft(commandFor(item, short))]),
          ),
        ];
  const own = todo.length === 0 ? [paint.good(`✓ ${status.allDone}`)] : section(status.todo, "●", todo);
  return [...own, ...section(status.waiting, "○", waiting), ...section(status.money, "€", money)].join("\n");
}

function itemJson(item: StatusItem) {
  switch (item.kind) {
    case "balance":
      return { kind: item.kind, balance: toEuros(item.balanceCents), reserve: toEuros(item.reserveCents) };
    case "expenses-to-send":
    case "expenses-read":
      return { kind: item.kind, count: item.count, amount: toEuros(item.amountCents) };
    case "expense-questioned":
      return { kind: item.kind, id: item.id, amount: toEuros(item.amountCents), question: item.question };
    case "expense-refused":
      return { kind: item.kind, id: item.id, amount: toEuros(item.amountCents), reason: item.reason };
    case "transfer":
    case "transferred":
      return { kind: item.kind, amount: toEuros(item.amountCents), day: item.day };
    default:
      return { ...item };
  }
}

function sentence({ say }: RenderOptions, item: StatusItem): string {
  const { status, format } = say;
  switch (item.kind) {
    case "report-due":
      return status.reportDue(format.month(item.month), format.day(item.day));
    case "report-late":
      return status.reportLate(format.month(item.month), format.day(item.day));
    case "report-draft":
      return (item.isLate ? status.reportDraftLate : status.reportDraft)(
        format.month(item.month),
        format.day(item.day),
      );
    case "report-queued":
      return status.reportQueued(format.month(item.month));
    case "report-at-client":
      return status.reportAtClient(format.month(item.month));
    case "report-waits":
      return status.reportWaits(format.month(item.month));
    case "report-approved":
      return status.reportApproved(format.month(item.month));
    case "report-refused":
      return status.reportRefused(format.month(item.month), item.reason);
    case "expenses-to-send":
      return status.expensesWaiting(item.count, format.euros(item.amountCents));
    case "expenses-read":
      return status.expensesRead(item.count, format.euros(item.amountCents));
    case "receipts-missing":
      return status.receiptsMissing(item.count);
    case "expense-questioned":
      return status.expenseQuestioned(format.euros(item.amountCents), item.question);
    case "expense-refused":
      return status.expenseRefused(format.euros(item.amountCents), item.reason);
    case "transfer":
      return status.transfer(format.euros(item.amountCents), format.day(item.day));
    case "transferred":
      return status.transferred(format.euros(item.amountCents), format.day(item.day));
    case "balance":
      return status.balance(format.euros(item.balanceCents), format.euros(item.reserveCents));
  }
}

/** How the expenses that are to be acted on are named; `porte expenses answer` looks for those that are asked about first. */
function shortIdsOf(items: readonly StatusItem[]): (id: string) => string {
  return shortIds(items.flatMap((item) => ("id" in item ? [item.id] : [])));
}

/** The command that ends what waits, or that shows it. */
function commandFor(item: StatusItem, short: (id: string) => string): string {
  switch (item.kind) {
    case "report-due":
    case "report-late":
    case "report-draft":
    case "report-refused":
      return `porte declare ${item.month}`;
    case "report-queued":
      return "porte sync";
    case "report-waits":
    case "report-at-client":
    case "report-approved":
      return `porte declare show ${item.month}`;
    case "expenses-to-send":
      return "porte expenses submit";
    case "receipts-missing":
      return "porte expenses list --missing";
    case "expense-questioned":
      return `porte expenses answer ${short(item.id)}`;
    case "expense-refused":
      return `porte expenses remove ${short(item.id)}`;
    case "expenses-read":
      return "porte expenses list";
    case "transfer":
    case "transferred":
      return "porte payslips list";
    case "balance":
      return "porte account";
  }
}
