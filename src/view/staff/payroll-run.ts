import type { components } from "../../contract/types.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";

type Schemas = components["schemas"];
type Run = Schemas["PayrollRunState"];
type WholeRun = Pick<Schemas["PayrollRunResults"], "run" | "items">;

/** A run as data: whom it has paid, and whom it has left out and why. */
export function runJson({ run, items }: WholeRun) {
  return { id: run.id, month: run.month, state: run.state, paid: paidOf(items), leftOut: leftOutOf(items) };
}

/** A run in words, a line a person. */
export function runText(say: Catalogue, { run, items }: WholeRun): string {
  const { company, format } = say;
  const lines = [
    ...paidOf(items).map(({ owner, payslip }) =>
      company.paid(owner.name, format.euros(payslip.netPaidCents), format.day(payslip.transferDate)),
    ),
    ...leftOutOf(items).map(({ owner, reason }) => company.leftOut(owner.name, company.reasons[reason])),
    ...stateOf(say, run),
  ];
  return (lines.length > 0 ? lines : [company.nobody]).join("\n");
}

function paidOf(items: WholeRun["items"]) {
  return items.flatMap(({ owner, payslip }) => (payslip === null ? [] : [{ owner, payslip }]));
}

function leftOutOf(items: WholeRun["items"]) {
  return items.flatMap(({ owner, reason, failure }) =>
    reason === null ? [] : [{ owner, reason, ...(failure === undefined ? {} : { failure }) }],
  );
}

function stateOf({ staff }: Catalogue, { id, state, counts: { paid, leftOut, waiting } }: Run): string[] {
  if (state === "done") return [];
  return [staff.runAt(paid, leftOut, waiting), ...(state === "stopped" ? [staff.runStopped(id)] : [])];
}
