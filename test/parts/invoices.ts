/** The tax of one rate of a made invoice, in cents; the rate in hundredths of a percent. */
export interface MadeTax {
  readonly rate: number;
  readonly base: number;
  readonly vat: number;
}

/** An invoice to write in any of its syntaxes; amounts in cents. */
export interface MadeInvoice {
  readonly number: string;
  readonly day: string;
  readonly seller: string;
  readonly currency: string;
  /** The seller's number of VAT. */
  readonly vatNumber?: string;
  readonly taxes: readonly MadeTax[];
}

export const PROFILES = ["MINIMUM", "BASIC WL", "BASIC", "EN 16931", "EXTENDED"] as const;
export type Profile = (typeof PROFILES)[number];

/** An invoice whose sums are right. */
export const INVOICE: MadeInvoice = {
  number: "F-2026-118",
  day: "2026-11-12",
  seller: "Hôtel & Cie",
  currency: "EUR",
  taxes: [
    { rate: 1000, base: 10_000, vat: 1_000 },
    { rate: 2000, base: 2_000, vat: 400 },
  ],
};

export const netOf = ({ taxes }: MadeInvoice) => taxes.reduce((total, { base }) => total + base, 0);
export const vatOf = ({ taxes }: MadeInvoice) => taxes.reduce((total, { vat }) => total + vat, 0);

const GUIDELINES: Readonly<Record<Profile, string>> = {
  MINIMUM: "urn:factur-x.eu:1p0:minimum",
  "BASIC WL": "urn:factur-x.eu:1p0:basicwl",
  BASIC: "urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic",
  "EN 16931": "urn:cen.eu:en16931:2017",
  EXTENDED: "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended",
};

/** How the elements of a document are named: each namespace by its prefix, or one as the default of its elements. */
export type Naming = "usual" | "other" | "default";

/** Writes cents with their point; some writers leave out zeros behind it, others add some. */
export function decimal(cents: number, zeros = 0): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}${"0".repeat(zeros)}`;
}

const xmlText = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** Writes an invoice as Factur-X does (UN/CEFACT CII), with what its profile has. */
export function cii(invoice: MadeInvoice, profile: Profile = "EN 16931", naming: Naming = "usual", zeros = 0): string {
  const [rsm, ram, udt] = { usual: ["rsm:", "ram:", "udt:"], other: ["a:", "b:", "c:"], default: ["", "", ""] }[
    naming
  ] as [string, string, string];
  const { number, day, seller, currency } = invoice;
  const money = (cents: number) => decimal(cents, zeros);
  const tag = (name: string, inside: string, attributes = "") =>
    `<${ram}${name}${attributes}>${inside}</${ram}${name}>`;
  const of = ` currencyID="${currency}"`;
  const taxNumber =
    invoice.vatNumber === undefined
      ? ""
      : tag("SpecifiedTaxRegistration", tag("ID", "123", ' schemeID="FC"')) +
        tag("SpecifiedTaxRegistration", tag("ID", invoice.vatNumber, ' schemeID="VA"'));
  const hasTaxes = profile !== "MINIMUM";
  const hasLines = hasTaxes && profile !== "BASIC WL";
  const tax = ({ rate, base, vat }: MadeTax) =>
    tag(
      "ApplicableTradeTax",
      [
        tag("CalculatedAmount", money(vat)),
        tag("TypeCode", "VAT"),
        tag("BasisAmount", money(base)),
        tag("CategoryCode", rate === 0 ? "Z" : "S"),
        tag("RateApplicablePercent", decimal(rate)),
      ].join(""),
    );
  const line = ({ rate, base }: MadeTax, index: number) =>
    tag(
      "IncludedSupplyChainTradeLineItem",
      [
        tag("AssociatedDocumentLineDocument", tag("LineID", String(index + 1))),
        tag("SpecifiedTradeProduct", tag("Name", "Nuit")),
        tag("SpecifiedLineTradeAgreement", tag("NetPriceProductTradePrice", tag("ChargeAmount", money(base)))),
        tag("SpecifiedLineTradeDelivery", tag("BilledQuantity", "1", ' unitCode="C62"')),
        tag(
          "SpecifiedLineTradeSettlement",
          [
            tag(
              "ApplicableTradeTax",
              tag("TypeCode", "VAT") + tag("CategoryCode", "S") + tag("RateApplicablePercent", decimal(rate)),
            ),
            tag("SpecifiedTradeSettlementLineMonetarySummation", tag("LineTotalAmount", money(base))),
          ].join(""),
        ),
      ].join(""),
    );
  const [net, vat] = [netOf(invoice), vatOf(invoice)];
  const sums = [
    hasTaxes ? tag("LineTotalAmount", money(net)) : "",
    tag("TaxBasisTotalAmount", money(net)),
    tag("TaxTotalAmount", money(vat), of),
    profile === "EXTENDED" ? tag("TaxTotalAmount", money(vat * 11), ' currencyID="SEK"') : "",
    tag("GrandTotalAmount", money(net + vat)),
    profile === "EXTENDED" ? tag("TotalPrepaidAmount", money(net)) : "",
    tag("DuePayableAmount", money(profile === "EXTENDED" ? vat : net + vat)),
  ];
  const names = [
    [rsm, `xmlns:${rsm.slice(0, -1)}`, "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"],
    [
      ram,
      `xmlns:${ram.slice(0, -1)}`,
      "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
    ],
    [udt, `xmlns:${udt.slice(0, -1)}`, "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"],
  ].filter(([prefix], index) => prefix !== "" || index === 0);
  const spaces = names.map(([prefix, name, uri]) => ` ${prefix === "" ? "xmlns" : name}="${uri}"`).join("");
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<${rsm}CrossIndustryInvoice${spaces}>`,
    `<${rsm}ExchangedDocumentContext>`,
    tag("GuidelineSpecifiedDocumentContextParameter", tag("ID", GUIDELINES[profile])),
    `</${rsm}ExchangedDocumentContext>\n<${rsm}ExchangedDocument>`,
    tag("ID", number),
    tag("TypeCode", "380"),
    tag("IssueDateTime", `<${udt}DateTimeString format="102">${day.replaceAll("-", "")}</${udt}DateTimeString>`),
    `</${rsm}ExchangedDocument>\n<${rsm}SupplyChainTradeTransaction>`,
    hasLines ? invoice.taxes.map(line).join("\n") : "",
    tag(
      "ApplicableHeaderTradeAgreement",
      tag("SellerTradeParty", tag("Name", xmlText(seller)) + taxNumber) + tag("BuyerTradeParty", tag("Name", "Porté")),
    ),
    tag("ApplicableHeaderTradeDelivery", ""),
    tag(
      "ApplicableHeaderTradeSettlement",
      [
        tag("InvoiceCurrencyCode", currency),
        hasTaxes ? invoice.taxes.map(tax).join("\n") : "",
        tag("SpecifiedTradeSettlementHeaderMonetarySummation", sums.join("")),
      ].join("\n"),
    ),
    `</${rsm}SupplyChainTradeTransaction>\n</${rsm}CrossIndustryInvoice>\n`,
  ].join("");
}

