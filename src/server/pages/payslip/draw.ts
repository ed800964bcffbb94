import { payslipWords } from "../../../i18n/fr/documents.ts";
import { fr } from "../../../i18n/fr.ts";
import type { PayslipPage } from "./layout.ts";
import type { Paper } from "./paper.ts";
import type { Row } from "./rows.ts";

const CODE = 118;
const ENDING = CODE + 10;
const MIN_ROW = 9.4;
const MAX_ROW = 13;
/** What stands between the table and the ending beside rows: the band of the sum received, and air. */
const BETWEEN = 41;

/** Draws a payslip: on one page, with lower rows where there are many, and on a second one where even these do not fit. */
export function drawPayslip(paper: Paper, page: PayslipPage, code: readonly (readonly boolean[])[]): void {
  drawHead(paper, page);
  const count = page.gross.length + page.contributions.length + page.net.length + page.afterwards.length + 1;
  const height = Math.min(MAX_ROW, Math.max(MIN_ROW, (paper.room - ENDING - BETWEEN) / count));
  for (const row of page.gross) drawRow(paper, row, height);
  paper.move(3);
  drawCells(paper, page.head, height, { bold: true, color: paper.layout.soft });
  paper.rule();
  for (const row of page.contributions) drawRow(paper, row, height);
  paper.move(4);
  for (const row of page.net) drawRow(paper, row, height);
  drawReceived(paper, page.received);
  for (const row of page.afterwards) drawRow(paper, row, height);
  drawEnding(paper, page, code);
  paper.footer();
}

function drawHead(paper: Paper, page: PayslipPage): void {
  const { layout, width } = paper;
  paper.text(layout.title, 0, { size: 17, bold: true, color: layout.accent, width: width / 2 });
  paper.text(page.month, width / 2, { size: 13, bold: true, width: width / 2, align: "right" });
  paper.move(24);
  const half = width / 2 - 8;
  for (let line = 0; line < Math.max(page.employer.length, page.employee.length); line += 1) {
    const style = { size: 8.8, bold: line === 0, color: line === 0 ? layout.ink : layout.soft, width: half };
    paper.text(page.employer[line] ?? "", 0, style);
    paper.text(page.employee[line] ?? "", width / 2 + 8, { ...style, align: "right" });
    paper.move(11.5);
  }
  paper.move(3);
  paper.rule();
  paper.move(4);
  drawMentions(paper, page.mentions);
  paper.move(5);
}

/** Writes labels and texts, two a line; the last one of an odd number has the line for itself. */
function drawMentions(paper: Paper, mentions: PayslipPage["mentions"]): void {
  const { layout, width } = paper;
  const name = 92;
  mentions.forEach(([label, text], index) => {
    const isLast = index === mentions.length - 1;
    const left = index % 2 === 0 ? 0 : width / 2;
    const room = isLast && left === 0 ? width : width / 2;
    paper.text(label, left, { size: 7.8, color: layout.soft, width: name - 4 });
    paper.text(text, left + name, { size: 7.8, width: room - name - 4 });
    if (left > 0 || isLast) paper.move(11);
  });
}

interface CellStyle {
  readonly bold: boolean;
  readonly color: string;
  readonly indent?: number;
}

function drawCells(paper: Paper, cells: readonly string[], height: number, style: CellStyle): void {
  const { indent = 4, bold, color } = style;
  const size = height * 0.645;
  const after = (index: number) => cells.slice(index + 1).findIndex((cell) => cell !== "");
  paper.need(height);
  const above = (height - size) / 2 + size * 0.08;
  paper.move(above);
  let left = 0;
  paper.layout.columns.forEach((column, index) => {
    const empty = index === 0 ? Math.max(0, after(0)) : 0;
    const free = paper.layout.columns.slice(1, 1 + (after(0) < 0 ? 4 : empty)).reduce((sum, wide) => sum + wide, 0);
    if (index === 0) paper.text(cells[0] ?? "", indent, { size, bold, color, width: column + free - indent - 4 });
    else paper.text(cells[index] ?? "", left, { size, bold, color, width: column - 4, align: "right" });
    left += column;
  });
  paper.move(height - above);
}

const BOLD: readonly Row["style"][] = ["heading", "group", "total", "sum"];
const INDENTS: Readonly<Record<Row["style"], number>> = {
  heading: 4,
  group: 4,
  total: 4,
  sum: 4,
  line: 12,
  detail: 18,
};

function drawRow(paper: Paper, row: Row, height: number): void {
  const { ink, soft, band } = paper.layout;
  paper.need(height);
  if (row.style === "total" || row.style === "sum") paper.band(height, band);
  const cells = [row.label, amount(row.base), rate(row.ratePpm), amount(row.employee), amount(row.employer)];
  drawCells(paper, cells, height, {
    bold: BOLD.includes(row.style),
    color: row.style === "detail" ? soft : ink,
    indent: INDENTS[row.style],
  });
}

function drawReceived(paper: Paper, { label, employee }: Row): void {
  const { layout, width } = paper;
  const white = { size: 12, bold: true, color: "#ffffff" };
  paper.need(28);
  paper.move(3);
  paper.band(22, layout.accent);
  paper.move(5.5);
  paper.text(label, 10, { ...white, width: width / 2 });
  paper.text(fr.format.euros(employee ?? 0), width / 2, { ...white, width: width / 2 - 10, align: "right" });
  paper.move(20);
}

/** The year so far and the way of the turnover, beside the code. */
function drawEnding(paper: Paper, page: PayslipPage, code: readonly (readonly boolean[])[]): void {
  const { layout, width } = paper;
  const left = width - CODE;
  const half = (left - 12) / 2;
  paper.need(ENDING);
  paper.move(paper.room - CODE - 4);
  paper.squares(code, left, CODE);
  const small = { size: 7.4, color: layout.soft };
  const pairs = Math.max(page.toDate.length, page.account.length);
  const line = Math.min(11, (CODE - 32) / pairs);
  const both: [PayslipPage["toDate"], number][] = [
    [page.toDate, 0],
    [page.account, half + 6],
  ];
  for (let index = 0; index < pairs; index += 1) {
    for (const [list, at] of both) {
      const [label = "", text = ""] = list[index] ?? [];
      paper.text(label, at, { ...small, width: half * 0.58 });
      paper.text(text, at + half * 0.6, { ...small, color: layout.ink, width: half * 0.36, align: "right" });
    }
    paper.move(line);
  }
  paper.move(6);
  for (const sentence of payslipWords.code) {
    paper.text(sentence, 0, { ...small, size: 6.6, width: left - 16 });
    paper.move(8.4);
  }
}

function amount(cents: number | null): string {
  return cents === null ? "" : fr.format.euros(cents).replace(/\s?€/u, "");
}

function rate(ppm: number | null): string {
  return ppm === null ? "" : fr.format.percent(ppm);
}
