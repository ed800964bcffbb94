import type { Command } from "commander";
import type { Schemas } from "../deps.ts";
import type { Desk } from "./commands.ts";
import { groupOf, type OfficeOptions, officeOf, withOffice } from "./office.ts";
import { ask, askAll, type Office } from "./request.ts";

type Resource = "activity-reports" | "expenses";
type Owned = { owner: Schemas["Owner"]; report?: Schemas["ActivityReport"]; expense?: Schemas["Expense"] };

/** Adds what decides on reports and expenses. */
export function decisionCommands(program: Command, desk: Desk): void {
  const { summaries, options } = desk.say.company;
  for (const [name, resource] of [
    ["reports", "activity-reports"],
    ["expenses", "expenses"],
  ] as const) {
    const decided = groupOf(program, name, summaries[name]);
    withOffice(decided.command("list").description(summaries.list), desk).action(async (given: OfficeOptions) =>
      listWaiting(desk, await officeOf(desk, given), resource),
    );
    withOffice(decided.command("approve <id>").description(summaries.approve), desk).action(
      async (id: string, given: OfficeOptions) =>
        decide(desk, await officeOf(desk, given), { resource, id, body: { decision: "approve" } }),
    );
    withOffice(
      decided.command("reject <id>").description(summaries.reject).requiredOption("--reason <text>", options.reason),
      desk,
    ).action(async (id: string, given: OfficeOptions & { reason: string }) =>
      decide(desk, await officeOf(desk, given), {
        resource,
        id,
        body: { decision: "reject", reason: given.reason },
      }),
    );
    if (name === "expenses") questionCommand(desk, decided);
  }
}

function questionCommand(desk: Desk, expenses: Command): void {
  const { summaries, options } = desk.say.company;
  withOffice(
    expenses
      .command("question <id>")
      .description(summaries.question)
      .requiredOption("--text <question>", options.question),
    desk,
  ).action(async (id: string, given: OfficeOptions & { text: string }) =>
    question(desk, await officeOf(desk, given), id, given.text),
  );
}

function named(
  { say }: Desk,
  { report, expense }: Owned,
): { id: string; what: string; state: keyof Desk["say"]["states"] } {
  const { format, company, categories } = say;
  if (report !== undefined)
    return {
      id: report.id,
      what: company.report(format.month(report.month), format.euros(report.turnoverCents)),
      state: report.state,
    };
  if (expense !== undefined)
    return {
      id: expense.id,
      what: company.expense(format.euros(expense.amountCents), categories[expense.category]),
      state: expense.state,
    };
  return { id: "", what: "", state: "submitted" };
}

async function listWaiting(desk: Desk, office: Office, resource: Resource): Promise<void> {
  const items = await askAll<Owned>(office, `/operator/${resource}`, { owner: { name: "" } });
  const { company } = desk.say;
  const lines = items.map((item) => {
    const { id, what } = named(desk, item);
    const isAtClient = item.report?.state === "awaiting-client";
    return company.waits(id, item.owner.name, isAtClient ? `${what} (${desk.say.states["awaiting-client"]})` : what);
  });
  desk.show({ items }, lines.length === 0 ? [company.nothingWaits] : lines);
}

async function decide(
  desk: Desk,
  office: Office,
  { resource, id, body }: { resource: Resource; id: string; body: Schemas["Decision"] },
): Promise<void> {
  const path = `/operator/${resource}/${encodeURIComponent(id)}/decision`;
  const answer = await ask<Owned>(office, "POST", path, body, { like: { owner: { name: "" } } });
  const { what, state } = named(desk, answer);
  desk.show(answer, [desk.say.company.decided(what, answer.owner.name, desk.say.states[state])]);
}

async function question(desk: Desk, office: Office, id: string, text: string): Promise<void> {
  const body: Schemas["ExpenseQuestion"] = { question: text };
  const path = `/operator/expenses/${encodeURIComponent(id)}/question`;
  const owned = await ask<Schemas["OwnedExpense"]>(office, "POST", path, body, { like: { owner: { name: "" } } });
  desk.show(owned, [desk.say.company.questioned(owned.owner.name)]);
}
