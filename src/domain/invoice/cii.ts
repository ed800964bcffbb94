import { Amounts, CREDIT_TYPES, countryOf } from "./amounts.ts";
import { allAt, textAt, type XmlElement } from "./element.ts";
import type { InvoiceFacts } from "./invoice.ts";

/**
 * Reads an invoice of UN/CEFACT: Factur-X and ZUGFeRD 2 in every profile, MINIMUM to EXTENDED, and ZUGFeRD 1.0, whose names differ (the
 * second of each pair below).
 */
export function readCii(root: XmlElement): InvoiceFacts {
  const from = [root];
  const document = allAt(from, "ExchangedDocument|HeaderExchangedDocument");
  const trade = allAt(from, "SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction");
  const settlement = allAt(trade, "ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement");
  const sums = allAt(
    settlement,
    "SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation",
  );
  const seller = allAt(trade, "ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement/SellerTradeParty");
  const currency = textAt(settlement, "InvoiceCurrencyCode");
  const amounts = new Amounts(currency);
  const totalCents = amounts.centsAt(sums, "GrandTotalAmount");
  return {
    syntax: "CII",
    number: textAt(document, "ID"),
    date: amounts.dayAt(document, "IssueDateTime/DateTimeString|DateTime"),
    seller: textAt(seller, "Name"),
    country: countryOf(
      allAt(seller, "SpecifiedTaxRegistration/ID").filter(({ attributes }) => attributes.schemeID === "VA"),
      textAt(seller, "PostalTradeAddress/CountryID"),
    ),
    currency,
    isCredit: CREDIT_TYPES.has(textAt(document, "TypeCode") ?? "") || (totalCents ?? 0) < 0,
    netCents: amounts.centsAt(sums, "TaxBasisTotalAmount"),
    vatCents: amounts.centsAt(sums, "TaxTotalAmount"),
    totalCents,
    vat: amounts.taxes(allAt(settlement, "ApplicableTradeTax"), {
      rate: "RateApplicablePercent|ApplicablePercent",
      base: "BasisAmount",
      vat: "CalculatedAmount",
    }),
    unread: amounts.unread,
    isSeveral: amounts.isSeveral || [document, trade, settlement, sums].some((one) => one.length > 1),
  };
}
