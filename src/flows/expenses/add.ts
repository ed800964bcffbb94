import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { ExpenseAtHand, ExpenseFacts } from "../../domain/expense.ts";
import type { Cents } from "../../domain/money.ts";
import type { ReceiptRead } from "../../domain/receipt/read.ts";
import { PorteError } from "../../errors.ts";
import type { WorkerFile } from "../../files/workers.ts";
import type { FoundReceipt } from "../../store/expense-drafts.ts";
import { isUnreachable } from "../activity/outbox.ts";
import { domainInUse } from "../law-in-use.ts";
import type { Session } from "../session.ts";
import {
  type ExpenseAnswers,
  type ExpenseQuestion,
  type ExpenseState,
  type PayingMission,
  planExpense,
} from "./add-plan.ts";
import { atHand, keepExpenses } from "./drafts.ts";
import {
  dayProposed,
  differingAmount,
  isCreditNote,
  NO_PROPOSAL,
  type Proposal,
  proposalFrom,
  readingFor,
  sourceOf,
} from "./proposal.ts";
import { readInvoiceFile, readReceipt } from "./reading.ts";
import { inspectReceipt } from "./receipts.ts";
import { ratesFor, type SaidExpense, saidFrom, type TypedExpense, takenToEuros } from "./said.ts";
import { beginExpense } from "./unfinished.ts";

/** An expense to add: its receipt, and what is typed of it. */
export interface ExpenseToAdd extends TypedExpense {
  readonly receipt?: string;
  /** What its receipt says is taken as it is, as far as it is sure. */
  readonly read?: boolean;
}

/** What is found on the way and is to be said at once. */
export type AddRemark =
  | { readonly kind: "read"; readonly read: ReceiptRead; readonly isVatSaid: boolean }
  | { readonly kind: "credit-note" | "company-unreachable" }
  /** A receipt that was surely read to say another amount than the one that is kept. */
  | { readonly kind: "amount-differs"; readonly typedCents: Cents; readonly readCents: Cents }
  | { readonly kind: "dated"; readonly date: string }
  /** What was taken as it was guessed from the receipt: null or nothing for what was said. */
  | { readonly kind: "guessed"; readonly facts: Partial<Pick<ExpenseFacts, "category" | "units" | "department">> }
  | { readonly kind: "converted"; readonly how: string; readonly amountCents: Cents };

/** What adding an expense takes of the program that runs it. */
export interface AddServices {
  readonly session: Session;
  readonly worker: WorkerFile;
  readonly isAsking: boolean;
  /** Waits for the company, or for a long reading. */
  wait<Value>(work: Promise<Value>): Promise<Value>;
  ask(question: ExpenseQuestion): Promise<string>;
  remark(remark: AddRemark): void;
  /** Told that what was typed so far is safe on this machine. */
  kept(): void;
}

/** An expense that is kept here. */
export interface AddedExpense {
  readonly expense: ExpenseAtHand;
  readonly isNew: boolean;
  readonly read: ReceiptRead | null;
  /** What is still to come: the page of an invoice that is XML, or any receipt. */
  readonly lacks: "page" | "receipt" | null;
}

/**
 * Keeps an expense and a copy of its receipt on this machine, to be sent later; gives null for an invoice that the company has accepted.
 * @throws {PorteError} `usage.missing_option`, what `inspectReceipt`, `proposalFrom`, `planExpense` and `keepExpenses` throw.
 */
export async function addExpense(services: AddServices, toAdd: ExpenseToAdd): Promise<AddedExpense | null> {
  const { session, isAsking } = services;
  const begun = await beginExpense(services, toAdd);
  const { receipt, read, ...typed } = begun.toAdd;
  const law = await domainInUse(session.machine);
  const said = saidFrom(typed, law);
  const isAllowance = receipt === undefined && said.category === "telework";
  const file = isAllowance ? null : (receipt ?? (await askReceipt(services, said)));
  const given = file === null ? NOTHING_GIVEN : await look(services, file, { said, read, law });
  const keep = async (answers: ExpenseAnswers) => {
    await begun.keep({ ...begun.toAdd, ...(file === null ? {} : { receipt: resolve(file) }) }, answers);
    services.kept();
  };
  const { found, proposal } = given;
  const today = session.machine.today();
  const { answers } = begun;
  const state = { said, proposal, isAllowance, isAsking, today, law, missions: null, answers };
  const step = await decide(services, state, keep);
  if (step.isDatedAsRead) services.remark({ kind: "dated", date: step.facts.date });
  sayGuessed(services, said, proposal, step.facts);
  const currency = { ...said, ...(step.currency === undefined ? {} : { currency: step.currency }) };
  const { facts, how } = takenToEuros(step.facts, currency, await ratesFor(session.machine, currency));
  if (how !== null) services.remark({ kind: "converted", how, amountCents: facts.amountCents });
  const source = found === null ? sourceOf(proposal) : null;
  const [kept] = await services.wait(keepExpenses(session, [{ facts, receipt: found, source }]));
  begun.end();
  if (kept === undefined) return null;
  const expense = atHand(kept.draft);
  const toCome = file === null ? ("receipt" as const) : ("page" as const);
  return { expense, isNew: kept.isNew, read: proposal.read, lacks: expense.isMissingReceipt ? toCome : null };
}

