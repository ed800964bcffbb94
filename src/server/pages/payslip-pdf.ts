import { fr } from "../../i18n/fr.ts";
import type { Schemas } from "../deps.ts";
import { drawPdf } from "./pdf.ts";
import type { Sheet } from "./sheet.ts";

type Payslip = Schemas["Payslip"];

const { format: f } = fr;
const LEVELS = { first: "premier niveau", junior: "junior", senior: "senior", expert: "expert" };
const PARTS = [
  "basePayCents",
  "complementCents",
  "businessContributionCents",
  "endOfContractCents",
  "paidLeaveCents",
] as const;
const SECTION_ORDER = ["health", "workAccident", "retirement", "family", "unemployment", "other", "csg"] as const;

/** Draws a payslip as a PDF of one A4 page, in the sections of the bulletin clarifié. */
export function payslipPdf(templates: string, company: Schemas["Company"], slip: Payslip): Promise<Buffer> {
  const paper = { layout: "payslip.json", about: f.month(slip.month), author: company.name, subject: slip.owner.name };
  return drawPdf({ templates, ...paper }, (sheet) => {
    drawHead(sheet, company, slip);
    drawPay(sheet, slip);
    drawLines(sheet, slip);
    drawTotals(sheet, slip);
    drawAccount(sheet, slip);
  });
}

function drawHead(sheet: Sheet, company: Schemas["Company"], { month, owner, contract }: Payslip): void {
  const contractName = `${contract.kind.toUpperCase()} depuis le ${f.day(contract.start)}`;
  const status = `${contract.category === "cadre" ? "Cadre" : "Non-cadre"}, ${LEVELS[contract.level]}`;
  sheet.title(f.month(month));
  sheet.twoBlocks(
    [company.name, company.address, `SIREN ${company.siren}`],
    [owner.name, `${contractName} · ${status}`, "Salarié porté"],
  );
}

function drawPay(sheet: Sheet, { parts, grossCents }: Payslip): void {
  sheet.header(["", fr.pay.base, "Taux", fr.pay.employeeShare, "Taux", fr.pay.employerShare]);
  for (const part of PARTS) {
    if (parts[part] !== 0) sheet.row([fr.pay.parts[part], "", "", amount(parts[part]), "", ""]);
  }
  sheet.row([fr.pay.gross, "", "", amount(grossCents), "", ""], "strong");
}

function drawLines(sheet: Sheet, slip: Payslip): void {
  for (const section of SECTION_ORDER) {
    const lines = slip.lines.filter(
      (line) => line.section === section && (line.employeeCents !== 0 || line.employerCents !== 0),
    );
    if (lines.length === 0) continue;
    const alone = lines.length === 1 && section !== "csg";
    if (!alone) sheet.row([fr.sections[section], "", "", "", "", ""], "section");
    for (const line of lines) sheet.row(lineCells(line, alone), alone ? "section" : "plain");
  }
  sheet.row(
    ["Exonérations et allègements de cotisations", "", "", "", "", amount(-slip.generalReductionCents)],
    "section",
  );
  sheet.row(
    ["Total des cotisations et contributions", "", "", amount(-slip.employeeCents), "", amount(slip.employerCents)],
    "strong",
  );
}

function lineCells(line: Payslip["lines"][number], alone: boolean): Cells {
  const label = alone ? fr.sections[line.section] : fr.lines[line.code as keyof typeof fr.lines];
  const employee: [string, string] =
    line.employeeCents === 0 ? ["", ""] : [rate(line.employeePpm), amount(-line.employeeCents)];
  const employer: [string, string] =
    line.employerCents === 0 ? ["", ""] : [rate(line.employerPpm), amount(line.employerCents)];
  return [label, amount(line.baseCents), ...employee, ...employer];
}

type Cells = [string, string, string, string, string, string];

function drawTotals(sheet: Sheet, slip: Payslip): void {
  sheet.gap(5);
  sheet.figures([
    [fr.pay.netSocial, f.euros(slip.netSocialCents)],
    [fr.pay.netTaxable, f.euros(slip.netTaxableCents)],
    ["Net à payer avant impôt", f.euros(slip.netBeforeTaxCents)],
    [fr.pay.withholding(f.percent(slip.withholdingPpm)), f.euros(-slip.withholdingCents)],
  ]);
  sheet.total("Net payé", f.euros(slip.netPaidCents));
  const extra = slip.expensesCents === 0 ? "" : ` + frais remboursés ${f.euros(slip.expensesCents)}`;
  sheet.note(`Virement le ${f.day(slip.transferDate)} : ${f.euros(slip.transferCents)} (net payé${extra})`);
}

function drawAccount(sheet: Sheet, slip: Payslip): void {
  const { yearToDate: sums } = slip;
  sheet.gap(4);
  sheet.row([`Cumuls ${slip.month.slice(0, 4)}`, "", "", "", "", ""], "section");
  sheet.figures([
    [fr.pay.gross, f.euros(sums.grossCents)],
    [fr.pay.netTaxable, f.euros(sums.netTaxableCents)],
    ["Prélèvement à la source", f.euros(sums.withholdingCents)],
    [fr.pay.netPaid, f.euros(sums.netPaidCents)],
  ]);
  sheet.row(["Du chiffre d'affaires au salaire", "", "", "", "", ""], "section");
  sheet.figures([
    [fr.pay.turnover, f.euros(slip.turnoverCents)],
    [fr.pay.fee, f.euros(slip.managementFeeCents)],
    [fr.pay.reserve, f.euros(slip.reserveCents)],
    [fr.pay.cost, f.euros(slip.costCents)],
  ]);
}

function amount(cents: number): string {
  return f.euros(cents).replace(/\s?€/u, "");
}

function rate(ppm: number): string {
  return f.percent(ppm).replace(/\s?%/u, "");
}
