import type { Schemas } from "../../client/company.ts";
import { monthOf } from "../../domain/calendar.ts";
import { RecurringRules } from "../../store/recurring.ts";
import { ReportDrafts } from "../../store/report-drafts.ts";
import { storedExpenses } from "../expenses/drafts.ts";
import type { Session } from "../session.ts";
import { ownFacts } from "./own-facts.ts";

/** A list of an export: its name, and how it is read. */
export interface ExportedList {
  readonly name: string;
  /** Whether it is written as CSV too. */
  readonly isSheet: boolean;
  /** Whether the company alone gives it: nothing on this machine stands in. */
  readonly isCompanyOnly?: true;
  readonly read: () => Promise<readonly object[]>;
}

/** The most pages of events that are read: those of a month are kept. */
const MAX_PAGES = 1000;

/** What only a company has. */
const OF_A_COMPANY: ReadonlySet<string> = new Set([
  "proposals",
  "contracts",
  "leave",
  "invoices",
  "payments",
  "events",
]);

/** Everything that is listed: what is known of the work, whoever says it, then what was said here, and what is typed here and not sent. */
export function listsOf(session: Session): readonly ExportedList[] {
  const known = heldLists(session).filter(({ name }) => !session.isLocal || !OF_A_COMPANY.has(name));
  return [...known, ...ownFacts(session), ...typedLists(session)];
}

function heldLists({ reader, machine }: Session): readonly ExportedList[] {
  return [
    lines("me", async () => [await reader.me()]),
    lines("company", async () => [await reader.profile()]),
    lines("account", async () => [await reader.account(monthOf(machine.today()))]),
    list("account-entries", () => reader.allEntries()),
    list("missions", () => reader.missions()),
    lines("proposals", () => reader.proposals()),
    list("contracts", () => reader.contracts()),
    list("leave", () => reader.leave()),
    list("reports", () => reader.reports()),
    list("expenses", () => reader.expenses()),
    list("payslips", () => reader.payslips()),
    list("invoices", () => reader.invoices()),
    list("payments", () => reader.clientPayments()),
    { ...lines("events", () => eventsOf(reader)), isCompanyOnly: true },
    lines("history", () => reader.history()),
  ];
}

function typedLists(session: Session): readonly ExportedList[] {
  const { folder } = session;
  return [
    lines("typed-reports", () => new ReportDrafts(folder).waiting()),
    lines("typed-expenses", () => storedExpenses(session)),
    lines("recurring-expenses", () => new RecurringRules(folder).list()),
  ];
}

function list(name: string, read: ExportedList["read"]): ExportedList {
  return { name, isSheet: true, read };
}

function lines(name: string, read: ExportedList["read"]): ExportedList {
  return { name, isSheet: false, read };
}

async function eventsOf(reader: Session["reader"]): Promise<Schemas["Event"][]> {
  const events: Schemas["Event"][] = [];
  let cursor: string | null = "0";
  for (let pages = 0; cursor !== null && pages < MAX_PAGES; pages += 1) {
    const page: Schemas["EventPage"] = await reader.events(cursor);
    events.push(...page.items);
    cursor = page.items.length === 0 ? null : page.nextCursor;
  }
  return events;
}
