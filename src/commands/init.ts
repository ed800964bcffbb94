import type { Context } from "../cli/context.ts";
import {
  ASKED_FACTS,
  FIRST_QUESTIONS,
  type FirstQuestion,
  readAnswer,
  UNKNOWN,
} from "../domain/local/first-questions.ts";
import { changesBetween, type SaidFacts } from "../domain/local/sheet-facts.ts";
import { typedWay } from "../domain/local/way.ts";
import { plainEuros } from "../domain/money.ts";
import { wordFor } from "../domain/typed/offered.ts";
import { PorteError } from "../errors.ts";
import { workerIn } from "../files/workers.ts";
import { askFirstFacts, type FirstInterview } from "../flows/local/first-facts.ts";
import { assertLocal, readSheet, saveSheet } from "../flows/local/sheet.ts";
import { termsOfPayslip } from "../flows/papers/payslip-terms.ts";
import { sheetDocument } from "../portage/sheet-document.ts";
import { sheetText } from "../view/sheet.ts";
import { makeFrom } from "./init-from.ts";
import type { FIRST_FACTS } from "./sheet/inputs.ts";
import { readBack } from "./sheet/read-back.ts";
import { type FactsInput, factsFrom, wholeFolder } from "./sheet/said.ts";

interface Input extends Pick<FactsInput, keyof typeof FIRST_FACTS> {
  readonly payslip?: string;
  readonly from?: string;
  readonly yes?: boolean;
}

type Slice = Pick<
  Context,
  | "say"
  | "lang"
  | "look"
  | "env"
  | "today"
  | "ownSession"
  | "packageFolder"
  | "isAsking"
  | "prompt"
  | "wait"
  | "note"
  | "warn"
  | "remark"
  | "show"
>;

/**
 * Notes what is known of the company in use: what is typed, then what is answered to the questions that are left.
 * With an export, all that it holds.
 * @throws {PorteError} `local.connected`, `usage.missing_option` where nothing is typed and nobody can be asked; what `makeFrom` throws.
 */
export async function run(context: Slice, { yes = false, from, payslip, ...input }: Input): Promise<void> {
  if (from !== undefined) return makeFrom(context, from, { payslip, ...input });
  const session = await context.ownSession();
  assertLocal(session);
  const { sheet } = await readSheet(session);
  const typed = factsFrom(context, input, sheet);
  const read = payslip === undefined ? {} : await readTerms(context, payslip);
  const isAsking = !yes && context.isAsking();
  /** What no question is about is taken as it was read; where nobody is asked, so is all that nobody typed. */
  const said = { ...(isAsking ? unasked(read) : read), ...typed };
  if (!isAsking && Object.keys(said).length === 0)
    throw new PorteError("usage.missing_option", { option: "--company", command: "porte init" });
  const facts = isAsking ? await askFirstFacts(sheet, said, interviewOn(context), read) : said;
  const after = await saveSheet(session, sheet, { facts });
  const changed = changesBetween(sheet, after);
  const words = context.say.sheet;
  context.show({ ...sheetDocument(after), changed }, () =>
    [context.look.paint.good(`✓ ${words.saved(after.company.name)}`), sheetText(context.look, after)].join("\n"),
  );
  readBack(context, facts, session.machine);
  const missions = await session.reader.missions();
  context.note(missions.length === 0 ? words.thenMission : words.thenDeclare);
}

/** Reads what a payslip says of the company and the contract, and says what that is. */
async function readTerms(context: Slice, file: string): Promise<SaidFacts> {
  const read = await context.wait(termsOfPayslip(file, workerIn(context.packageFolder)));
  const { sheet: words } = context.say;
  const found = typedFacts(context, read);
  if (found.length === 0) context.remark(words.nothingRead(file), "payslip_terms");
  else context.remark(words.readOn(file, found.join(", ")), "payslip_terms");
  return read;
}

const ASKED: ReadonlySet<string> = new Set(Object.values(ASKED_FACTS).flat());

function unasked(read: SaidFacts): SaidFacts {
  return Object.fromEntries(Object.entries(read).filter(([name]) => !ASKED.has(name)));
}

function interviewOn(context: Slice): FirstInterview {
  const { sheet: words } = context.say;
  let isTold = false;
  return {
    ask: async (question, guess) => {
      const prompt = await context.prompt();
      if (prompt === null) throw new TypeError("a question that nobody can answer");
      if (!isTold) context.note(words.howToAnswer(UNKNOWN));
      isTold = true;
      const read = (typed: string) => readAnswer(question, typed, { today: context.today(), via: "eml" });
      const proposed = typedGuess(context, question, guess);
      const typed = await prompt.text(words.questions[question], proposed === "" ? undefined : proposed, read);
      const { deliver } = guess;
      return typed === proposed && deliver != null ? { deliver } : withWholeFolder(context, read(typed));
    },
  };
}

function withWholeFolder({ env }: Slice, said: SaidFacts): SaidFacts {
  const { deliver } = said;
  return deliver?.by === "folder"
    ? { ...said, deliver: { by: "folder", folder: wholeFolder(deliver.folder, env.HOME) } }
    : said;
}

/** Facts as they would be typed, of every question, and the rate of the tax. */
function typedFacts(context: Slice, facts: SaidFacts): string[] {
  const asked = FIRST_QUESTIONS.map((question) => typedGuess(context, question, facts)).filter((text) => text !== "");
  const { taxRate } = facts;
  const { sheet: words, format } = context.say;
  return [...asked, ...(taxRate == null ? [] : [words.taxRead(format.percent(taxRate))])];
}

/** A guess as it would be typed. */
function typedGuess({ lang, say }: Slice, question: FirstQuestion, guess: SaidFacts): string {
  const { company, contract, category, level, since, fee, feeCap, feeBase, deliver, reportDay, payDay } = guess;
  const word = (value: string | null | undefined) => (value == null ? null : wordFor(value, lang));
  const { format } = say;
  const parts = {
    company: [company],
    contract: [contract?.toUpperCase(), word(category), word(level), since],
    fee: [
      fee == null ? null : `${format.typed(String(fee / 10_000))} %`,
      feeCap == null ? null : `${format.typed(plainEuros(feeCap))} €`,
      word(feeBase),
    ],
    delivery: [deliver == null ? null : deliver.by === "print" ? word("print") : typedWay(deliver)],
    days: [reportDay, payDay].map((day) => day?.toString()),
  };
  return parts[question].filter((part) => part != null).join(", ");
}
