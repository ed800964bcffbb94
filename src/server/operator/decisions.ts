import { type Command, Option } from "commander";
import { call } from "../../client/call.ts";
import { list } from "../../client/list.ts";
import { PorteError } from "../../errors.ts";
import { inOneLine } from "../../i18n/printable.ts";
import type { Schemas } from "../deps.ts";
import { act, type Office } from "./act.ts";
import type { Desk } from "./commands.ts";
import { groupOf, type OfficeOptions, officeOf, withOffice } from "./office.ts";
import {
  changeLines,
  changesOf,
  idOf,
  KINDS,
  type Kind,
  type Owned,
  sightOf,
  stateOf,
  titleOf,
  wholeLines,
} from "./owned.ts";
import { receiptCommand } from "./receipt.ts";
import { Seen } from "./seen.ts";
import { isOtherVersion } from "./unanswered.ts";

interface SightOptions extends OfficeOptions {
  readonly seen?: string;
  readonly yes?: boolean;
}

/** What is done with a report or an expense: how it is sent, and the words of its answer. */
interface Move {
  readonly verb: "approve" | "reject" | "question";
  readonly send: (office: Office, id: string, ifMatch: string) => Promise<Owned>;
}

/** Adds what shows reports and expenses, and decides on them. */
export function decisionCommands(program: Command, desk: Desk): void {
  const { summaries, options } = desk.say.company;
  for (const kind of KINDS) {
    const group = groupOf(program, kind.name, summaries[kind.name]);
    withOffice(group.command("list").description(summaries.list), desk).action(async (given: OfficeOptions) =>
      listWaiting(desk, await officeOf(desk, given), kind),
    );
    withOffice(group.command("show <id>").description(desk.say.staff.summaries.show), desk).action(
      async (id: string, given: OfficeOptions) => showOne(desk, await officeOf(desk, given), kind, id),
    );
    withSight(group.command("approve <id>").description(summaries.approve), desk).action(
      async (id: string, given: SightOptions) =>
        decide(desk, given, kind, id, { verb: "approve", send: deciding(kind, { decision: "approve" }) }),
    );
    withSight(
      group.command("reject <id>").description(summaries.reject).requiredOption("--reason <text>", options.reason),
      desk,
    ).action(async (id: string, given: SightOptions & { reason: string }) =>
      decide(desk, given, kind, id, {
        verb: "reject",
        send: deciding(kind, { decision: "reject", reason: given.reason }),
      }),
    );
    if (kind.name === "expenses") expenseCommands(desk, group, kind);
  }
}

function expenseCommands(desk: Desk, expenses: Command, kind: Kind): void {
  const { summaries, options } = desk.say.company;
  withSight(
    expenses
      .command("question <id>")
      .description(summaries.question)
      .requiredOption("--text <question>", options.question),
    desk,
  ).action(async (id: string, given: SightOptions & { text: string }) =>
    decide(desk, given, kind, id, {
      verb: "question",
      send: (office, expenseId, ifMatch) =>
        act(office, "questionExpense", { params: { expenseId }, body: { question: given.text }, ifMatch }),
    }),
  );
  receiptCommand(desk, expenses);
}

function deciding({ name }: Kind, body: Schemas["Decision"]): Move["send"] {
  return (office, id, ifMatch) =>
    name === "reports"
      ? act(office, "decideReport", { params: { reportId: id }, body, ifMatch })
      : act(office, "decideExpense", { params: { expenseId: id }, body, ifMatch });
}

/** Adds which version a decision is made on. */
function withSight(command: Command, desk: Desk): Command {
  const { options } = desk.say.staff;
  return withOffice(command, desk)
    .option("--seen <version>", options.seen)
    .addOption(new Option("--yes", options.yes).conflicts("seen"));
}

