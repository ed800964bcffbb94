import { type Kind, totalsOf } from "../../domain/activity.ts";
import type { ClockTimes } from "../../domain/clock-times.ts";
import { needsInterview, restWordOf } from "../../domain/rest-statement.ts";
import { reportWords as words } from "../../i18n/fr/documents.ts";
import { fr } from "../../i18n/fr.ts";
import type { Schemas } from "../deps.ts";
import { drawPdf } from "./pdf.ts";
import type { Sheet } from "./sheet.ts";

type Report = Schemas["ActivityReport"];
type Mission = Pick<Schemas["Mission"], "reference" | "client" | "title" | "purchaseOrder">;

/** What a month's report is printed with. */
export interface PrintedReport {
  readonly company: Schemas["Company"];
  readonly porte: string;
  /** Those that the report names. */
  readonly missions: readonly Mission[];
  readonly report: Report;
}

const { format: f } = fr;

/**
 * Draws a month's report as a PDF that its client reads and signs: whose it is, for which client and mission, its days, what they add up to,
 * where to sign, and the receipt that the company signed.
 */
export function reportPdf(templates: string, { company, porte, missions, report }: PrintedReport): Promise<Buffer> {
  const paper = { layout: "activity-report.json", about: f.month(report.month), author: company.name, subject: porte };
  return drawPdf({ templates, ...paper }, (sheet) => {
    sheet.title(f.month(report.month));
    const state = words.state(fr.states[report.state], report.version);
    sheet.twoBlocks([company.name, company.address, words.siren(company.siren)], [porte, words.porte, state]);
    for (const mission of missions) drawMission(sheet, mission, report);
    drawDays(sheet, report);
    drawTotals(sheet, report);
    drawRest(sheet, report);
    drawClients(sheet, report);
    drawSignatures(sheet, porte, missions);
    drawReceipt(sheet, report);
  });
}

/** Who is worked for, on what, and by which order of theirs, or which of their codes; a client that gives none has a place to write it. */
function drawMission(
  sheet: Sheet,
  { reference, client, title, purchaseOrder = null }: Mission,
  { days }: Report,
): void {
  const entries = days.flatMap((day) => day.entries).filter(({ mission }) => mission === reference);
  const codes = entries.flatMap(({ projectCode }) => projectCode ?? []);
  const orders = [...new Set([...(purchaseOrder === null ? [] : [purchaseOrder]), ...codes])];
  sheet.pairs([
    [words.client, client],
    [words.mission, title === reference ? reference : `${reference} – ${title}`],
    [words.order, orders.length === 0 ? words.blank : orders.join(", ")],
  ]);
  sheet.gap(6);
}

function drawDays(sheet: Sheet, { days }: Report): void {
  sheet.header(words.columns);
  for (const day of days)
    day.entries.forEach((entry, index) => {
      const { kind, mission, projectCode, amount } = entry;
      const isFirst = index === 0;
      const named = mission ?? fr.kinds[kind];
      const about = kind === "unbilled" ? `${named} (${fr.kinds[kind]})` : named;
      const times = hoursText(entry, isFirst ? day : {});
      sheet.row([isFirst ? f.day(day.date) : "", about, projectCode ?? "", f.days(amount), times]);
    });
  if (days.length === 0) sheet.row([words.none]);
}

/** The hours of an entry, and on the first one of its day when work began and ended. */
function hoursText({ hours }: { readonly hours?: number }, { start, end }: Partial<ClockTimes>): string {
  const counted = hours === undefined ? [] : [fr.declare.hours(hours)];
  return [...counted, ...(start === undefined ? [] : [`${start}-${end}`])].join(" · ");
}

function drawTotals(sheet: Sheet, { days }: Report): void {
  sheet.gap(4);
  const totals = Object.entries(totalsOf(days));
  for (const [kind, count] of totals) sheet.row([words.total(fr.kinds[kind as Kind]), "", "", f.days(count)], "strong");
}

/** What the porté stated of rest; where it was not respected, the right to an interview is told. */
function drawRest(sheet: Sheet, { restStatement: stated }: Report): void {
  if (stated === null) return;
  sheet.gap(8);
  sheet.section(fr.declare.rest);
  const said = fr.declare.restSaid({ word: restWordOf(stated), daysGivenUp: stated.restDaysGivenUp });
  sheet.pairs([
    [words.statement, said],
    ...(needsInterview(stated) ? [[words.interview, fr.declare.interview] as [string, string]] : []),
  ]);
}

function drawClients(sheet: Sheet, { clientAnswers }: Report): void {
  if (clientAnswers.length === 0) return;
  sheet.gap(8);
  sheet.section(fr.declare.clients);
  sheet.pairs(
    clientAnswers.map(({ client, mission, decision, decidedAt, reason }) => {
      const said = fr.declare.clientAnswer(decision, decidedAt === null ? null : f.instant(decidedAt));
      return [`${client} (${mission})`, reason === null ? said : fr.labelled(said, reason)];
    }),
  );
}

function drawSignatures(sheet: Sheet, porte: string, missions: readonly Mission[]): void {
  sheet.gap(10);
  const clients = [...new Set(missions.map(({ client }) => client))];
  sheet.boxes([
    { title: words.signs.porte, lines: [porte, words.signs.dated] },
    { title: words.signs.client, lines: [clients.join(", "), words.signs.named, words.signs.dated] },
  ]);
}

function drawReceipt(sheet: Sheet, { receipt, decidedBy, decidedAt, state }: Report): void {
  sheet.gap(8);
  sheet.section(words.receipt);
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
