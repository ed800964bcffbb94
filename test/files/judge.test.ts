import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { PDFDocument } from "@cantoo/pdf-lib";
import PdfKit from "pdfkit";
import { describe, expect, test } from "vitest";
import { judged } from "../../src/files/judge.ts";
import { cii, INVOICE, ubl } from "../parts/invoices.ts";
import { FIRST_OBJECT, type MadePdf, pdfCarrying, pdfWith, streamOf } from "../parts/pdf.ts";

const faultOf = async (bytes: Uint8Array) => (await judged(new Uint8Array(bytes))).fault;
const XML = Buffer.from(cii(INVOICE));
const carrying = (name: string, bytes: Uint8Array, made?: MadePdf) => pdfCarrying([[name, bytes]], made);

/** Objects that are compressed together, which a table of objects would name. */
const list = (inside: string, more = "") =>
  streamOf(`/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode ${more}`, deflateSync(`20 0 ${inside}`));
const LAUNCH = "<< /S /Launch /F (calc.exe) >>";
const SCRIPT = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";
const URI = "<< /S /URI /URI (https://a.example) >>";
const opened = (action: string) => pdfWith({ catalog: `/OpenAction ${action}` });

/** A PDF that its owner locked: by a password to change it, and one to open it where it is given. */
function locked(
  owner: string,
  user = "",
  version: "1.4" | "1.6" | "1.7" | "1.7ext3" = "1.7",
  more = (_made: PDFKit.PDFDocument) => {},
) {
  const made = new PdfKit({ ownerPassword: owner, userPassword: user, pdfVersion: version });
  made.text("Facture du 12/11/2026 Total TTC 50,00");
  more(made);
  return new Promise<Buffer>((resolve) => {
    const parts: Buffer[] = [];
    made.on("data", (part: Buffer) => parts.push(part)).on("end", () => resolve(Buffer.concat(parts)));
    made.end();
  });
}

describe("a PDF is taken", () => {
  const plain = pdfWith({ lines: ["Formation HTML/JavaScript", "Total TTC 50,00"] });
  test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ["as it is", () => readFileSync("templates/receipt.pdf")],
    ["with words that are names elsewhere", () => plain],
    [
      "with such words in its title",
      () =>
        pdfWith({
          objects: ["<< /Title (Cours /JavaScript /Launch /EmbeddedFile /JS) >>"],
          trailer: `/Info ${FIRST_OBJECT} 0 R`,
        }),
    ],
    [
      "with a remark that has such a word",
      () => Buffer.concat([Buffer.from("%PDF-1.4\n% made by /Launch\n"), plain.subarray(9)]),
    ],
    [
      "with a picture that has such letters",
      () => pdfWith({ objects: [streamOf("/Type /XObject", Buffer.from("\0\xff /JS /XFA /EF /Launch \0"))] }),
    ],
    ["with a name that only begins alike", () => pdfWith({ objects: ["<< /JSX 1 /LaunchPad 2 >>"] })],
    [
      "with objects compressed together",
      () => pdfWith({ objects: [list("<< /Type /Page /Title (HTML/JavaScript) >>")] }),
    ],
    [
      "with a link to a page of the web",
      () =>
        pdfWith({
          page: "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://a.example) >> >>]",
        }),
    ],
    [
      "with a link, that opens at its first page",
      () =>
        pdfWith({
          catalog: "/OpenAction [3 0 R /Fit]",
          page: `/AA << >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A ${URI} >>]`,
        }),
    ],
    ["with zeros behind its end", () => Buffer.concat([plain, Buffer.alloc(20_000)])],
    [
      "with a page of the web behind its end",
      () => Buffer.concat([plain, Buffer.from(`<html>${"<p>merci</p>".repeat(500)}</html>`)]),
    ],
    ["with the end of a mail behind its own", () => Buffer.concat([plain, Buffer.from("\r\n------=_Part_12--\r\n")])],
    ["with an invoice of Factur-X", () => carrying("factur-x.xml", XML)],
    [
      "with an invoice of ZUGFeRD, compressed",
      () =>
        pdfCarrying([], {
          catalog: `/Names << /EmbeddedFiles << /Names [(a) ${FIRST_OBJECT + 1} 0 R] >> >> /AF [${FIRST_OBJECT + 1} 0 R]`,
          objects: [
            streamOf("/Type /EmbeddedFile /Filter /FlateDecode", deflateSync(XML)),
            `<< /Type /Filespec /F (ZUGFeRD-invoice.xml) /EF << /F ${FIRST_OBJECT} 0 R /UF ${FIRST_OBJECT} 0 R >> >>`,
          ],
        }),
    ],
    [
      "with an invoice, as a library writes it among compressed objects",
      async () => {
        const made = await PDFDocument.create();
        made.addPage();
        await made.attach(XML, "factur-x.xml", { mimeType: "text/xml" });
        return made.save();
      },
    ],
    ["with an invoice of UBL", () => carrying("invoice.XML", Buffer.from(ubl(INVOICE)))],
    [
      "with an invoice that says nothing",
      () =>
        carrying(
          "factur-x.xml",
          Buffer.from('<?xml version="1.0"?><r:CrossIndustryInvoice xmlns:r="u"></r:CrossIndustryInvoice>'),
        ),
    ],
    ...(["1.4", "1.6", "1.7", "1.7ext3"] as const).map((version): [string, () => Promise<Buffer>] => [
      `locked by its owner alone, as PDF ${version}`,
      () => locked("secret", "", version),
    ]),
    [
      "locked by its owner, with an invoice",
      () => locked("secret", "", "1.7", (made) => made.file(XML, { name: "factur-x.xml", type: "text/xml" })),
    ],
  ])("%s", async (_name, made) => {
    expect(await faultOf(await made())).toBe(null);
  });
});