async function listWaiting(desk: Desk, office: Office, kind: Kind): Promise<void> {
  const items: readonly Owned[] =
    kind.name === "reports"
      ? await list(office.line, "listReportsToDecide")
      : await list(office.line, "listExpensesToDecide");
  await new Seen(office.folder, kind.name).keepAll(new Map(items.map((item) => [idOf(item), sightOf(item)])));
  const { company, states } = desk.say;
  const lines = items.map((item) => {
    const what = titleOf(desk, item);
    const isAtClient = item.report?.state === "awaiting-client";
    const said = isAtClient ? `${what} (${states["awaiting-client"]})` : what;
    return inOneLine(company.waits(idOf(item), item.owner.name, said));
  });
  desk.show({ items }, lines.length === 0 ? [company.nothingWaits] : lines);
}

async function showOne(desk: Desk, office: Office, kind: Kind, id: string): Promise<void> {
  const owned = await read(office, kind, id);
  await new Seen(office.folder, kind.name).keep(id, sightOf(owned));
  desk.show(owned, wholeLines(desk, owned));
}

async function read({ line }: Office, kind: Kind, id: string): Promise<Owned> {
  const { value } =
    kind.name === "reports"
      ? await call(line, "getOwnedReport", { params: { reportId: id } })
      : await call(line, "getOwnedExpense", { params: { expenseId: id } });
  return value;
}

/** @throws {PorteError} `company.changed` for what is no longer as it was seen, and what `versionSeen` throws. */
async function decide(desk: Desk, given: SightOptions, kind: Kind, id: string, move: Move): Promise<void> {
  const office = await officeOf(desk, given);
  const seen = new Seen(office.folder, kind.name);
  const ifMatch = await versionSeen(desk, given, { office, kind, id, verb: move.verb });
  if (ifMatch === null) return;
  try {
    const answer = await move.send(office, id, ifMatch);
    await seen.keep(id, sightOf(answer));
    desk.show(answer, [said(desk, answer, move)]);
  } catch (failure) {
    if (!isOtherVersion(failure)) throw failure;
    throw await changedSince(desk, { office, kind, id, verb: move.verb }, failure);
  }
}

/** Shows what something has become since it was seen, and notes that it was shown. */
async function changedSince(desk: Desk, { office, kind, id }: Decided, cause: unknown): Promise<PorteError> {
  const seen = new Seen(office.folder, kind.name);
  const owned = await read(office, kind, id);
  const before = await seen.find(id);
  const now = sightOf(owned);
  const changes = before === null ? [] : changesOf(before.facts, now.facts);
  desk.tell([
    ...wholeLines(desk, owned),
    ...(changes.length === 0 ? [] : [desk.say.staff.changes, ...changeLines(desk, changes)]),
  ]);
  await seen.keep(id, now);
  return new PorteError("company.changed", { what: titleOf(desk, owned), changes }, { cause });
}

function said(desk: Desk, answer: Owned, { verb }: Move): string {
  const { company } = desk.say;
  if (verb === "question") return company.questioned(answer.owner.name);
  return company.decided(titleOf(desk, answer), answer.owner.name, stateOf(desk, answer));
}

interface Decided {
  readonly office: Office;
  readonly kind: Kind;
  readonly id: string;
  readonly verb: Move["verb"];
}

/**
 * Finds the version that a person has seen: the one that is named, the one that this machine has shown, or, with a yes, the one
 * that is shown now. Null where a person says no.
 * @throws {PorteError} `usage.missing_option` where nobody has seen it, and nobody can be asked.
 */
async function versionSeen(
  desk: Desk,
  { seen, yes = false }: SightOptions,
  { office, kind, id, verb }: Decided,
): Promise<string | null> {
  if (seen !== undefined) return `"${seen.replaceAll('"', "")}"`;
  const shown = new Seen(office.folder, kind.name);
  const known = await shown.find(id);
  if (known !== null && !yes) return known.etag;
  const owned = await read(office, kind, id);
  const sight = sightOf(owned);
  desk.tell(wholeLines(desk, owned));
  if (!yes && desk.confirm === null)
    throw new PorteError("usage.missing_option", {
      option: "--yes",
      command: `porte-company ${kind.name} ${verb}`,
    });
  const isMeant = yes || (await desk.confirm?.(desk.say.staff.ask[verb])) === true;
  if (!isMeant) return null;
  await shown.keep(id, sight);
  return sight.etag;
}
