import { given } from "../domain/given.ts";
import { toEuros } from "../domain/money.ts";
import { shortIds } from "../domain/short-id.ts";
import type { Overview, StatusItem } from "../domain/status/items.ts";
import { commandFor } from "../domain/status/kinds.ts";
import { jsonText } from "../i18n/printable.ts";
import type { RenderOptions } from "./look.ts";
import { sentenceOf } from "./status-words.ts";
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
            items.map((item) => [
              `  ${mark} ${statusLine(look, item, today)}`,
              paint.soft(look.say.proposed(commandFor(item, short))),
            ]),
          ),
        ];
  const own = todo.length === 0 ? [paint.good(`✓ ${status.allDone}`)] : section(status.todo, "●", todo);
  return [...own, ...section(status.waiting, "○", waiting), ...section(status.money, "€", money)].join("\n");
}

/** One item in a line: what it is, until when it may wait, and since when another is waited for. */
export function statusLine(look: RenderOptions, item: StatusItem, today: string): string {
  const { status, format } = look.say;
  const { since, due, promisedBy, waitingOn } = item;
  const said = [sentenceOf(look, item)];
  /** How late a client is says since when. */
  if (waitingOn !== undefined && since !== undefined && item.kind !== "invoice-late")
    said.push(status.since(format.day(since)));
  if (promisedBy !== undefined)
    said.push((promisedBy < today ? status.promisedLate : status.promised)(format.day(promisedBy)));
  const isDated = item.kind.startsWith("expense") || item.kind === "price-to-tell";
  if (due !== undefined && isDated && waitingOn === undefined) said.push(status.until(format.day(due)));
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
      const { kind, id, number, mission, month, amountCents, daysLate, remindedOn, nextReminderOn } = item;
      return { kind, id, number, mission, month, amount: toEuros(amountCents), daysLate, remindedOn, nextReminderOn };
    }
    case "invoice-due":
    case "invoice-cancelled": {
      const { kind, id, number, mission, month, amountCents } = item;
      return {
        ...{ kind, id, number, mission, month, amount: toEuros(amountCents) },
        ...("day" in item ? { day: item.day } : {}),
      };
    }
    case "minimum-owed":
      return { kind: item.kind, month: item.month, amount: toEuros(item.amountCents) };
    case "collected":
      return { kind: item.kind, count: item.count, amount: toEuros(item.amountCents) };
    case "complement":
      return { kind: item.kind, amount: toEuros(item.amountCents), advance: toEuros(item.advanceCents) };
    case "price-to-tell": {
      const { kind, mission, agreedOn, dailyRateCents } = item;
      return { kind, mission, agreedOn, dailyRate: toEuros(dailyRateCents) };
    }
    case "transfer":
    case "transferred":
      return { kind: item.kind, amount: toEuros(item.amountCents), day: item.day };
    case "pay-expected":
      return { kind: item.kind, month: item.month, turnover: toEuros(item.turnoverCents), day: item.day };
    default: {
      const { since: _since, due: _due, waitingOn: _waitingOn, promisedBy: _promisedBy, ...facts } = item;
      return facts;
    }
  }
}

/** How the expenses that are to be acted on are named; `porte expenses answer` looks for those that are asked about first. */
function shortIdsOf(items: readonly StatusItem[]): (id: string) => string {
  return shortIds(items.flatMap((item) => ("id" in item ? [item.id] : [])));
}
