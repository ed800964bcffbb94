import { type Kind, totalsOf } from "../../domain/activity.ts";
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
    const state = `${fr.states[report.state]} · version ${report.version}`;
    sheet.twoBlocks([company.name, company.address, `SIREN ${company.siren}`], [porte, "Salarié porté", state]);
    drawDays(sheet, report);
    drawTotals(sheet, report);
    drawClients(sheet, report);
    drawReceipt(sheet, report);
  });
}

function drawDays(sheet: Sheet, { days }: Report): void {
  sheet.header(["Jour", "Mission", "Code projet", "Temps", "", ""]);
  for (const { date, entries } of days)
    entries.forEach(({ kind, mission, projectCode, amount, hours }, index) => {
      const name = index === 0 ? f.day(date) : "";
      sheet.row([
        name,
        mission ?? fr.kinds[kind],
        projectCode ?? "",
        f.days(amount),
        kind === "unbilled" ? fr.kinds[kind] : "",
        hours === undefined ? "" : fr.declare.hours(hours),
      ]);
    });
  if (days.length === 0) sheet.row(["Aucune activité ce mois", "", "", "", "", ""]);
}

function drawTotals(sheet: Sheet, { days }: Report): void {
  sheet.gap(4);
  const totals = Object.entries(totalsOf(days));
  for (const [kind, count] of totals) sheet.row([fr.kinds[kind as Kind], "", "", f.days(count), "", ""], "strong");
}

function drawClients(sheet: Sheet, { clientAnswers }: Report): void {
  if (clientAnswers.length === 0) return;
  sheet.gap(8);
  sheet.row([fr.declare.clients, "", "", "", "", ""], "section");
  sheet.pairs(
    clientAnswers.map(({ client, mission, decision, decidedAt, reason }) => {
      const said = fr.declare.clientAnswer(decision, decidedAt === null ? null : f.instant(decidedAt));
      return [`${client} (${mission})`, reason === null ? said : `${said} : ${reason}`];
    }),
  );
}

function drawReceipt(sheet: Sheet, { receipt, decidedBy, decidedAt, state }: Report): void {
  sheet.gap(8);
  sheet.row(["Reçu signé par la société", "", "", "", "", ""], "section");
  sheet.pairs([
    ["Reçu", receipt.id],
    ["Signé le", f.instant(receipt.submittedAt)],
    ["Empreinte", receipt.reportHash],
    ["Clé", receipt.keyId],
    ["Signature", receipt.signature],
    ...(decidedAt === null
      ? []
      : [[fr.states[state], `${decidedBy ?? ""}, ${f.instant(decidedAt)}`] as [string, string]]),
  ]);
}