function sayGuessed(services: AddServices, said: SaidExpense, proposal: Proposal, facts: ExpenseFacts): void {
  const guessed = guessedOf(services, said, proposal, facts);
  if (Object.keys(guessed).length > 0) services.remark({ kind: "guessed", facts: guessed });
}

/** What of an expense nobody said or was asked: it was read with the rest of the receipt. */
function guessedOf(
  { isAsking }: AddServices,
  said: SaidExpense,
  { isTaken, read }: Proposal,
  facts: ExpenseFacts,
): Extract<AddRemark, { kind: "guessed" }>["facts"] {
  if (!isTaken || read === null) return {};
  const { category, units, department } = read.guess;
  const isCounted = !isAsking && said.units === undefined && units !== null && units === facts.units && units > 1;
  const isPlaced = !isAsking && said.department === undefined && department !== null && department === facts.department;
  return {
    ...(said.category === undefined && category !== null ? { category } : {}),
    ...(isCounted ? { units } : {}),
    ...(isPlaced ? { department } : {}),
  };
}

/**
 * The file of a receipt, asked for where somebody can answer; null where it comes later: nothing is answered, or a script says the amount
 * and no receipt.
 * @throws {PorteError} `usage.missing_option` for a script that says neither.
 */
async function askReceipt({ isAsking, ask }: AddServices, { amount }: SaidExpense): Promise<string | null> {
  if (isAsking) return (await ask({ name: "receipt" })).trim() || null;
  if (amount !== undefined) return null;
  throw new PorteError("usage.missing_option", { option: "<receipt>, --amount", command: "porte expenses add" });
}

/** Asks what is to be asked, one after the other, what was answered well kept before each question, until there is an expense to keep. */
async function decide(services: AddServices, begun: ExpenseState, keep: (answers: ExpenseAnswers) => Promise<void>) {
  let state = begun;
  for (;;) {
    const step = planExpense(state);
    if (step.kind === "keep") return step;
    if (step.kind === "missions") state = { ...state, missions: await missionsKnown(services) };
    else {
      await keep(state.answers);
      const answers: ExpenseAnswers = { ...state.answers, [step.question.name]: await services.ask(step.question) };
      state = { ...state, answers };
    }
  }
}

/** The missions as the company tells them; where it is away, none: an expense is kept without a network. */
async function missionsKnown({ session, wait, remark }: AddServices): Promise<readonly PayingMission[]> {
  try {
    return await wait(session.reader.missions());
  } catch (failure) {
    if (!isUnreachable(failure)) throw failure;
    remark({ kind: "company-unreachable" });
    return [];
  }
}

/** The file of an expense: its receipt, and what was read of it. */
interface Given {
  /** Null for an invoice of XML alone, which no company takes: its page is still to come. */
  readonly found: FoundReceipt | null;
  readonly proposal: Proposal;
}

const NOTHING_GIVEN: Given = { found: null, proposal: NO_PROPOSAL };

/** What was said of an expense before its receipt is read. */
interface Before {
  readonly said: SaidExpense;
  readonly read: boolean | undefined;
  readonly law: ExpenseState["law"];
}

/** Looks at the file of an expense and says what it seems to say, before anything is made of it. */
async function look(services: AddServices, file: string, { said, read, law }: Before): Promise<Given> {
  const { session, worker, isAsking } = services;
  const by = { today: session.machine.today(), law };
  const page = /\.xml$/i.test(file) ? pageBeside(file) : file;
  if (page === null) {
    const invoice = await services.wait(readInvoiceFile(worker, file, by));
    if (invoice === null) throw new PorteError("receipt.no_invoice", { file });
    return { found: null, proposal: propose(services, file, invoice, { said, isTaken: true }) };
  }
  const found = await inspectReceipt(worker, page);
  const isTaken = read ?? page !== file;
  const much = readingFor(said, { isTaken, isAsking });
  /** A script that says all waits for no reading of a picture, which takes seconds. */
  if (much === "nothing" && !isAsking && found.mediaType !== "application/pdf") return { found, proposal: NO_PROPOSAL };
  const receipt = await services.wait(readReceipt(worker, found, by));
  const differing = differingAmount(receipt, said);
  if (differing !== null) services.remark({ kind: "amount-differs", ...differing });
  if (much === "nothing") return { found, proposal: NO_PROPOSAL };
  const proposal = much === "day" ? dayProposed(receipt) : propose(services, found.file, receipt, { said, isTaken });
  return { found, proposal };
}

/** Says what was read, and what speaks against it; then proposes it. */
function propose(
  { isAsking, remark }: AddServices,
  file: string,
  read: ReceiptRead,
  { said, isTaken }: { readonly said: SaidExpense; readonly isTaken: boolean },
): Proposal {
  remark({ kind: "read", read, isVatSaid: said.vat !== undefined });
  const proposal = proposalFrom(file, read, said, { isTaken, isAsking });
  if (isCreditNote(proposal, said)) remark({ kind: "credit-note" });
  return proposal;
}

/** The page of an invoice that is XML: a file of its name beside it. */
function pageBeside(file: string): string | null {
  const stem = file.slice(0, -".xml".length);
  return [".pdf", ".jpg", ".jpeg", ".png", ".webp"].map((end) => stem + end).find((one) => existsSync(one)) ?? null;
}
