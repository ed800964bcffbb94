import { given } from "../domain/given.ts";
import { toEuros } from "../domain/money.ts";
import { shortIds } from "../domain/short-id.ts";
import type { Overview, StatusItem } from "../domain/status/items.ts";
import { commandFor } from "../domain/status/kinds.ts";
import { jsonText } from "../i18n/printable.ts";
import type { RenderOptions } from "./look.ts";
import { aligned } from "./table.ts";

/**
 * Gives the sections as public data. `mine` and `others` are the earlier names of `todo` and `waiting`, for one release.
 * @param asOf the instant of it.
 */
export function statusJson(overview: Overview, asOf: string) {
  const [todo, waiting] = [itemsJson(overview.todo), itemsJson(overview.waiting)];
  return { todo, waiting, money: itemsJson(overview.money), mine: todo, others: waiting, asOf };
}

/** What is told of a moment of somebody who watches. */
interface Moment {
  readonly asOf: string;
  readonly events: readonly object[];
  /** Why the company does not answer; null where it does. */
  readonly away: Error | null;
}

/** Gives a moment as lines of JSON: one for each event, or one where nothing but the line changed. */
export function watchLines(overview: Overview, { asOf, events, away }: Moment): string[] {
  const connection = away === null ? "live" : "away";
  const shown = { connection, ...statusJson(overview, asOf), ...(away === null ? {} : { stale: true }) };
  return (events.length === 0 ? [null] : events).map((event) => `${jsonText({ event, ...shown })}\n`);
}

/** Gives items as public data, each with its command. */
export function itemsJson(items: readonly StatusItem[]) {
  const short = shortIdsOf(items);
  return items.map((item) => ({ ...itemJson(item), command: commandFor(item, short) }));
}

/** Shows what needs the porté first, each line with the command that ends it; then the money, and what others do. */
export function statusText(look: RenderOptions, { todo, waiting, money }: Overview, today: string): string {
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
            items.map((item) => [`  ${mark} ${statusLine(look, item, today)}`, paint.soft(commandFor(item, short))]),
          ),
        ];
  const own = todo.length === 0 ? [paint.good(`✓ ${status.allDone}`)] : section(status.todo, "●", todo);
  return [...own, ...section(status.waiting, "○", waiting), ...section(status.money, "€", money)].join("\n");
}

/** One item in a line: what it is, until when it may wait, and since when another is waited for. */
export function statusLine(look: RenderOptions, item: StatusItem, today: string): string {
  const { status, format } = look.say;
  const { since, due, promisedBy, waitingOn } = item;
  const said = [sentence(look, item)];
  /** How late a client is says since when. */
  if (waitingOn !== undefined && since !== undefined && item.kind !== "invoice-late")
    said.push(status.since(format.day(since)));
  if (promisedBy !== undefined)
    said.push((promisedBy < today ? status.promisedLate : status.promised)(format.day(promisedBy)));
  if (due !== undefined && item.kind.startsWith("expense") && waitingOn === undefined)
    said.push(status.until(format.day(due)));
  return said.join(", ");
}

function itemJson(item: StatusItem) {
  const { since, due, waitingOn, promisedBy } = item;
  return { ...factsJson(item), ...given({ since, due, waitingOn, promisedBy }) };
}

function factsJson(item: StatusItem) {
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
    case "invoice-late": {
      const { kind, id, number, mission, month, amountCents, daysLate, nextReminderOn } = item;
      return { kind, id, number, mission, month, amount: toEuros(amountCents), daysLate, nextReminderOn };
    }
    case "transfer":
    case "transferred":
      return { kind: item.kind, amount: toEuros(item.amountCents), day: item.day };
    default: {
      const { since: _since, due: _due, waitingOn: _waitingOn, promisedBy: _promisedBy, ...facts } = item;
      return facts;
    }
  }
}

function sentence({ say }: RenderOptions, item: StatusItem): string {
  const { status, format } = say;
  switch (item.kind) {
    case "contract-to-sign":
      return status.contractToSign(item.mission);
    case "contract-at-others":
      return status.contractAtOthers(item.mission, item.waitingOn === "client" ? "client" : "company");
    case "trial-end":
    case "first-level":
      return say.contracts.watches[item.kind](format.day(item.day), item.isPast);
    case "client-months":
    case "contract-late":
      return say.contracts.watch(say.contracts.watches[item.kind](format.day(item.day), item.isPast), item.mission);
    case "invoice-late": {
      const { number, mission, amountCents, daysLate, nextReminderOn: next } = item;
      const late = say.money.late(daysLate);
      const reminder = next === null ? say.money.noReminder : say.money.nextReminder(format.day(next));
      return status.invoiceLate(number, mission, format.euros(amountCents), `${late}, ${reminder}`);
    }
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
