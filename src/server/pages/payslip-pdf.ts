import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toEuros } from "../../domain/money.ts";
import type { PayslipFacts } from "../../domain/payslip-code.ts";
import { fr } from "../../i18n/fr.ts";
import { bytesOf } from "../../papers/pdf.ts";
import type { Schemas } from "../deps.ts";
import type { PayslipDocument } from "../payslips/document.ts";
import { drawPayslip } from "./payslip/draw.ts";
import { layOut } from "./payslip/layout.ts";
import type { Model } from "./payslip/model.ts";
import { Paper, type PayslipLayout } from "./payslip/paper.ts";
import { attachBlank, type Sign, seal, signFacts } from "./payslip/seal.ts";

/** What a payslip's document is made with. */
export interface Press {
  readonly templates: string;
  readonly employer: Schemas["Employer"];
  readonly model: Model;
  readonly sign: Sign;
}

/** Draws a payslip as a PDF that carries its signed facts, on the page and as an attachment. */
export async function payslipPdf({ templates, employer, model, sign }: Press, slip: PayslipDocument): Promise<Buffer> {
  const [{ default: PDFDocument }, { encodeQR }, text] = await Promise.all([
    import("pdfkit"),
    import("qr"),
    readFile(join(templates, "payslip.json"), "utf8"),
  ]);
  const layout: PayslipLayout = JSON.parse(text);
  const info = {
    Title: `${layout.title} ${fr.format.month(slip.month)}`,
    Author: employer.name,
    Subject: slip.owner.name,
  };
  const document = new PDFDocument({ size: "A4", margin: 0, info, lang: "fr", autoFirstPage: true });
  const whole = bytesOf(document);
  const facts = factsOf(slip, employer);
  const squares = encodeQR(signFacts(facts, sign), "raw", { ecc: "low", border: 1 });
  drawPayslip(new Paper(document, layout), layOut(slip, employer, model), squares);
  const blank = attachBlank(document, facts, sign);
  document.end();
  return seal(await whole, blank, facts, sign);
}

function factsOf(slip: PayslipDocument, employer: Schemas["Employer"]): PayslipFacts {
  return {
    v: 1,
    id: slip.id,
    month: slip.month,
    company: employer.name,
    siret: employer.siret,
    porte: slip.owner.name,
    gross: toEuros(slip.grossCents),
    netSocial: toEuros(slip.netSocialCents),
    net: toEuros(slip.netPaidCents),
    received: toEuros(slip.transferCents),
    paidOn: slip.transferDate,
  };
}
