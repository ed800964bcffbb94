import { createReadStream } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import type { Day } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import { boundLaws, readRow } from "../../portage/batch.ts";
import { simulate } from "../../portage/simulate.ts";
import type { Origin, SimulatedMonth } from "../../portage/simulated.ts";
import { buildRequest, type SimulationDefaults } from "./defaults.ts";

/** Longer than this, a line is no row of a batch but a file of another kind. */
const MAX_LINE = 1_048_576;

/** Reads a file piece by piece. @throws {PorteError} `file.unreadable`. */
export async function* readPieces(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file) as AsyncIterable<Buffer>;
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new PorteError("file.unreadable", { file, reason: code ?? message }, { cause });
  }
}

/** Cuts pieces of a text into its lines, with their numbers; only one line is ever held. What follows the last line end is none where it is empty. */
async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<{ line: string; number: number }[]> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let number = 0;
  for await (const piece of pieces) {
    const lines = (rest + decoder.write(piece)).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > MAX_LINE)
      throw new PorteError("batch.line", { line: number + lines.length + 1, reason: "> 1 MiB" });
    yield numbered(lines, number);
    number += lines.length;
  }
  const last = rest + decoder.end();
  if (last !== "") yield numbered([last], number);
}

function numbered(lines: readonly string[], before: number): { line: string; number: number }[] {
  return lines.map((line, index) => ({ line: withoutMark(line, before + index), number: before + index + 1 }));
}

/** A file may begin with a byte-order mark. */
function withoutMark(line: string, index: number): string {
  return index === 0 ? line.replace(/^\uFEFF/, "") : line;
}

/** What a batch came to. */
export interface BatchCount {
  all: number;
  bad: number;
}

/** How the answers and the failures of a batch are written. */
export interface BatchWords {
  answer(month: SimulatedMonth): string;
  failure(failure: PorteError): string;
}

/** Answers every row of a batch in its order, each a line. */
export function answerBatch(
  pieces: AsyncIterable<Buffer>,
  defaults: SimulationDefaults,
  { today, words, count }: { readonly today: Day; readonly words: BatchWords; readonly count: BatchCount },
): AsyncGenerator<string> {
  const lawFor = boundLaws();
  const answerLine = (line: string): string => {
    const asked = readRow(line, today);
    const { question, daily } = buildRequest(asked, defaults, today);
    const originOf = (name: string): Origin =>
      Object.hasOwn(asked, name) ? "option" : Object.hasOwn(defaults.known, name) ? "company" : "default";
    return words.answer({
      question,
      daily,
      answer: simulate(question, lawFor),
      flattering: [],
      company: null,
      originOf,
    });
  };
  const failureLine = (failure: unknown, line: number): string => {
    if (failure instanceof PorteError) return words.failure(failure);
    if (!(failure instanceof SyntaxError)) throw failure;
    return words.failure(new PorteError("batch.line", { line, reason: failure.message }));
  };
  return answerLines(pieces, answerLine, failureLine, count);
}

/**
 * Answers every line in its order; what fails is answered with its failure, and the others still are. Each piece of the input
 * gives one piece of output, so that memory does not grow with the number of lines.
 */
async function* answerLines(
  pieces: AsyncIterable<Buffer>,
  answerLine: (line: string) => string,
  failureLine: (failure: unknown, number: number) => string,
  count: BatchCount,
): AsyncGenerator<string> {
  const answerTo = ({ line, number }: { line: string; number: number }): string => {
    count.all += 1;
    try {
      if (line.trim() === "") throw new PorteError("batch.blank", { line: number });
      return `${answerLine(line)}\n`;
    } catch (failure) {
      count.bad += 1;
      return `${failureLine(failure, number)}\n`;
    }
  };
  for await (const lines of linesOf(pieces)) {
    for (let from = 0; from < lines.length; from += LINES_A_PIECE) {
      let answers = "";
      for (const line of lines.slice(from, from + LINES_A_PIECE)) answers += answerTo(line);
      yield answers;
    }
  }
}

/** Answers are ten times as long as their lines: they leave by so many. */
const LINES_A_PIECE = 32;