describe("a PDF is refused", () => {
  const bomb = deflateSync(Buffer.alloc(40 * 1024 * 1024, 0x20));
  const nested = streamOf("", Buffer.from(`BT (x 9 0 obj ${LAUNCH} endobj) ET`));
  test.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ["with a script", "active", () => opened(SCRIPT)],
    ["with a script that another reader would find", "active", () => pdfWith({ objects: [SCRIPT] })],
    ["that starts a program", "active", () => opened(LAUNCH)],
    [
      "that starts a program from a link",
      "active",
      () => pdfWith({ page: `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A ${LAUNCH} >>]` }),
    ],
    ["that sends a form", "active", () => opened("<< /S /SubmitForm /F (https://a.example) >>")],
    ["that opens what it carries", "active", () => opened("<< /S /GoToE /T << /R /C >> >>")],
    ["that opens another file", "active", () => opened(String.raw`<< /S /GoToR /F (\\\\evil\\x.pdf) >>`)],
    ["that plays", "active", () => opened("<< /S /Rendition /OP 0 >>")],
    ["that sounds", "active", () => opened("<< /S /Sound >>")],
    ["with a film", "active", () => opened("<< /S /Movie >>")],
    ["that follows a link", "active", () => opened(URI)],
    ["that follows a link after another action", "active", () => opened(`<< /S /Named /N /Print /Next [${URI}] >>`)],
    ["whose page follows a link", "active", () => pdfWith({ page: `/AA << /O ${URI} >>` })],
    ["whose script is spelled in numbers", "active", () => opened("<< /S /J#61v#61Script /J#53 (x) >>")],
    ["that hides a script among compressed objects", "active", () => pdfWith({ objects: [list(SCRIPT)] })],
    ["that hides one in a string of compressed objects", "active", () => pdfWith({ objects: [list(`(${LAUNCH})`)] })],
    [
      "that hides an object in a string",
      "active",
      () => pdfWith({ objects: [`<< /Title (9 0 obj ${LAUNCH} endobj) >>`] }),
    ],
    ["that hides an object in a remark", "active", () => pdfWith({ objects: [`<< >>\n% 9 0 obj ${LAUNCH} endobj`] })],
    ["that hides an object in a stream", "active", () => pdfWith({ objects: [nested] })],
    ["that hides an object behind a string without end", "active", () => pdfWith({ objects: [`( ${LAUNCH}`] })],
    [
      "whose compressed objects are not read",
      "damaged",
      () => pdfWith({ objects: [streamOf("/Type /ObjStm /N 1 /First 5 /Filter /LZWDecode", Buffer.from("abc"))] }),
    ],
    [
      "whose compressed objects swell",
      "damaged",
      () => pdfWith({ objects: [streamOf("/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode", bomb)] }),
    ],
    [
      "with an invoice and a script",
      "active",
      () => carrying("factur-x.xml", XML, { catalog: `/OpenAction ${SCRIPT}` }),
    ],
    [
      "with an invoice and a program",
      "active",
      () =>
        pdfCarrying([
          ["factur-x.xml", XML],
          ["calc.exe", Buffer.from("MZ")],
        ]),
    ],
    [
      "with two invoices",
      "active",
      () =>
        pdfCarrying([
          ["factur-x.xml", XML],
          ["zugferd-invoice.xml", XML],
        ]),
    ],
    [
      "with a thousand files",
      "active",
      () => pdfCarrying(Array.from({ length: 1_000 }, (_, n) => [`${n}.xml`, XML] as const)),
    ],
    ["with a program that is called an invoice", "active", () => carrying("factur-x.xml", Buffer.from("MZ\x90"))],
    [
      "with a page of the web that is called an invoice",
      "active",
      () => carrying("factur-x.xml", Buffer.from("<html/>")),
    ],
    ["with an invoice that is called a program", "active", () => carrying("factur-x.exe", XML)],
    ["with an invoice of another folder", "active", () => carrying("../../factur-x.xml", XML)],
    ["with an invoice of another disk", "active", () => carrying("C:\\factur-x.xml", XML)],
    [
      "with an invoice that asks for a file",
      "active",
      () =>
        carrying(
          "factur-x.xml",
          Buffer.from(String(XML).replace("?>", '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
        ),
    ],
    [
      "with an invoice that swells",
      "active",
      () =>
        pdfCarrying([], {
          catalog: `/Names << /EmbeddedFiles << /Names [(a) ${FIRST_OBJECT + 1} 0 R] >> >>`,
          objects: [
            streamOf("/Filter /FlateDecode", bomb),
            `<< /Type /Filespec /F (factur-x.xml) /EF << /F ${FIRST_OBJECT} 0 R >> >>`,
          ],
        }),
    ],
    [
      "with an invoice that hides its size",
      "active",
      () =>
        pdfCarrying([], {
          catalog: `/Names << /EmbeddedFiles << /Names [(a) ${FIRST_OBJECT + 1} 0 R] >> >>`,
          objects: [
            streamOf("/Filter [/FlateDecode /FlateDecode]", deflateSync(deflateSync(XML))),
            `<< /Type /Filespec /F (factur-x.xml) /EF << /F ${FIRST_OBJECT} 0 R >> >>`,
          ],
        }),
    ],
    [
      "with a file on its page",
      "active",
      () =>
        pdfWith({
          page: `/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /F (calc.exe) /EF << /F ${FIRST_OBJECT} 0 R >> >> >>]`,
          objects: [streamOf("/Type /EmbeddedFile", Buffer.from("MZ"))],
        }),
    ],
    ["that asks for a password", "encrypted", () => locked("secret", "open")],
    [
      "locked by its owner, with a program",
      "active",
      () => locked("secret", "", "1.7", (made) => made.file(Buffer.from("MZ"), { name: "calc.exe" })),
    ],
    ["cut in its middle", "damaged", () => pdfWith({ lines: ["Total"] }).subarray(0, 300)],
    ["of nothing", "damaged", () => Buffer.from("%PDF-1.4\n%%EOF")],
  ])("%s", async (_name, fault, made) => {
    expect(await faultOf(await made())).toBe(fault);
  });
});

