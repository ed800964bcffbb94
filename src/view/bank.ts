import { inOneLine } from "../i18n/printable.ts";
import type { RenderOptions } from "./look.ts";

/** A payment of a bank's file. */
interface ShownLine {
  readonly line: number;
  readonly date: string;
  readonly label: string;
  readonly amountCents: number;
}

/** One line each: its number in the file, its day, its amount, what the bank says of it. */
export function bankLinesText({ format }: RenderOptions["say"], lines: readonly ShownLine[]): string {
  return lines
    .map(({ line, date, label, amountCents }) =>
      [String(line), format.day(date), format.euros(amountCents), inOneLine(label)].join("\t"),
    )
    .join("\n");
}