/** Writes an invoice as UBL 2.1. */
export function ubl(
  invoice: MadeInvoice,
  naming: Naming = "usual",
  root: "Invoice" | "CreditNote" = "Invoice",
): string {
  const [top, cac, cbc] = { usual: ["", "cac:", "cbc:"], other: ["x:", "y:", "z:"], default: ["", "", ""] }[naming] as [
    string,
    string,
    string,
  ];
  const { number, day, seller, currency } = invoice;
  const of = ` currencyID="${currency}"`;
  const basic = (name: string, inside: string, attributes = "") =>
    `<${cbc}${name}${attributes}>${inside}</${cbc}${name}>`;
  const group = (name: string, ...inside: string[]) => `<${cac}${name}>${inside.join("")}</${cac}${name}>`;
  const money = (name: string, cents: number) => basic(name, decimal(cents), of);
  const scheme = group("TaxScheme", basic("ID", "VAT"));
  const taxes = invoice.taxes.map(({ rate, base, vat }) =>
    group(
      "TaxSubtotal",
      money("TaxableAmount", base),
      money("TaxAmount", vat),
      group("TaxCategory", basic("ID", "S"), basic("Percent", decimal(rate)), scheme),
    ),
  );
  const [net, vat] = [netOf(invoice), vatOf(invoice)];
  const uri = "urn:oasis:names:specification:ubl:schema:xsd:";
  const spaces = [
    ` xmlns${top === "" ? "" : `:${top.slice(0, -1)}`}="${uri}${root}-2"`,
    ...(cac === "" ? [] : [` xmlns:${cac.slice(0, -1)}="${uri}CommonAggregateComponents-2"`]),
    ...(cbc === "" ? [] : [` xmlns:${cbc.slice(0, -1)}="${uri}CommonBasicComponents-2"`]),
  ];
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<${top}${root}${spaces.join("")}>`,
    basic("ID", number),
    basic("IssueDate", day),
    basic(`${root}TypeCode`, root === "Invoice" ? "380" : "381"),
    basic("DocumentCurrencyCode", currency),
    group(
      "AccountingSupplierParty",
      group(
        "Party",
        group("PartyName", basic("Name", xmlText(seller))),
        invoice.vatNumber === undefined ? "" : group("PartyTaxScheme", basic("CompanyID", invoice.vatNumber), scheme),
      ),
    ),
    group("AccountingCustomerParty", group("Party", group("PartyName", basic("Name", "Porté")))),
    group("TaxTotal", money("TaxAmount", vat), ...taxes),
    group(
      "LegalMonetaryTotal",
      money("LineExtensionAmount", net),
      money("TaxExclusiveAmount", net),
      money("TaxInclusiveAmount", net + vat),
      money("PayableAmount", net + vat),
    ),
    `</${top}${root}>\n`,
  ].join("\n");
}