describe("a picture", () => {
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const webp = Buffer.from("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==", "base64");
  const head = [0xff, 0xd8, 0xff, 0xe1, 0, 8, 0xff, 0xd8, 0xff, 0xd9, 0, 0, 0xff, 0xc0, 0, 5, 8, 0, 1];
  const scan = [0xff, 0xda, 0, 2, 1, 0xff, 0, 2, 0xff, 0xd0, 3];
  const jpeg = (...more: number[]) => Buffer.from([...head, ...scan, ...more]);
  const [END, PHONE] = [[0xff, 0xd9], Buffer.from("\0\0\x01\nImage_UTC_Data1731412000000SEFHj\0\0\0\x01SEFT")];
  const film = Buffer.concat([Buffer.from("\0\0\0\x18ftypmp42"), Buffer.alloc(200_000, 7)]);

  test.each<[string, Uint8Array, string | null]>([
    ["of PNG", png, null],
    ["of PNG with zeros behind it", Buffer.concat([png, Buffer.alloc(5_000)]), null],
    ["of PNG, cut", png.subarray(0, 40), "damaged"],
    ["of PNG, cut, that names its end", Buffer.concat([png.subarray(0, 40), Buffer.from("IEND")]), "damaged"],
    ["of PNG of no size", Buffer.concat([png.subarray(0, 16), Buffer.alloc(8), png.subarray(24)]), "damaged"],
    ["of JPEG", jpeg(...END), null],
    ["of JPEG of some scans", jpeg(0xff, 0xc4, 0, 3, 9, ...scan, ...END), null],
    ["of JPEG of a telephone, with what it writes behind it", Buffer.concat([jpeg(...END), PHONE]), null],
    ["of JPEG that moves", Buffer.concat([jpeg(...END), film]), null],
    ["of JPEG with zeros behind it", Buffer.concat([jpeg(...END), Buffer.alloc(100_000)]), null],
    ["of JPEG, cut, whose small picture is whole", jpeg(), "damaged"],
    ["of JPEG without a size", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xd9]), "damaged"],
    ["of WebP", webp, null],
    ["of WebP with bytes behind it", Buffer.concat([webp, Buffer.alloc(300, 1)]), null],
    ["of WebP, cut", webp.subarray(0, 30), "damaged"],
  ])("%s", async (_name, bytes, fault) => {
    expect(await faultOf(bytes)).toBe(fault);
  });
});
