import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { PDFDocument, PDFFont, PDFPage } from "pdf-lib";
import { type Month, monthOf } from "../../domain/calendar.ts";
import type { ExpenseFacts } from "../../domain/expense.ts";
import { sum } from "../../domain/money.ts";
import { writeWhole } from "../../store/files.ts";
import type { Session } from "../session.ts";
import { keptExpenses } from "./drafts.ts";

/** What a dossier says of each expense, in the words of its reader. */
export interface DossierWords {
  readonly title: string;
  /** One line for an expense. */
  line(expense: DossierExpense): string;
  total(cents: number): string;
  /** Said in the place of a receipt that cannot be drawn, and is attached instead. */
  readonly notDrawn: string;
}

/** An expense as the summary shows it. */
export type DossierExpense = Pick<ExpenseFacts, "date" | "category" | "amountCents" | "mission" | "note">;

interface Listed extends DossierExpense {
  readonly receipt: { readonly bytes: Uint8Array; readonly mediaType: string } | null;
}

const A4: [number, number] = [595.28, 841.89];
const MARGIN = 48;
const LINE = 16;

/** Saves a month's expenses as one PDF for oneself: a summary, then each receipt, numbered as in the summary. */
export async function saveDossier(
  session: Session,
  month: Month,
  file: string,
  words: DossierWords,
): Promise<{ file: string; pages: number; expenses: number }> {
  const listed = await receiptsOf(session, month);
  const { PDFDocument: Document, StandardFonts } = await import("pdf-lib");
  const document = await Document.create();
  document.setTitle(words.title);
  const font = await document.embedFont(StandardFonts.Helvetica);
  writeSummary(document, font, listed, words);
  for (const [index, { receipt }] of listed.entries())
    if (receipt !== null) await addReceipt(document, font, `${index + 1}`, receipt, words);
  const target = resolve(file);
  await writeWhole(target, await document.save());
  return { file: target, pages: document.getPageCount(), expenses: listed.length };
}

/** A month's expenses, oldest first, each with the bytes of its receipt: of this machine, or asked of the company. */
async function receiptsOf(session: Session, month: Month): Promise<Listed[]> {
  const [drafts, held] = await Promise.all([keptExpenses(session), session.company.expenses()]);
  const own = drafts.map(({ receipt, ...draft }) => ({
    ...draft,
    receipt: receipt === null ? null : { bytes: readFileSync(receipt.file), mediaType: receipt.mediaType },
  }));
  const listed: Listed[] = own.filter(({ date }) => monthOf(date) === month);
  for (const { receiptId, ...expense } of held.filter(({ date }) => monthOf(date) === month))
    listed.push({ ...expense, receipt: receiptId === null ? null : await session.company.receiptContent(receiptId) });
  return listed.sort((one, other) => one.date.localeCompare(other.date));
}

function writeSummary(document: PDFDocument, font: PDFFont, listed: readonly Listed[], words: DossierWords): void {
  const total = sum(listed.map(({ amountCents }) => amountCents));
  const lines = [...listed.map((expense, index) => `${index + 1}. ${words.line(expense)}`), "", words.total(total)];
  let page = document.addPage(A4);
  let y = A4[1] - MARGIN;
  write(page, font, words.title, y, 14);
  y -= 2 * LINE;
  for (const line of lines) {
    if (y < MARGIN) {
      page = document.addPage(A4);
      y = A4[1] - MARGIN;
    }
    write(page, font, line, y, 9);
    y -= LINE;
  }
}

async function addReceipt(
  document: PDFDocument,
  font: PDFFont,
  number: string,
  { bytes, mediaType }: NonNullable<Listed["receipt"]>,
  { notDrawn }: DossierWords,
): Promise<void> {
  if (mediaType === "application/pdf") return addPages(document, font, number, bytes, notDrawn);
  const page = document.addPage(A4);
  write(page, font, number, A4[1] - MARGIN / 2, 9);
  const image = await imageOf(document, bytes, mediaType);
  if (image === null) {
    write(page, font, notDrawn, A4[1] - MARGIN, 9);
    return document.attach(bytes, `${number}.${mediaType.split("/")[1]}`, { mimeType: mediaType });
  }
  const room = { width: A4[0] - 2 * MARGIN, height: A4[1] - 2 * MARGIN };
  const scale = Math.min(1, room.width / image.width, room.height / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  page.drawImage(image, { x: MARGIN, y: A4[1] - MARGIN - height, width, height });
}

/** What the library cannot draw is attached as it is, and its place says so. */
async function addPages(
  document: PDFDocument,
  font: PDFFont,
  number: string,
  bytes: Uint8Array,
  notDrawn: string,
): Promise<void> {
  const { PDFDocument: Document } = await import("pdf-lib");
  try {
    const source = await Document.load(bytes);
    for (const page of await document.copyPages(source, source.getPageIndices())) {
      document.addPage(page);
      write(page, font, number, page.getHeight() - MARGIN / 2, 9);
    }
  } catch {
    const page = document.addPage(A4);
    write(page, font, `${number}. ${notDrawn}`, A4[1] - MARGIN, 9);
    await document.attach(bytes, `${number}.pdf`, { mimeType: "application/pdf" });
  }
}

async function imageOf(document: PDFDocument, bytes: Uint8Array, mediaType: string) {
  try {
    if (mediaType === "image/jpeg") return await document.embedJpg(bytes);
    return mediaType === "image/png" ? await document.embedPng(bytes) : null;
  } catch {
    return null;
  }
}

const MOST_LETTERS = 110;

/** The font of every reader has Latin letters: what it lacks is shown as a question mark. */
function write(page: PDFPage, font: PDFFont, text: string, y: number, size: number): void {
  const known = new Set(font.getCharacterSet());
  const plain = text
    .replace(/[\u202f\u00a0]/g, " ")
    .replace(/\u2212/g, "-")
    .slice(0, MOST_LETTERS);
  const drawn = [...plain].map((letter) => (known.has(letter.codePointAt(0) ?? 0) ? letter : "?")).join("");
  page.drawText(drawn, { x: MARGIN, y, size, font });
}
