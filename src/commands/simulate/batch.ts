import type { Context } from "../../cli/context.ts";
import { PorteError } from "../../errors.ts";
import { answerLines, type BatchCount, readPieces } from "../../flows/simulation/batch.ts";
import { type Ground, put } from "../../flows/simulation/ground.ts";
import type { BoundLaw } from "../../payroll/law.ts";
import { readRow } from "../../portage/batch-row.ts";
import { lawOf, type Question, simulate } from "../../portage/simulate.ts";
import { batchLines } from "../../view/simulation/batch-line.ts";

/** So many situations stay bound: a batch usually has a few, and each costs as much to read as a hundred payslips. */
const MOST_BOUND = 512;

/**
 * `porte simulate --batch`: one JSON answer a line, in the order of the lines.
 * @throws {PorteError} `batch.lines` once all are answered, where some could not be.
 */
export async function run(context: Context, file: string, ground: Ground): Promise<void> {
  const { look } = context;
  const today = context.today();
  const count: BatchCount = { all: 0, bad: 0 };
  const lawFor = boundLaws();
  const write = batchLines(look);
  const answerLine = (line: string): string => {
    const asked = readRow(line, today);
    const { question, daily } = put(asked, ground, today);
    const of = (name: string) =>
      Object.hasOwn(asked, name) ? "option" : Object.hasOwn(ground.known, name) ? "company" : "default";
    const found = simulate(question, lawFor);
    const shown = { question, daily, answer: found, flattering: [], company: null, originOf: of } as const;
    return write(shown);
  };
  const failureLine = (failure: unknown, line: number): string => {
    if (!(failure instanceof PorteError || failure instanceof SyntaxError)) throw failure;
    const known =
      failure instanceof PorteError ? failure : new PorteError("batch.line", { line, reason: failure.message });
    return JSON.stringify({ error: context.tell(known) });
  };
  const pieces = file === "-" ? context.stdin() : readPieces(file);
  await context.stream(answerLines(pieces, answerLine, failureLine, count));
  if (count.bad > 0) throw new PorteError("batch.lines", { bad: count.bad, all: count.all });
}

/** Reads the law once for each month, situation and year to date. */
function boundLaws(): (question: Question) => BoundLaw {
  const laws = new Map<string, BoundLaw>();
  return (question) => {
    const { month, situation, yearToDate } = question;
    const key = `${month} ${Object.values(situation).join(" ")} ${yearToDate.month}`;
    const known = laws.get(key);
    if (known !== undefined) return known;
    if (laws.size >= MOST_BOUND) laws.clear();
    const law = lawOf(question);
    laws.set(key, law);
    return law;
  };
}
