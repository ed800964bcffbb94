import type { Month } from "../domain/calendar.ts";
import { type Cents, toEuros } from "../domain/money.ts";
import { inOneLine } from "../i18n/printable.ts";
import type { RenderOptions } from "./look.ts";
import { aligned, pairs } from "./table.ts";

/** A payslip that was filed: what is known of it. */
interface Paper {
  readonly month: Month;
  readonly netPaidCents: Cents | null;
  readonly grossCents: Cents | null;
  readonly transferDate: string | null;
  readonly name: string;
  readonly document: { readonly sha256: string };
  readonly addedAt: string;
}

interface Stored {
  readonly paper: Paper;
  readonly file: string;
}

/** Expenses that left together. */
interface ShownOwed {
  readonly month: Month;
  readonly number: number;
  readonly owedCents: Cents;
  readonly expenses: readonly string[];
}

/** What became of payslips that were to be filed: of a new one, with the expenses that it pays back, and those that it may. */
interface Added {
  readonly added: readonly (Stored & {
    readonly others: number;
    readonly paid: readonly ShownOwed[];
    readonly likely: readonly ShownOwed[];
  })[];
  readonly known: readonly (Stored & { readonly others: number })[];
}

/** What this machine would pay of a month, or why it cannot say. */
type Expected =
  | "report"
  | "fee"
  | "nothing-left"
  | {
      readonly days: number;
      readonly turnoverCents: Cents;
      readonly expensesCents: Cents;
      readonly assumesContract: boolean;
      readonly simulation: {
        readonly inHandCents: Cents;
        readonly payslip: { readonly grossCents: Cents; readonly netPaidCents: Cents };
        readonly waterfall: { readonly managementFeeCents: Cents; readonly reserveCents: Cents } | null;
      };
    };

/** What became of payslips, as scripts read it. */
export function addedJson({ added, known }: Added) {
  const both = (one: Stored & { readonly others: number }) => ({ ...paperJson(one), others: one.others });
  const owed = ({ owedCents, month, number, expenses }: ShownOwed) => ({
    ...{ month, number, amount: toEuros(owedCents), expenses: [...expenses] },
  });
  return {
    added: added.map((one) => ({ ...both(one), paidBack: one.paid.map(owed), likely: one.likely.map(owed) })),
    known: known.map(both),
  };
}

/** What became of payslips, a line each. */
export function addedText({ say }: RenderOptions, { added, known }: Added): string {
  const { payslips: words, format } = say;
  const line = (said: (month: string, name: string) => string, { paper, others }: Stored & { others: number }) => [
    said(format.month(paper.month), inOneLine(paper.name)),
    ...(others === 0 ? [] : [words.beside(others)]),
  ];
  return [
    ...added.flatMap((one) => [
      ...line(words.added, one),
      ...one.paid.map(({ month, owedCents }) => words.paysBack(format.euros(owedCents), format.month(month))),
    ]),
    ...known.flatMap((one) => line(words.addedBefore, one)),
  ].join("\n");
}

/** A paper as scripts read it; what nobody said is null. */
export function paperJson({ paper, file }: Stored) {
  const { month, netPaidCents, grossCents, transferDate, name, document, addedAt } = paper;
  return {
    month,
    file,
    sha256: document.sha256,
    name,
    gross: eurosOf(grossCents),
    netPaid: eurosOf(netPaidCents),
    transferDate,
    addedAt,
  };
}

/** A month's paper with what this machine would pay beside it. */
export function paperMonthJson({ papers, expected }: { papers: readonly Stored[]; expected: Expected }) {
  const [first, ...others] = papers.map(paperJson);
  return { source: "document" as const, ...first, others, ...expectedJson(papers[0]?.paper ?? null, expected) };
}

/** What this machine would pay, and by how much what came differs, euros: more than expected is positive. */
function expectedJson(paper: Pick<Paper, "grossCents" | "netPaidCents"> | null, expected: Expected) {
  if (typeof expected === "string") return { expected: null, unknown: expected, difference: null };
  const { simulation, days, turnoverCents, expensesCents, assumesContract } = expected;
  const { payslip, waterfall } = simulation;
  return {
    expected: {
      days,
      turnover: toEuros(turnoverCents),
      managementFee: eurosOf(waterfall?.managementFeeCents ?? null),
      reserve: eurosOf(waterfall?.reserveCents ?? null),
      expenses: toEuros(expensesCents),
      gross: toEuros(payslip.grossCents),
      netPaid: toEuros(payslip.netPaidCents),
      transfer: toEuros(simulation.inHandCents),
      assumesContract,
    },
    unknown: null,
    difference: {
      gross: lessOf(paper?.grossCents ?? null, payslip.grossCents),
      netPaid: lessOf(paper?.netPaidCents ?? null, payslip.netPaidCents),
    },
  };
}

function lessOf(found: Cents | null, expected: Cents): number | null {
  return found === null ? null : toEuros(found - expected);
}

function eurosOf(cents: Cents | null): number | null {
  return cents === null ? null : toEuros(cents);
}

/** What is known of a month's paper, and the month's expectation beside it. */
export function paperMonthText(
  look: RenderOptions,
  { month, papers, expected }: { month: Month; papers: readonly Stored[]; expected: Expected },
): string {
  const { payslips: words, format } = look.say;
  const [first, ...others] = papers;
  const said = first === undefined ? [] : [paperText(look, first)];
  const beside =
    others.length === 0 ? [] : [words.beside(others.length), ...others.map(({ file }) => `  ${inOneLine(file)}`)];
  return [
    look.paint.strong(words.title(format.month(month))),
    ...said,
    ...beside,
    expectedText(look, first?.paper ?? null, expected),
  ].join("\n");
}

function paperText(look: RenderOptions, { paper, file }: Stored): string {
  const { payslips: words, format } = look.say;
  const known = (cents: Cents | null) => (cents === null ? words.unknown : format.euros(cents));
  return pairs(look, [
    [words.gross, known(paper.grossCents)],
    [words.net, known(paper.netPaidCents)],
    [words.transfer, paper.transferDate === null ? words.unknown : format.day(paper.transferDate)],
    [words.file, inOneLine(file)],
  ]);
}

function expectedText(
  look: RenderOptions,
  paper: Pick<Paper, "grossCents" | "netPaidCents"> | null,
  expected: Expected,
): string {
  const { payslips: words, format } = look.say;
  if (typeof expected === "string") return words.expectedUnknown[expected];
  const { payslip } = expected.simulation;
  const row = (name: string, found: Cents | null, cents: Cents) => [
    name,
    format.euros(cents),
    found === null ? words.unknown : format.euros(found),
    found === null ? "" : format.euros(found - cents),
  ];
  const right = { isRight: true };
  const table = aligned(
    look,
    [{}, right, right, right],
    [
      ["", words.expected, words.came, words.difference],
      row(words.gross, paper?.grossCents ?? null, payslip.grossCents),
      row(words.net, paper?.netPaidCents ?? null, payslip.netPaidCents),
    ],
  );
  const basis = words.expectedFrom(format.days(expected.days), format.euros(expected.turnoverCents));
  return [table, look.paint.soft(basis), ...(expected.assumesContract ? [words.assumesContract] : [])].join("\n");
}
