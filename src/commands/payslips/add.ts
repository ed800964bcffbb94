import type { Context } from "../../cli/context.ts";
import { type Day, type Month, monthOf } from "../../domain/calendar.ts";
import { isNamedElse } from "../../domain/local/payslip-reading.ts";
import { type Cents, parseEuros, plainEuros } from "../../domain/money.ts";
import { parseMonth } from "../../domain/typed/month.ts";
import { PorteError } from "../../errors.ts";
import { workerIn } from "../../files/workers.ts";
import {
  correctPayslip,
  filePayslip,
  type PayslipSaid,
  type StoredPaper,
  splitKnown,
} from "../../flows/papers/add-payslips.ts";
import { notePaidExpenses, type PaidExpenses } from "../../flows/papers/paid-expenses.ts";
import { type FoundPayslip, findPayslips } from "../../flows/papers/sources.ts";
import type { Session } from "../../flows/session.ts";
import { addedJson, addedText } from "../../view/papers.ts";

interface Input {
  readonly files?: readonly string[];
  readonly from?: string;
  readonly mail?: string;
  readonly month?: Month;
  readonly net?: Cents;
  readonly gross?: Cents;
  readonly paidOn?: Day;
}

type Slice = Pick<
  Context,
  "say" | "look" | "today" | "ownSession" | "packageFolder" | "wait" | "prompt" | "remark" | "show"
>;

/**
 * Files payslips that came on paper or by mail: each under its month, as it is, and once. What its name and its text say is a guess that a
 * person confirms; where nobody can be asked, only what is said once and the same everywhere is taken.
 * @throws {PorteError} `payslip.which_month`, `payslip.ahead`, and what finding and filing throw: then nothing is filed.
 */
export async function run(context: Slice, { files = [], from, mail, ...typed }: Input): Promise<void> {
  const session = await context.ownSession();
  const sources = { files, folder: from, mail };
  const found = await context.wait(findPayslips(sources, workerIn(context.packageFolder)));
  if (found.length > 1 && (typed.net ?? typed.gross ?? typed.paidOn) !== undefined)
    throw new PorteError("usage.conflict", { options: ["--net, --gross, --paid-on", "<files...>"] });
  const { news, known } = splitKnown(session, found);
  const { name: person } = await session.reader.me().catch(() => ({ name: "" }));
  const said: (readonly [FoundPayslip, PayslipSaid])[] = [];
  for (const one of news) said.push([one, await saidOf(context, one, typed)]);
  const added: (StoredPaper & PaidExpenses)[] = [];
  for (const [one, facts] of said) {
    const paper = await filePayslip(session, one, facts);
    added.push({ ...paper, ...(await notePaidExpenses(session, one, paper)) });
    remarks(context, one, facts, person);
  }
  const result = { added, known: await correctKnown(session, known, typed) };
  context.show(addedJson(result), () => addedText(context.look, result));
  sayLikely(context, added);
}

/** Says which expenses a payslip may pay back, and how to note it: nothing of that is sure enough to be noted by itself. */
function sayLikely(context: Slice, added: readonly (StoredPaper & PaidExpenses)[]): void {
  const { payslips: words, format } = context.say;
  for (const { paper, likely } of added)
    for (const { month, owedCents } of likely)
      context.remark(
        words.mayPayBack(format.month(paper.month), format.euros(owedCents), format.month(month), {
          month,
          payslip: paper.month,
        }),
        "expenses_likely",
      );
}

type Typed = Omit<Input, "files" | "from" | "mail">;

/** What somebody says again of a paper that lies here completes it. */
async function correctKnown(
  session: Session,
  known: ReturnType<typeof splitKnown>["known"],
  { net, gross, paidOn }: Typed,
): Promise<StoredPaper[]> {
  const said = {
    ...(net === undefined ? {} : { netPaidCents: net }),
    ...(gross === undefined ? {} : { grossCents: gross }),
    ...(paidOn === undefined ? {} : { transferDate: paidOn }),
  };
  const papers: StoredPaper[] = [];
  for (const { paper } of known) papers.push(await correctPayslip(session, paper, said));
  return papers;
}

/** Says of a payslip what was typed, else what a person confirms, else what can be read for sure. */
async function saidOf(context: Slice, found: FoundPayslip, typed: Typed): Promise<PayslipSaid> {
  const { grossCents, transferDate } = found.guess;
  const month = typed.month ?? (await askedMonth(context, found));
  if (month === null) throw new PorteError("payslip.which_month", { file: found.name });
  return {
    month: begun(month, context.today()),
    netPaidCents: typed.net ?? (await askedNet(context, found)),
    grossCents: typed.gross ?? grossCents,
    transferDate: typed.paidOn ?? transferDate,
  };
}

async function askedMonth(context: Slice, { name, guess }: FoundPayslip): Promise<Month | null> {
  const prompt = await context.prompt();
  if (prompt === null) return guess.month;
  const today = context.today();
  const read = (text: string) => begun(parseMonth(text, today), today);
  return read(await prompt.text(context.say.payslips.askMonth(name), guess.month ?? undefined, read));
}

async function askedNet(context: Slice, { guess: { netPaidCents: guess } }: FoundPayslip): Promise<Cents | null> {
  const prompt = await context.prompt();
  if (prompt === null) return guess;
  const { payslips: words, format } = context.say;
  const read = (text: string) => (text.trim() === "" ? null : parseEuros(text));
  return read(await prompt.text(words.askNet, guess === null ? undefined : format.typed(plainEuros(guess)), read));
}

/** @throws {PorteError} `payslip.ahead` for a month that has not begun. */
function begun(month: Month, today: Day): Month {
  if (month > monthOf(today)) throw new PorteError("payslip.ahead", { month });
  return month;
}

/** Says what of a payslip is to be looked at: an amount that is not known, another person's name. */
function remarks(context: Slice, found: FoundPayslip, { month, netPaidCents }: PayslipSaid, person: string): void {
  const { payslips: words, format } = context.say;
  if (netPaidCents === null) context.remark(words.netUnknown(format.month(month)), "payslip_net");
  if (isNamedElse(person, found.lines)) context.remark(words.namesElse(found.name, person), "payslip_name");
}
