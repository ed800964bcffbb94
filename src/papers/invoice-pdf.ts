import { type PrintedInvoice, vatNumberOf } from "../domain/invoice-facts.ts";
import { invoiceWords as words } from "../i18n/fr/documents.ts";
import { fr } from "../i18n/fr.ts";
import { drawPdf, type Paper } from "./pdf.ts";
import type { Sheet } from "./sheet.ts";

const { format: f } = fr;

/**
 * Draws an invoice as a PDF, with what the law has it name: both parties, its number and days, what was done and at which price, taxes,
 * and what a late client owes (C. com., art. L441-9 ; CGI, annexe II, art. 242 nonies A).
 */
export function invoicePdf({ layout }: Pick<Paper, "layout">, invoice: PrintedInvoice): Promise<Buffer> {
  const { number, company, client, issuedOn, dueOn, porte } = invoice;
  const paper = { layout, about: number, author: company.name, subject: client.name };
  return drawPdf(paper, (sheet) => {
    sheet.title(words.number(number));
    sheet.twoBlocks(partyLines(company, true), partyLines(client, false));
    if (invoice.cancelled !== null) sheet.paragraph(words.cancelled(invoice.cancelled));
    sheet.pairs([
      [words.issued, words.day(issuedOn)],
      [words.due, words.day(dueOn)],
      [words.period, f.month(invoice.month)],
      [words.service, words.of(invoice.title, porte, invoice.mission)],
      ...orderPairs(invoice),
    ]);
    sheet.gap(10);
    drawLines(sheet, invoice);
    sheet.gap(12);
    for (const sentence of termsOf(invoice)) sheet.paragraph(sentence, 8);
  });
}

function partyLines({ name, address, siren, siret }: PrintedInvoice["company"], isSeller: boolean): string[] {
  const lines = [name, address, siret === null ? (siren === null ? null : words.siren(siren)) : words.siret(siret)];
  const vat = isSeller && siren !== null ? words.vatNumber(vatNumberOf(siren)) : null;
  return [...lines, vat].filter((line) => line !== null);
}

function orderPairs({ purchaseOrder, routingCode, chorusService, chorusEngagement }: PrintedInvoice) {
  const said: readonly (readonly [string, string | null])[] = [
    [words.order, purchaseOrder],
    [words.routing, routingCode],
    [words.chorusService, chorusService],
    [words.chorusEngagement, chorusEngagement],
  ];
  return said.flatMap(([name, text]) => (text === null ? [] : [[name, text] as const]));
}

function drawLines(sheet: Sheet, { lines, amountCents, vatPpm, vatCents }: PrintedInvoice): void {
  sheet.header(words.head);
  for (const { days, dailyRateCents, amountCents: amount } of lines)
    sheet.row([words.line, f.days(days), f.euros(dailyRateCents), f.percent(vatPpm), f.euros(amount)]);
  sheet.gap(4);
  sheet.row([words.beforeVat, "", "", "", f.euros(amountCents)], "section");
  sheet.row([words.vat(f.percent(vatPpm)), "", "", "", f.euros(vatCents)], "section");
  sheet.row([words.toPay, "", "", "", f.euros(amountCents + vatCents)], "strong");
}

function termsOf({ lateRatePpm }: PrintedInvoice): string[] {
  return [
    words.noDiscount,
    words.late(lateRatePpm === null ? null : f.percent(lateRatePpm)),
    words.fixed,
    words.category,
  ];
}
