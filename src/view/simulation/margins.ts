import { type Cents, toEuros } from "../../domain/money.ts";
import type { Margin } from "../../portage/margins.ts";
import type { RenderOptions } from "../look.ts";
import { table } from "../table.ts";

const orNull = (cents: Cents | null) => (cents === null ? null : toEuros(cents));

/** What each small change brings, as JSON. */
export function marginsJson(margins: readonly Margin[]) {
  return margins.map(({ change, turnoverCents, netBeforeTaxCents, netPaidCents, changesRate, inHandCents }) => ({
    change,
    turnover: orNull(turnoverCents),
    netBeforeTax: orNull(netBeforeTaxCents),
    netPaid: orNull(netPaidCents),
    changesRate,
    inHand: orNull(inHandCents),
  }));
}

/** What each small change brings, in one small table. */
export function marginsText(look: RenderOptions, margins: readonly Margin[]): string {
  const { simulate, pay, format } = look.say;
  const right = (title: string) => ({ title, isRight: true });
  const columns = [{ title: simulate.change }, right(pay.netBeforeTax), right(pay.netPaid), right(simulate.inHand)];
  const signed = (cents: Cents | null) =>
    cents === null ? simulate.none : `${cents > 0 ? "+" : ""}${format.euros(cents)}`;
  const rows = margins.map(({ change, netBeforeTaxCents, netPaidCents, changesRate, inHandCents }) => [
    `${simulate.changes[change]}${changesRate ? " *" : ""}`,
    signed(netBeforeTaxCents),
    signed(netPaidCents),
    signed(inHandCents),
  ]);
  const note = margins.some(({ changesRate }) => changesRate) ? `\n${look.paint.soft(simulate.changesRate)}` : "";
  return `\n${table(look, columns, rows, { keepsTitles: true })}${note}`;
}
