import { type Kind, totalsOf } from "../../domain/activity.ts";
import type { ClockTimes } from "../../domain/clock-times.ts";
import { needsInterview, restWordOf } from "../../domain/rest-statement.ts";
import { reportWords as words } from "../../i18n/fr/documents.ts";
import { fr } from "../../i18n/fr.ts";
import type { Schemas } from "../deps.ts";
import { drawPdf } from "./pdf.ts";
import type { Sheet } from "./sheet.ts";

type Report = Schemas["ActivityReport"];

const { format: f } = fr;

/** Draws a month's report as a PDF of one A4 page: its days, what they add up to, and the receipt that the company signed. */
export function reportPdf(
  templates: string,
  company: Schemas["Company"],
  porte: string,
  report: Report,
): Promise<Buffer> {
  const paper = { layout: "activity-report.json", about: f.month(report.month), author: company.name, subject: porte };
  return drawPdf({ templates, ...paper }, (sheet) => {
    sheet.title(f.month(report.month));
    const state = words.state(fr.states[report.state], report.version);
    sheet.twoBlocks([company.name, company.address, words.siren(company.siren)], [porte, words.porte, state]);
    drawDays(sheet, report);
    drawTotals(sheet, report);
    drawRest(sheet, report);
    drawClients(sheet, report);
    drawReceipt(sheet, report);
  });
}

function drawDays(sheet: Sheet, { days }: Report): void {
  sheet.header(words.columns);
  for (const day of days)
    day.entries.forEach((entry, index) => {
      const { kind, mission, projectCode, amount } = entry;
      const isFirst = index === 0;
      const about = [isFirst ? f.day(day.date) : "", mission ?? fr.kinds[kind], projectCode ?? "", f.days(amount)];
      sheet.row([...about, kind === "unbilled" ? fr.kinds[kind] : "", hoursText(entry, isFirst ? day : {})]);
    });
  if (days.length === 0) sheet.row([words.none, "", "", "", "", ""]);
}

/** The hours of an entry, and on the first one of its day when work began and ended. */
function hoursText({ hours }: { readonly hours?: number }, { start, end }: Partial<ClockTimes>): string {
  const counted = hours === undefined ? [] : [fr.declare.hours(hours)];
  return [...counted, ...(start === undefined ? [] : [`${start}-${end}`])].join(" · ");
}

function drawTotals(sheet: Sheet, { days }: Report): void {
  sheet.gap(4);
  const totals = Object.entries(totalsOf(days));
  for (const [kind, count] of totals) sheet.row([fr.kinds[kind as Kind], "", "", f.days(count), "", ""], "strong");
}

/** What the porté stated of rest; where it was not respected, the right to an interview is told. */
function drawRest(sheet: Sheet, { restStatement: stated }: Report): void {
  if (stated === null) return;
  sheet.gap(8);
  sheet.row([fr.declare.rest, "", "", "", "", ""], "section");
  const said = fr.declare.restSaid({ word: restWordOf(stated), daysGivenUp: stated.restDaysGivenUp });
  sheet.pairs([
    [words.statement, said],
    ...(needsInterview(stated) ? [[words.interview, fr.declare.interview] as [string, string]] : []),
  ]);
}

function drawClients(sheet: Sheet, { clientAnswers }: Report): void {
  if (clientAnswers.length === 0) return;
  sheet.gap(8);
  sheet.row([fr.declare.clients, "", "", "", "", ""], "section");
  sheet.pairs(
    clientAnswers.map(({ client, mission, decision, decidedAt, reason }) => {
      const said = fr.declare.clientAnswer(decision, decidedAt === null ? null : f.instant(decidedAt));
      return [`${client} (${mission})`, reason === null ? said : fr.labelled(said, reason)];
    }),
  );
}

function drawReceipt(sheet: Sheet, { receipt, decidedBy, decidedAt, state }: Report): void {
  sheet.gap(8);
  sheet.row([words.receipt, "", "", "", "", ""], "section");
  sheet.pairs([
    [words.receiptId, receipt.id],
    [words.signedOn, f.instant(receipt.submittedAt)],
    [words.hash, receipt.reportHash],
    [words.key, receipt.keyId],
    [words.signature, receipt.signature],
    ...(decidedAt === null
      ? []
      : [[fr.states[state], `${decidedBy ?? ""}, ${f.instant(decidedAt)}`] as [string, string]]),
  ]);
}
