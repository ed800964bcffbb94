import type { Context } from "../../cli/context.ts";
import { type Ppm, parseEuros, parsePercent, plainEuros } from "../../domain/money.ts";
import { askSimulation, lacksStart, type SimulationInterview } from "../../flows/simulation/ask.ts";
import type { SimulationInput } from "../../flows/simulation/plan.ts";
import { parseHalfDays } from "../../portage/input-kinds.ts";

/** What asking about a simulation uses of a run. */
export type AsksSimulations = Pick<Context, "say" | "machine" | "prompt" | "isAsking" | "note">;

/** Asks three questions where nothing is typed to start from and somebody can answer, then says what to type for the same answer. */
export async function completedInput(context: AsksSimulations, input: SimulationInput): Promise<SimulationInput> {
  if (!context.isAsking() || !lacksStart(input)) return input;
  const interview = interviewOn(context);
  const asked = await askSimulation(input, context.machine(), interview);
  const { format, simulate: words } = context.say;
  const { tjm = 0, days, fee } = asked;
  const options = [
    `--tjm ${format.typed(plainEuros(tjm))}`,
    ...(days === undefined ? [] : [`--days ${format.typed(String(days))}`]),
    ...(fee === undefined ? [] : [`--fee ${format.typed(percentOf(fee))}`]),
  ];
  context.note(words.sameAs(`porte simulate ${options.join(" ")}`));
  return asked;
}

function interviewOn(context: AsksSimulations): SimulationInterview {
  const { simulate: words, format } = context.say;
  async function ask<Value>(message: string, proposed: string, read: (typed: string) => Value): Promise<Value> {
    const prompt = await context.prompt();
    if (prompt === null) throw new TypeError("a question that nobody can answer");
    return read(await prompt.text(message, format.typed(proposed), read));
  }
  return {
    dailyRate: (proposed) => ask(words.askRate, plainEuros(proposed), parseEuros),
    days: (proposed, month) => ask(words.askDays(format.month(month)), String(proposed), parseHalfDays),
    fee: (proposed) => ask(words.askFee, percentOf(proposed), parsePercent),
  };
}

/** A rate as it is typed in percent: `7`, `4.5`. */
function percentOf(rate: Ppm): string {
  return String(rate / 10_000);
}
