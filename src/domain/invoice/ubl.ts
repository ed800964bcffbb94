import { Amounts, CREDIT_TYPES, countryOf } from "./amounts.ts";
import { allAt, textAt, type XmlElement } from "./element.ts";
import type { InvoiceFacts } from "./invoice.ts";

/** Reads an invoice or a credit note of UBL 2.1, as EN 16931 uses it (Peppol, XRechnung, the French reform). */
export function readUbl(root: XmlElement): InvoiceFacts {
  const from = [root];
  const sums = allAt(from, "LegalMonetaryTotal");
  const currency = textAt(from, "DocumentCurrencyCode");
  const amounts = new Amounts(currency);
  const totalCents = amounts.centsAt(sums, "TaxInclusiveAmount");
  const seller = allAt(from, "AccountingSupplierParty/Party");
  return {
    syntax: "UBL",
    number: textAt(from, "ID"),
    date: amounts.dayAt(from, "IssueDate"),
    seller: textAt(seller, "PartyLegalEntity/RegistrationName") ?? textAt(seller, "PartyName/Name"),
    country: countryOf(
      allAt(seller, "PartyTaxScheme")
        .filter((one) => textAt([one], "TaxScheme/ID") === "VAT")
        .flatMap((one) => allAt([one], "CompanyID")),
      textAt(seller, "PostalAddress/Country/IdentificationCode"),
    ),
    currency,
    isCredit:
      root.name === "CreditNote" || CREDIT_TYPES.has(textAt(from, "InvoiceTypeCode") ?? "") || (totalCents ?? 0) < 0,
    netCents: amounts.centsAt(sums, "TaxExclusiveAmount"),
    vatCents: amounts.centsAt(from, "TaxTotal/TaxAmount"),
    totalCents,
    vat: amounts.taxes(allAt(from, "TaxTotal/TaxSubtotal"), {
      rate: "TaxCategory/Percent|Percent",
      base: "TaxableAmount",
      vat: "TaxAmount",
    }),
    unread: amounts.unread,
    isSeveral: amounts.isSeveral || sums.length > 1,
  };
}
