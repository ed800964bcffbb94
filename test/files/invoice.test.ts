import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DOMAIN_LAW } from "../../src/domain/law-tables.ts";
import { takenFrom } from "../../src/domain/receipt/from-invoice.ts";
import { receiptContent } from "../../src/files/invoice.ts";
import { cii, decimal, INVOICE, type MadeInvoice, netOf, PROFILES, ubl, vatOf } from "../parts/invoices.ts";
import { pdfCarrying } from "../parts/pdf.ts";

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const invoiceIn = async (xml: string | Uint8Array) =>
  (await receiptContent(typeof xml === "string" ? bytes(xml) : xml)).invoice;

const TEXT = cii(INVOICE);
const changed = (from: string | RegExp, to: string) => TEXT.replace(from, to);

describe("an electronic invoice", () => {
  test.each([
    [
      "CII of each profile and naming",
      PROFILES.flatMap((profile) =>
        (["usual", "other", "default"] as const).map((naming) => cii(INVOICE, profile, naming)),
      ),
    ],
    ["UBL of each naming", (["usual", "other", "default"] as const).map((naming) => ubl(INVOICE, naming))],
  ])("of %s says the same amounts", async (_name, texts) => {
    for (const text of texts)
      expect(await invoiceIn(text)).toMatchObject({
        number: "F-2026-118",
        date: "2026-11-12",
        seller: "Hôtel & Cie",
        currency: "EUR",
        isCredit: false,
        netCents: 12_000,
        vatCents: 1_400,
        totalCents: 13_400,
        doubts: [],
      });
  });

  test("of random rates and amounts says them to the cent, in every profile and syntax", async () => {
    const rate = fc.constantFrom(2000, 1000, 850, 550, 210);
    const taxes = fc
      .uniqueArray(fc.record({ rate, base: fc.integer({ min: 1, max: 50_000_000 }) }), {
        selector: (one) => one.rate,
        minLength: 1,
        maxLength: 5,
      })
      .map((all) => all.map((one) => ({ ...one, vat: Math.round((one.base * one.rate) / 10_000) })));
    const made = fc.record({ taxes, day: fc.constantFrom("2026-01-31", "2026-02-28", "2026-11-12") });
    const naming = fc.constantFrom("usual" as const, "other" as const, "default" as const);
    const profile = fc.constantFrom(...PROFILES);
    await fc.assert(
      fc.asyncProperty(made, profile, naming, fc.integer({ min: 0, max: 3 }), async (some, profile, naming, zeros) => {
        const invoice: MadeInvoice = { ...INVOICE, ...some };
        const [first, second] = [
          await invoiceIn(cii(invoice, profile, naming, zeros)),
          await invoiceIn(ubl(invoice, naming)),
        ];
        const total = {
          date: some.day,
          netCents: netOf(invoice),
          vatCents: vatOf(invoice),
          totalCents: netOf(invoice) + vatOf(invoice),
        };
        expect(first).toMatchObject({ ...total, doubts: [] });
        expect(second).toMatchObject({ ...total, doubts: [] });
        if (first === null || second === null) return;
        const lines = invoice.taxes
          .filter(({ vat }) => vat > 0)
          .map(({ rate, vat }) => ({ ratePpm: rate * 100, vatCents: vat }));
        expect(takenFrom(second, null, DOMAIN_LAW).reading.vat).toEqual(lines);
        if (profile !== "MINIMUM") expect(takenFrom(first, null, DOMAIN_LAW).reading.vat).toEqual(lines);
      }),
      { numRuns: Number(process.env.PORTE_INVOICE_RUNS ?? 60) },
    );
  });

  test.each<[string, string | Uint8Array, object]>([
    [
      "in UTF-16 with its mark",
      Buffer.from(`\ufeff${TEXT.replace("UTF-8", "UTF-16")}`, "utf16le"),
      { totalCents: 13_400, seller: "Hôtel & Cie" },
    ],
    ["in UTF-16 without its mark", Buffer.from(TEXT.replace("UTF-8", "UTF-16"), "utf16le"), { totalCents: 13_400 }],
    [
      "in UTF-16, high byte first",
      Buffer.from(`\ufeff${TEXT.replace("UTF-8", "UTF-16")}`, "utf16le").swap16(),
      { totalCents: 13_400 },
    ],
    ["in UTF-8 with its mark", `\ufeff${TEXT}`, { totalCents: 13_400 }],
    ["in Latin-1", Buffer.from(TEXT.replace("UTF-8", "ISO-8859-1"), "latin1"), { seller: "Hôtel & Cie" }],
    ["with letters by number", changed("Hôtel", "H&#xF4;tel"), { seller: "Hôtel & Cie" }],
    [
      "with a remark and a section of letters",
      changed("<ram:ID>F-2026-118", "<!-- <ram:ID>F-1 --><ram:ID><![CDATA[F-2026-118]]>"),
      { number: "F-2026-118" },
    ],
    [
      "of ZUGFeRD 1.0",
      TEXT.replaceAll("CrossIndustryInvoice>", "CrossIndustryDocument>")
        .replace("<rsm:CrossIndustryInvoice", "<rsm:CrossIndustryDocument")
        .replaceAll(":ExchangedDocument>", ":HeaderExchangedDocument>")
        .replaceAll("ApplicableHeaderTrade", "ApplicableSupplyChainTrade")
        .replaceAll("TradeSettlementHeaderMonetary", "TradeSettlementMonetary")
        .replaceAll("RateApplicablePercent", "ApplicablePercent")
        .replaceAll(":SupplyChainTradeTransaction>", ":SpecifiedSupplyChainTradeTransaction>"),
      { number: "F-2026-118", date: "2026-11-12", totalCents: 13_400, vatCents: 1_400, doubts: [] },
    ],
    ["paid before", cii(INVOICE, "EXTENDED"), { totalCents: 13_400, vatCents: 1_400, doubts: [] }],
    ["that gives money back", changed(">380<", ">381<"), { isCredit: true, totalCents: 13_400 }],
    ["of UBL that gives money back", ubl(INVOICE, "usual", "CreditNote"), { isCredit: true }],
    ["whose total is below zero", changed("GrandTotalAmount>134.00", "GrandTotalAmount>-134.00"), { isCredit: true }],
    [
      "whose total is 1e308",
      changed("GrandTotalAmount>134.00", "GrandTotalAmount>1e308"),
      { totalCents: null, doubts: ["unread", "no-total"] },
    ],
    [
      "whose total is no number",
      changed("GrandTotalAmount>134.00", "GrandTotalAmount>NaN"),
      { totalCents: null, doubts: ["unread", "no-total"] },
    ],
    [
      "whose total is past any receipt",
      changed("GrandTotalAmount>134.00", "GrandTotalAmount>134000000000.00"),
      { totalCents: null },
    ],
    [
      "whose total is in parts of a cent",
      changed("GrandTotalAmount>134.00", "GrandTotalAmount>134.001"),
      { totalCents: null },
    ],
    ["whose total has a comma", changed("GrandTotalAmount>134.00", "GrandTotalAmount>134,00"), { totalCents: null }],
    [
      "whose sums are not right",
      changed("GrandTotalAmount>134.00", "GrandTotalAmount>135.00"),
      { totalCents: 13_500, doubts: ["sums"] },
    ],
    [
      "whose rate is no rate",
      cii(INVOICE, "BASIC WL").replace("Percent>10.00", "Percent>Infinity"),
      { doubts: ["unread"] },
    ],
    ["whose day is none", changed(">20261112<", ">20260231<"), { date: null, doubts: ["unread"] }],
    ["of nothing", changed(/<rsm:Ex[\s\S]*Transaction>/, ""), { totalCents: null, date: null, doubts: ["no-total"] }],
    [
      "with two totals",
      changed("<ram:GrandTotal", "<ram:GrandTotalAmount>1.00</ram:GrandTotalAmount><ram:GrandTotal"),
      { doubts: expect.arrayContaining(["several"]) },
    ],
    [
      "with two trades",
      changed(
        "</rsm:CrossIndustryInvoice>",
        `${/<rsm:Supply[\s\S]*Transaction>/.exec(TEXT)?.[0]}</rsm:CrossIndustryInvoice>`,
      ),
      { doubts: expect.arrayContaining(["several"]) },
    ],
  ])("%s", async (_name, xml, expected) => {
    expect(await invoiceIn(xml)).toMatchObject(expected);
  });

  const ENTITY = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const LAUGHS = `<!DOCTYPE a [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n} "&a;&a;&a;">`).join("")}]>`;
  test.each<[string, string | Uint8Array]>([
    ["that asks for a file", changed("?>", `?>${ENTITY}`).replace("Hôtel", "&x;")],
    ["that swells", changed("?>", `?>${LAUGHS}`).replace("Hôtel", "&a29;")],
    ["of 50 megabytes", changed("Hôtel", "H".repeat(50_000_000))],
    ["a thousand elements deep", changed("Hôtel", `${"<a>".repeat(1_000)}${"</a>".repeat(1_000)}`)],
    ["cut in its middle", TEXT.slice(0, 900)],
    ["of two documents", `${TEXT}${TEXT.replace(/<\?[^>]*>/, "")}`],
    ["with letters that are none", Buffer.from(TEXT, "latin1")],
    ["of another kind", "<html><body>134.00</body></html>"],
    ["of nothing at all", ""],
    ["that names what programs are made of", "<__proto__><constructor/></__proto__>"],
  ])("%s is not read", async (_name, xml) => {
    expect(await invoiceIn(xml)).toBe(null);
  });

  test.each<[string, string, number]>([
    ["of a French seller", cii({ ...INVOICE, vatNumber: "FR12345678901" }), 1_400],
    ["of a Spanish seller, whose rates look French", cii({ ...INVOICE, vatNumber: "ESB12345678" }), 0],
    ["of a Spanish seller, in UBL", ubl({ ...INVOICE, vatNumber: "ESB12345678" }), 0],
    ["of a Spanish seller, without its rates", cii({ ...INVOICE, vatNumber: "ESB12345678" }, "MINIMUM"), 0],
    ["at a German rate", ubl({ ...INVOICE, taxes: [{ rate: 1900, base: 10_000, vat: 1_900 }] }), 0],
    ["without its rates", cii(INVOICE, "MINIMUM"), 1_400],
  ])("%s has its tax got back where it is French", async (_name, xml, vatCents) => {
    const invoice = await invoiceIn(xml);
    if (invoice === null) throw new Error("the invoice is not read");
    const { reading, isForeignVat } = takenFrom(invoice, null, DOMAIN_LAW);
    expect([reading.vat.reduce((total, one) => total + one.vatCents, 0), isForeignVat]).toEqual([
      vatCents,
      vatCents === 0,
    ]);
  });

  test("within a PDF is read with the page beside it, and each difference is named", async () => {
    const pdf = pdfCarrying([["factur-x.xml", bytes(TEXT)]], {
      lines: ["HOTEL", "Facture du 13/11/2026", "Total TTC 135,00"],
    });
    const { text, invoice } = await receiptContent(pdf);
    expect(text).toBe("HOTEL\nFacture du 13/11/2026\nTotal TTC 135,00");
    expect(invoice).toMatchObject({ totalCents: 13_400 });
  });
});

test("amounts are written as they are read", () => {
  expect(decimal(-5)).toBe("-0.05");
});
