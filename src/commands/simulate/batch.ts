import type { Context } from "../../cli/context.ts";
import { PorteError } from "../../errors.ts";
import { answerBatch, type BatchCount, readPieces } from "../../flows/simulation/batch.ts";
import type { SimulationDefaults } from "../../flows/simulation/defaults.ts";
import { batchLines, failureLineOf } from "../../view/simulation/batch-line.ts";

/**
 * `porte simulate --batch`: one JSON answer a line, in the order of the lines.
 * @throws {PorteError} `batch.lines` once all are answered, where some could not be.
 */
export async function runBatch(
  context: Pick<Context, "look" | "today" | "tell" | "stdin" | "stream">,
  file: string,
  defaults: SimulationDefaults,
): Promise<void> {
  const count: BatchCount = { all: 0, bad: 0 };
  const pieces = file === "-" ? context.stdin() : readPieces(file);
  const words = {
    answer: batchLines(context.look),
    failure: (failure: PorteError) => failureLineOf(context.tell(failure)),
  };
  await context.stream(answerBatch(pieces, defaults, { today: context.today(), words, count }));
  if (count.bad > 0) throw new PorteError("batch.lines", { bad: count.bad, all: count.all });
}
