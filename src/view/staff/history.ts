import type { components } from "../../contract/types.ts";
import { inOneLine } from "../../i18n/printable.ts";
import type { RenderOptions } from "../look.ts";

/** A month that a company took over, or had taken over before. */
interface ShownMonth {
  readonly month: string;
  readonly company: string;
  readonly turnoverCents: number;
  readonly payslips: number;
  readonly expenses: number;
  readonly papers: number;
}

/** What became of a history that was to be taken over. */
interface ShownHistory {
  readonly person: Pick<components["schemas"]["Person"], "id" | "email" | "name"> & { readonly password?: string };
  readonly added: readonly ShownMonth[];
  readonly known: readonly ShownMonth[];
  readonly refused: readonly { readonly month: string; readonly message: string }[];
  readonly left: readonly {
    readonly month: string;
    readonly path: string;
    readonly reason: "missing" | "type" | "size" | "refused";
  }[];
}

/** A history as scripts read it; the password of a person who is new is shown this once. */
export function historyJson({ person, added, known, refused, left }: ShownHistory) {
  const { id, email, name, password } = person;
  return {
    person: { id, email, name, ...(password === undefined ? {} : { password }) },
    added: added.map(monthJson),
    known: known.map(monthJson),
    refused: refused.map(({ month, message }) => ({ month, message })),
    left: left.map(({ month, path, reason }) => ({ month, path, reason })),
  };
}

function monthJson({ month, company, turnoverCents, payslips, expenses, papers }: ShownMonth) {
  return { month, company, turnoverCents, payslips, expenses, papers };
}

/** A history in a line a month: what was taken over, what was refused and why, and the papers that were not taken. */
export function historyText({ say }: Pick<RenderOptions, "say">, shown: ShownHistory): string {
  const { administration, format, history: words } = say;
  const { person, added, known, refused, left } = shown;
  const line = (month: string, text: string) => `  ${say.labelled(format.month(month), inOneLine(text))}`;
  return [
    words.taken(inOneLine(person.name), added.length, known.length, refused.length),
    ...added.map(({ month, company, turnoverCents, payslips, expenses, papers }) =>
      line(month, [company, format.euros(turnoverCents), words.counted(payslips, expenses, papers)].join(", ")),
    ),
    ...refused.map(({ month, message }) => line(month, message)),
    ...(added.length === 0 ? [] : [words.locked]),
    ...(left.length === 0 ? [] : [words.left(left.length)]),
    ...left.map(({ month, path, reason }) => line(month, `${path} (${words.reasons[reason]})`)),
    ...(person.password === undefined ? [] : [administration.password(inOneLine(person.email), person.password)]),
  ].join("\n");
}
