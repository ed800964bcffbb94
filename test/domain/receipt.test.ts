import { readFileSync } from "node:fs";
import { constants, deflateSync, inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { DOMAIN_LAW } from "../../src/domain/law-tables.ts";
import type { Inflate } from "../../src/domain/pdf-scan.ts";
import { receiptFault } from "../../src/domain/receipt-content.ts";
import { readReceiptText } from "../../src/domain/receipt-text.ts";

const TODAY = "2026-11-25";

describe("a receipt's text", () => {
  test.each<[string, string, object]>([
    [
      "of a restaurant",
      "LE PETIT QUAI\n4 quai de Valmy, 75010 Paris\nSIRET 123 456 782 00017\n19/11/2026 12:42 table 7\n1 plat du jour 15,90\n1 café 5,50\nTOTAL TTC 21,40 €\ndont TVA 10 % 1,95",
      { date: "2026-11-19", totalCents: 2_140, vat: [{ ratePpm: 100_000, vatCents: 195 }], merchant: "LE PETIT QUAI" },
    ],
    [
      "with two rates, each beside its base",
      "Brasserie du Parc\nle 3 novembre 2026\nTaux   HT      TVA\n10 %   30,00   3,00\n20 %   10,00   2,00\nTotal HT 40,00\nTotal TVA 5,00\nNet à payer 45,00 EUR",
      {
        date: "2026-11-03",
        totalCents: 4_500,
        vat: [
          { ratePpm: 100_000, vatCents: 300 },
          { ratePpm: 200_000, vatCents: 200 },
        ],
      },
    ],
    [
      "whose total stands under its word",
      "HOTEL DE LA GARE\nFacture du 2026-11-12\nMontant TTC\n1 234,50 €",
      { date: "2026-11-12", totalCents: 123_450 },
    ],
    [
      "that owes more than it paid in cash",
      "Café\n01.11.26\nTOTAL 4,30\nESPECES 5,00\nRENDU 0,70",
      { date: "2026-11-01", totalCents: 430, vat: [] },
    ],
    ["whose tax is not its rate's share", "Papeterie\nTOTAL TTC 12,00\nTVA 20 % 9,99", { totalCents: 1_200, vat: [] }],
    [
      "with a day to come, or one too old",
      "Bon 31/12/2026\nloi du 06/01/1978\nTotal 3,00",
      { date: null, totalCents: 300 },
    ],
    ["with a day that is not", "30/02/2026\nTotal 3,00", { date: null }],
    ["without any figure", "merci de votre visite", { date: null, totalCents: null, vat: [] }],
    ["that is a telephone number", "Tél. 01 42 00 00 00", { totalCents: null }],
  ])("%s", (_name, text, expected) => {
    expect(readReceiptText(text, TODAY, DOMAIN_LAW)).toMatchObject(expected);
  });
});

describe("a receipt's content", () => {
  const pdf = (inside: string) => new TextEncoder().encode(`%PDF-1.4\n${inside}\n%%EOF\n`);
  const objects = (inside: string) =>
    Buffer.concat([
      Buffer.from("%PDF-1.5\n4 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n"),
      deflateSync(`5 0 ${inside}`),
      Buffer.from("\nendstream\nendobj\n%%EOF\n"),
    ]);
  const inflate: Inflate = (bytes, maxOutputLength) =>
    inflateSync(bytes, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH });
  const png = (end: number) =>
    new Uint8Array(
      Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "base64",
      ).subarray(0, end),
    );
  const jpeg = (...tail: number[]) =>
    new Uint8Array([0xff, 0xd8, 0xff, 0xc0, 0, 5, 8, 0, 1, 0xff, 0xda, 0, 2, 1, 2, 3, ...tail]);

  test.each<[string, Uint8Array, string, string | null]>([
    ["a PDF", new Uint8Array(readFileSync("templates/receipt.pdf")), "application/pdf", null],
    ["an encrypted PDF", pdf("<< /Encrypt 5 0 R >>"), "application/pdf", "encrypted"],
    ["a PDF with a script", pdf("<< /S /JavaScript /JS (app.alert(1)) >>"), "application/pdf", "active"],
    ["a PDF that starts a program", pdf("<< /S /Launch >>"), "application/pdf", "active"],
    ["a PDF with a file inside", pdf("<< /Type /EmbeddedFile >>"), "application/pdf", "active"],
    ["a PDF that sends a form", pdf("<< /S /SubmitForm >>"), "application/pdf", "active"],
    ["a PDF whose script is spelled in numbers", pdf("<< /S /J#61v#61Script >>"), "application/pdf", "active"],
    ["a PDF with short code", pdf("<< /JS (x) >>"), "application/pdf", "active"],
    [
      "a PDF whose picture holds such letters",
      pdf("<< >>\nstream\n..../JS ..../XFA ...\nendstream"),
      "application/pdf",
      null,
    ],
    ["a PDF with nothing hidden", objects("<< /Type /Page >>"), "application/pdf", null],
    ["a PDF that hides a script", objects("<< /S /JavaScript /JS (app.alert(1)) >>"), "application/pdf", "active"],
    ["a PDF that hides short code", objects("<< /JS (x) >>"), "application/pdf", "active"],
    [
      "a PDF that hides it by another filter",
      pdf("4 0 obj << /Type /ObjStm /Filter /LZWDecode >>\nstream\nabc\nendstream"),
      "application/pdf",
      "damaged",
    ],
    ["a PDF whose hidden objects swell", objects(" ".repeat(40 * 1024 * 1024)), "application/pdf", "damaged"],
    ["a PDF with a name that only begins alike", pdf("<< /JSX 1 >>"), "application/pdf", null],
    ["half a PDF", new TextEncoder().encode("%PDF-1.4\n1 0 obj"), "application/pdf", "damaged"],
    ["a PNG", png(200), "image/png", null],
    ["half a PNG", png(40), "image/png", "damaged"],
    ["a PNG of nothing", png(10), "image/png", "damaged"],
    ["a JPEG", jpeg(0xff, 0xd9), "image/jpeg", null],
    ["a JPEG without its end", jpeg(), "image/jpeg", "damaged"],
    ["a JPEG without a frame", new Uint8Array([0xff, 0xd8, 0xff, 0xd9]), "image/jpeg", "damaged"],
    ["a WebP that is cut", new Uint8Array([82, 73, 70, 70, 255, 0, 0, 0, 87, 69, 66, 80]), "image/webp", "damaged"],
  ])("%s", (_name, bytes, type, fault) => {
    expect(receiptFault(bytes, type, inflate)).toBe(fault);
  });
});
