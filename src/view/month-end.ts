import type { MonthStep, StoppedExpense } from "../domain/month-end.ts";
import type { RestStatement } from "../domain/rest-statement.ts";
import { shortIds } from "../domain/short-id.ts";
import type { RenderOptions } from "./look.ts";
import { restText } from "./report.ts";
import { aligned } from "./table.ts";

/** A month's steps, and the day on which its pay leaves. */
interface ShownMonthEnd {
  readonly month: string;
  readonly steps: readonly MonthStep[];
  readonly transferDate: string | null;
  readonly restStatement: RestStatement | null;
}

/** Gives the steps as public data. `ball` is the earlier name of `waitingOn`, with `you` for `me`, for one release. */
export function monthEndJson({ steps, ...monthEnd }: ShownMonthEnd) {
  const ballOf = (waitingOn: MonthStep["waitingOn"]) => (waitingOn === "me" ? "you" : waitingOn);
  return { ...monthEnd, steps: steps.map((one) => ({ ...one, ball: ballOf(one.waitingOn) })) };
}

/** Shows each step with who is waited for since when; what is yours comes with its command. */
export function monthEndText(
  look: RenderOptions,
  { month, steps, transferDate, restStatement }: ShownMonthEnd,
): string {
  const { say, paint } = look;
  const { monthEnd, format } = say;
  const rows = steps.map((one) => [
    `  ${markOf(look, one)} ${monthEnd.steps[one.step]}`,
    saidOf(look, one, transferDate),
    one.waitingOn === "me" || one.waitingOn === "machine" ? paint.soft(say.proposed(commandOf(one, month))) : "",
  ]);
  return [
    paint.strong(monthEnd.title(format.month(month))),
    aligned(look, [{ gives: "never" }, {}, { gives: "never" }], rows),
    restText(look, restStatement),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function markOf({ paint }: RenderOptions, { state, waitingOn }: MonthStep): string {
  if (state === "done") return paint.good("✓");
  if (state === "waiting") return waitingOn === "me" ? paint.warn("●") : "○";
  return paint.soft("·");
}

function saidOf(
  { say }: RenderOptions,
  { step, state, waitingOn, since }: MonthStep,
  transferDate: string | null,
): string {
  const { monthEnd, format } = say;
  if (step === "payslip" && transferDate !== null) return monthEnd.transfer(format.day(transferDate));
  if (waitingOn === null) return state === "waiting" ? "" : monthEnd.states[state];
  return since === null
    ? monthEnd.waitingOn[waitingOn]
    : monthEnd.since(monthEnd.waitingOn[waitingOn], format.instant(since));
}

/** What is done about an expense that cannot go on: the command that ends it. */
const FREED_BY = {
  missing: "attach",
  questioned: "answer",
  refused: "remove",
} as const satisfies Record<StoppedExpense["state"], string>;

function commandOf({ step, waitingOn, expense }: MonthStep, month: string): string {
  if (waitingOn === "machine") return "porte sync";
  if (step === "declare") return `porte declare ${month}`;
  if (expense === undefined) return "porte expenses submit";
  return `porte expenses ${FREED_BY[expense.state]} ${shortIds([expense.id])(expense.id)}`;
}
