import type { Context } from "../cli/context.ts";
import { type FirstQuestion, readAnswer, UNKNOWN } from "../domain/local/first-questions.ts";
import { changesBetween, type SaidFacts } from "../domain/local/sheet-facts.ts";
import { typedWay } from "../domain/local/way.ts";
import { plainEuros } from "../domain/money.ts";
import { wordFor } from "../domain/typed/offered.ts";
import { PorteError } from "../errors.ts";
import { askFirstFacts, type FirstInterview } from "../flows/local/first-facts.ts";
import { assertLocal, readSheet, saveSheet } from "../flows/local/sheet.ts";
import { sheetDocument } from "../portage/sheet-document.ts";
import { sheetText } from "../view/sheet.ts";
import type { FIRST_FACTS } from "./sheet/inputs.ts";
import { readBack } from "./sheet/read-back.ts";
import { type FactsInput, factsFrom, wholeFolder } from "./sheet/said.ts";

interface Input extends Pick<FactsInput, keyof typeof FIRST_FACTS> {
  readonly yes?: boolean;
}

type Slice = Pick<
  Context,
  "say" | "lang" | "look" | "env" | "today" | "ownSession" | "isAsking" | "prompt" | "note" | "warn" | "show"
>;

/**
 * Notes what is known of the company in use: what is typed, then what is answered to the questions that are left.
 * @throws {PorteError} `local.connected`, `usage.missing_option` where nothing is typed and nobody can be asked.
 */
export async function run(context: Slice, { yes = false, ...input }: Input): Promise<void> {
  const session = await context.ownSession();
  assertLocal(session);
  const { sheet } = await readSheet(session);
  const said = factsFrom(context, input, sheet);
  const isAsking = !yes && context.isAsking();
  if (!isAsking && Object.keys(said).length === 0)
    throw new PorteError("usage.missing_option", { option: "--company", command: "porte init" });
  const facts = isAsking ? await askFirstFacts(sheet, said, interviewOn(context)) : said;
  const after = await saveSheet(session, sheet, { facts });
  const changed = changesBetween(sheet, after);
  const words = context.say.sheet;
  context.show({ ...sheetDocument(after), changed }, () =>
    [context.look.paint.good(`✓ ${words.saved(after.company.name)}`), sheetText(context.look, after)].join("\n"),
  );
  readBack(context, facts);
  const missions = await session.reader.missions();
  context.note(missions.length === 0 ? words.thenMission : words.thenDeclare);
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
