import { type Cents, type Ppm, share, sum } from "../../../domain/money.ts";
import { payslipWords } from "../../../i18n/fr/documents.ts";
import { fr } from "../../../i18n/fr.ts";
import type { SlipLine, Slot } from "./slots.ts";

/** One row of the page; null for a cell that stays empty. */
export interface Row {
  readonly style: "heading" | "group" | "line" | "detail" | "total" | "sum";
  readonly label: string;
  readonly base: Cents | null;
  readonly ratePpm: Ppm | null;
  readonly employee: Cents | null;
  readonly employer: Cents | null;
}

const EMPTY = { base: null, ratePpm: null, employee: null, employer: null };

/** Makes a row with the cells that are given. */
export function row(style: Row["style"], label: string, cells: Partial<Row> = {}): Row {
  return { ...EMPTY, ...cells, style, label };
}

/** Puts each line in the first place of a block that takes it, and gives the rows and the lines that are left. */
export function placed(lines: readonly SlipLine[], slots: readonly Slot[]): { rows: Row[]; left: SlipLine[] } {
  let left = lines.filter(({ employeeCents, employerCents }) => employeeCents !== 0 || employerCents !== 0);
  const rows: Row[] = [];
  for (const slot of slots) {
    if (slot.style === "heading") {
      rows.push(row("heading", slot.label));
      continue;
    }
    const taken = left.filter(slot.takes);
    left = left.filter((line) => !taken.includes(line));
    rows.push(...rowsOf(slot, taken));
  }
  return { rows: rows.filter((found, index) => found.style !== "heading" || rows[index + 1]?.style === "line"), left };
}

function rowsOf(slot: Slot, lines: readonly SlipLine[]): Row[] {
  if (lines.length === 0) return [];
  const style = slot.style === "line" ? "line" : "group";
  if (slot.isAll === true)
    return [{ ...sumRow(style, slot.label, lines), base: null, ratePpm: null }, ...ownRows(lines)];
  if (slot.isEach !== true) return [sumRow(style, slot.label, lines)];
  if (slot.label === "") return lines.map((line) => sumRow(style, labelOf(line), [line]));
  if (slot.style === "line" && lines.length === 1) return [sumRow("line", slot.label, lines)];
  const own = lines.map((line, index) =>
    sumRow("line", slot.style === "line" ? `${slot.label} T${index + 1}` : labelOf(line), [line]),
  );
  return slot.style === "line" ? own : [row("heading", slot.label), ...own];
}

/** Names the company's own lines under the sum that holds them. */
function ownRows(lines: readonly SlipLine[]): Row[] {
  return lines
    .filter(({ origin, section }) => origin === "company" || section === "company")
    .map((line) => row("detail", payslipWords.ofWhich(labelOf(line), fr.format.euros(line.employerCents))));
}

/** Adds lines up in one row: the base that bears most of it, and the employee's rates together where they have one base. */
function sumRow(style: Row["style"], label: string, lines: readonly SlipLine[]): Row {
  const [main] = lines.toSorted((a, b) => weight(b) - weight(a));
  const base = main?.baseCents ?? 0;
  const isOneBase = lines.every(({ baseCents }) => baseCents === base);
  const employee = sum(lines.map(({ employeeCents }) => employeeCents));
  const employer = sum(lines.map(({ employerCents }) => employerCents));
  return row(style, label, {
    base: base === 0 ? null : base,
    ratePpm: isOneBase && base !== 0 && employee !== 0 ? sum(lines.map(({ employeePpm }) => employeePpm)) : null,
    employee: employee === 0 ? null : employee,
    employer: employer === 0 ? null : employer,
  });
}

const weight = ({ employeeCents, employerCents }: SlipLine) => Math.abs(employeeCents) + Math.abs(employerCents);

function labelOf({ code, label }: SlipLine): string {
  return label ?? (fr.lines as Readonly<Record<string, string>>)[code] ?? code;
}

/** Shares the technical balance contribution, which bears on both tranches, between the two lines of the models. */
export function withSplitCet(lines: readonly SlipLine[]): SlipLine[] {
  const t1Cents = lines.find(({ code }) => code === "cegT1")?.baseCents ?? 0;
  return lines.flatMap((line) => {
    if (line.code !== "cet") return [line];
    const first = Math.min(t1Cents, line.baseCents);
    const t1 = {
      ...line,
      code: "cetT1",
      baseCents: first,
      employeeCents: share(first, line.employeePpm),
      employerCents: share(first, line.employerPpm),
    };
    const t2 = {
      ...line,
      code: "cetT2",
      baseCents: line.baseCents - first,
      employeeCents: line.employeeCents - t1.employeeCents,
      employerCents: line.employerCents - t1.employerCents,
    };
    return [t1, t2];
  });
}
