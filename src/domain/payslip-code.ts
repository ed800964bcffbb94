import { type Day, firstDay, isDay, lastDay, type Month } from "./calendar.ts";
import { latin } from "./latin.ts";
import { parseEuros, toEuros } from "./money.ts";
import { isPlainLine } from "./plain-text.ts";

/** What a company signs of a payslip, in its PDF and in the code that the page prints; amounts in euros. */
export interface PayslipFacts {
  readonly v: 1;
  readonly id: string;
  readonly month: Month;
  readonly company: string;
  readonly siret: string;
  readonly porte: string;
  readonly gross: number;
  readonly netSocial: number;
  /** Pay after tax, without what is paid back. */
  readonly net: number;
  /** The sum that leaves: pay after tax and what is paid back. */
  readonly received: number;
  readonly paidOn: Day;
  /** SHA-256 of the whole file without its attachment; only the attachment has it. */
  readonly file?: string;
}

/** Facts as they were signed: the text itself, so that nobody has to write it the same way again. */
export interface SignedPayslip {
  readonly signed: string;
  readonly keyId: string;
  readonly signature: string;
}

/** The name of the attachment of a payslip's PDF. */
export const ATTACHMENT = "bulletin-signe.json";

/** The French labels that the page prints beside what is signed: each stands once, and an amount alone on its line. */
export const PRINTED = {
  period: "Période",
  siret: "SIRET",
  paidOn: "Date de paiement",
  gross: ["Salaire brut", "Montant brut"],
  netSocial: ["Montant net social"],
  net: ["Dont salaire net après impôt"],
  received: ["Net payé", "Montant net à payer"],
} as const;

/** Writes facts as the text that is signed: ASCII, because readers of codes disagree on anything else. */
export function signedText(facts: PayslipFacts): string {
  return ascii(JSON.stringify(facts));
}

/** Writes a document of signed facts as the attachment and the code hold it. */
export function codeText({ signed, keyId, signature }: SignedPayslip): string {
  return ascii(JSON.stringify({ signed, keyId, signature }));
}

function ascii(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Reads a document of signed facts; null for anything else, a key of its own included. */
export function readCode(text: string): { readonly document: SignedPayslip; readonly facts: PayslipFacts } | null {
  const document = fieldsOf(text);
  if (!hasShape(document, { signed: "string", keyId: "string", signature: "string" })) return null;
  const facts = fieldsOf(String(document.signed));
  if (!hasShape(facts, FACTS, { file: "string" }) || facts.v !== 1 || !isDay(`${facts.month}-01`)) return null;
  return { document: document as unknown as SignedPayslip, facts: facts as unknown as PayslipFacts };
}

type Fields = Readonly<Record<string, unknown>>;
type Shape = Readonly<Record<string, "string" | "number">>;

const FACTS: Shape = {
  v: "number",
  id: "string",
  month: "string",
  company: "string",
  siret: "string",
  porte: "string",
  gross: "number",
  netSocial: "number",
  net: "number",
  received: "number",
  paidOn: "string",
};

function fieldsOf(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Fields) : null;
  } catch {
    return null;
  }
}

function hasShape(value: Fields | null, shape: Shape, optional: Shape = {}): value is Fields {
  if (value === null) return false;
  const all: Shape = { ...shape, ...optional };
  return (
    Object.keys(value).every((name) => typeof value[name] === all[name] && isPlainLine(String(value[name]))) &&
    Object.keys(shape).every((name) => name in value)
  );
}

/** A fact that the page does not print as it was signed; `printed` is null where it is missing or stands more than once. */
export interface Difference {
  readonly fact: "month" | "company" | "siret" | "porte" | "paidOn" | Amount;
  readonly signed: string | number;
  readonly printed: string | number | null;
}

type Amount = "gross" | "netSocial" | "net" | "received";

/** A page's texts: each line from top to bottom, its pieces from left to right. */
export type PrintedLines = readonly (readonly string[])[];

/** Compares what was signed with what a page prints. */
export function differences(facts: PayslipFacts, lines: PrintedLines): Difference[] {
  const pieces = lines.map((line) => line.map(plain));
  const named = (name: string) => (pieces.flat().filter((piece) => piece === plain(name)).length === 1 ? name : null);
  const beside = (labels: readonly string[]) => valuesBeside(pieces, labels.map(plain))[0] ?? null;
  const said = (label: string, text: string, fact: string) => (beside([label]) === text ? fact : beside([label]));
  const amountAt = (labels: readonly string[]) => {
    const [value, ...others] = valuesBeside(pieces, labels.map(plain));
    return others.length === 0 ? amountIn(value) : null;
  };
  const read: Record<Difference["fact"], string | number | null> = {
    month: said(PRINTED.period, periodText(facts.month), facts.month),
    company: named(facts.company),
    porte: named(facts.porte),
    siret: beside([PRINTED.siret])?.replaceAll(" ", "") ?? null,
    paidOn: said(PRINTED.paidOn, dayText(facts.paidOn), facts.paidOn),
    gross: amountAt(PRINTED.gross),
    netSocial: amountAt(PRINTED.netSocial),
    received: amountAt(PRINTED.received),
    net: null,
  };
  /** The page tells pay from the sum that leaves only where the two are not the same. */
  const isNetPrinted = count(pieces, PRINTED.net.map(plain)) > 0 || facts.net !== facts.received;
  read.net = isNetPrinted ? amountAt(PRINTED.net) : facts.net;
  const order = ["month", "company", "siret", "porte", "gross", "netSocial", "net", "received", "paidOn"] as const;
  return order
    .map((fact) => ({ fact, signed: facts[fact], printed: read[fact] }))
    .filter(({ signed, printed }) => signed !== printed);
}

/** Writes the days of a month as the page prints them. */
export function periodText(month: Month): string {
  return `du ${dayText(firstDay(month))} au ${dayText(lastDay(month))}`;
}

/** Writes a day as the page prints it: `05/12/2026`. */
export function dayText(day: Day): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** A text as it is compared: with the letters that a page can print, one kind of space, no capitals. */
function plain(text: string): string {
  return latin(text.replace(/[\s\u00a0\u202f]+/gu, " "))
    .trim()
    .toLowerCase();
}

function count(pieces: PrintedLines, labels: readonly string[]): number {
  return pieces.flat().filter((piece) => labels.includes(piece)).length;
}

/** What stands to the right of a label; nothing where the label is missing or doubled. */
function valuesBeside(pieces: PrintedLines, labels: readonly string[]): readonly string[] {
  if (count(pieces, labels) !== 1) return [];
  const line = pieces.find((found) => found.some((piece) => labels.includes(piece))) ?? [];
  return line.slice(line.findIndex((piece) => labels.includes(piece)) + 1);
}

function amountIn(text: string | undefined): number | null {
  try {
    return text === undefined ? null : toEuros(parseEuros(text));
  } catch {
    return null;
  }
}

/** Gives a file with each of some texts blanked; null where one of them is not there exactly once. */
export function blanked(file: Uint8Array, texts: readonly string[]): Uint8Array | null {
  const found = new TextDecoder("latin1").decode(file);
  const copy = Uint8Array.from(file);
  for (const text of texts) {
    const at = found.indexOf(text);
    if (at < 0 || found.indexOf(text, at + 1) >= 0) return null;
    copy.fill(0, at, at + text.length);
  }
  return copy;
}
