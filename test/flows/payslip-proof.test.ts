// slow: 25 s
import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { PDFDocument, PDFName, rgb, StandardFonts } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PorteError } from "../../src/errors.ts";
import { workerIn } from "../../src/files/workers.ts";
import { payslipProof } from "../../src/flows/payslip-proof.ts";
import { EMPLOYER_KEYS, pdfOf, slipOf } from "../parts/payslips.ts";
import { ROOT } from "../parts/programs.ts";

let folder: string;
let genuine: Buffer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "porte-proof-"));
  writeFileSync(join(folder, "keys.json"), JSON.stringify(EMPLOYER_KEYS));
  genuine = await pdfOf(slipOf("company-lines"), "2023");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A machine that keeps no key. */
const nobody = () => ({
  machine: { folders: { config: join(folder, "config"), data: join(folder, "data") } },
  profile: "default",
  worker: workerIn(ROOT),
});

async function proofOf(pdf: Uint8Array, keyFile: string | undefined = join(folder, "keys.json")) {
  const file = join(folder, "payslip.pdf");
  writeFileSync(file, pdf);
  return payslipProof(nobody(), file, keyFile);
}

/** The code and the fault of a failure, or what was answered instead. */
async function failureOf(pdf: Uint8Array, keyFile?: string) {
  return proofOf(pdf, keyFile).catch(({ code, facts }: PorteError) => [
    code,
    (facts as { fault?: string }).fault ?? null,
  ]);
}

/** The signed document of a payslip's file, as it stands there. */
const attachmentOf = (pdf: Buffer) => /\{"signed".*?"signature":"[\w-]{86}"\}/s.exec(pdf.toString("latin1"))?.[0] ?? "";
const md5 = (text: string) => createHash("md5").update(text).digest("hex");

/** Puts another document of the same length where a file has its own, as a forger would. */
function withAttachment(pdf: Buffer, document: string): Buffer {
  const own = attachmentOf(pdf);
  expect(document.length).toBe(own.length);
  const text = pdf
    .toString("latin1")
    .replace(own, () => document)
    .replace(md5(own), md5(document));
  return Buffer.from(text, "latin1");
}

async function edited(change: (document: PDFDocument) => Promise<void> | void): Promise<Uint8Array> {
  const document = await PDFDocument.load(genuine, { updateMetadata: false });
  await change(document);
  return document.save({ useObjectStreams: false });
}

test.each(["2023", "2027"] as const)("a payslip of the model of %s is what the company signed", async (model) => {
  for (const name of ["cadre", "non-cadre", "company-lines"] as const) {
    const slip = slipOf(name);
    const proof = await proofOf(await pdfOf(slip, model));

    expect(proof).toMatchObject({ faults: [], differences: [], facts: { porte: slip.owner.name, month: "2026-11" } });
    expect(proof.facts.received).toBe(slip.transferCents / 100);
  }
});

test("names that no font of the page has are proved as well as others", async () => {
  const slip = slipOf("cadre");
  for (const name of ["Łukasz Nguyễn", "Željko Ærøskøbing", "Ayşe Yıldız-Doğan", "王小明"]) {
    const proof = await proofOf(await pdfOf({ ...slip, owner: { ...slip.owner, name } }, "2023"));

    expect(proof).toMatchObject({ faults: [], facts: { porte: name } });
  }
});

test("the document of the printed code does not stand for the file's own", async () => {
  const own = attachmentOf(genuine);
  const { file: _file, ...facts } = JSON.parse(JSON.parse(own).signed);
  const pdf = await edited(async (document) => {
    document.catalog.delete(PDFName.of("Names"));
    await document.attach(
      Buffer.from(JSON.stringify({ ...JSON.parse(own), signed: JSON.stringify(facts) })),
      "code.json",
    );
  });

  expect((await proofOf(pdf)).faults).toContain("file");
});

test("what would move the cursor of a terminal is no name", async () => {
  const slip = slipOf("cadre");
  const pdf = await pdfOf({ ...slip, owner: { ...slip.owner, name: "Claire\u001b[2JMorel" } }, "2023");

  expect(await failureOf(pdf)).toEqual(["payslip.unreadable", "not-signed"]);
});

/** How many places of the file are changed: another set each day, by where the first one is. */
const PLACES = 8;

test("one byte is enough: whichever is changed, the file is not the company's", async () => {
  const end = genuine.length - 1;
  const step = Math.floor(end / PLACES);
  for (let at = 10 + ((Math.floor(Date.now() / 86_400_000) * 997) % step); at < end; at += step) {
    const changed = Buffer.from(genuine);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const faults = await proofOf(changed).then(
      (proof) => proof.faults,
      ({ code }: PorteError) => [code],
    );

    expect({ at, isCaught: faults.length > 0 }).toEqual({ at, isCaught: true });
  }
});

describe("a forger", () => {
  test("who draws another page around the true attachment is told what differs", async () => {
    const slip = slipOf("company-lines");
    const richer = { ...slip, netSocialCents: 624_474, transferCents: 575_969, netPaidCents: 537_329 };

    const proof = await proofOf(withAttachment(await pdfOf(richer, "2023"), attachmentOf(genuine)));

    expect(proof.faults).toEqual(["file", "page"]);
    expect(proof.differences).toEqual([
      { fact: "netSocial", signed: 5244.74, printed: 6244.74 },
      { fact: "net", signed: 4373.29, printed: 5373.29 },
      { fact: "received", signed: 4759.69, printed: 5759.69 },
    ]);
  });

  test("who puts another name, month or day on the page is told so", async () => {
    const slip = slipOf("company-lines");
    const owner = { ...slip.owner, name: "Clara Morell" };

    const proof = await proofOf(
      withAttachment(
        await pdfOf({ ...slip, owner, month: "2026-10", transferDate: "2026-11-05" }, "2023"),
        attachmentOf(genuine),
      ),
    );

    expect(proof.differences).toEqual([
      { fact: "month", signed: "2026-11", printed: "du 01/10/2026 au 31/10/2026" },
      { fact: "porte", signed: "Claire Morel", printed: null },
      { fact: "paidOn", signed: "2026-12-05", printed: "05/11/2026" },
    ]);
  });

  test("who signs by a key of their own under the company's name has no signature of the company", async () => {
    const { privateKey } = generateKeyPairSync("ed25519");

    expect((await proofOf(await pdfOf(slipOf("cadre"), "2023", privateKey))).faults).toEqual(["signature"]);
  });

  test("who changes the signed text breaks the signature", async () => {
    const text = attachmentOf(genuine).replace("4759.69", "9759.69");

    const { faults } = await proofOf(withAttachment(genuine, text));

    expect(faults).toEqual(["signature", "page"]);
  });

  test("who brings the key in the attachment is not listened to", async () => {
    const [{ x } = { x: "" }] = EMPLOYER_KEYS.keys;
    const brought = { ...JSON.parse(attachmentOf(genuine)), key: { kty: "OKP", crv: "Ed25519", x } };

    const pdf = await edited(async (document) => {
      document.catalog.delete(PDFName.of("Names"));
      await document.attach(Buffer.from(JSON.stringify(brought)), "bulletin-signe.json");
    });

    expect(await failureOf(pdf)).toEqual(["payslip.unreadable", "not-signed"]);
  });

  test("who hides a second figure in white beside the first is found", async () => {
    const pdf = await edited(async (document) => {
      const font = await document.embedFont(StandardFonts.Helvetica);
      document.getPage(0).drawText("Net payé", { x: 40, y: 400, size: 8, font, color: rgb(1, 1, 1) });
      document.getPage(0).drawText("9 759,69", { x: 140, y: 400, size: 8, font, color: rgb(1, 1, 1) });
    });

    expect(await proofOf(pdf)).toMatchObject({
      faults: ["file", "page"],
      differences: [{ fact: "received", signed: 4759.69, printed: null }],
    });
  });

  test("who covers a figure by a picture or a rectangle changes the file", async () => {
    const pdf = await edited((document) =>
      document.getPage(0).drawRectangle({ x: 400, y: 200, width: 150, height: 20, color: rgb(1, 1, 1) }),
    );

    expect((await proofOf(pdf)).faults).toEqual(["file"]);
  });

  test("who adds a page, or a note over the page, changes the file", async () => {
    expect((await proofOf(await edited((document) => void document.addPage()))).faults).toEqual(["file"]);
    const note = Buffer.concat([genuine, Buffer.from("\n% and a note\n")]);
    expect((await proofOf(note)).faults).toEqual(["file"]);
  });
});

test("without the company's key nothing is proved, and the key of another is no key", async () => {
  mkdirSync(join(folder, "data"), { recursive: true });
  const other = join(folder, "other.json");
  writeFileSync(other, JSON.stringify({ ...EMPLOYER_KEYS.keys[0], kid: "another" }));

  expect((await payslipProof(nobody(), writtenTo("mine.pdf", genuine), undefined)).faults).toEqual(["key"]);
  expect((await proofOf(genuine, other)).faults).toEqual(["key"]);
  for (const text of ["", "{}", "no key", '{"keys":[]}']) {
    writeFileSync(other, text);
    expect(await failureOf(genuine, other)).toEqual(["payslip.key_file", null]);
  }
  expect(await failureOf(genuine, join(folder, "missing.json"))).toEqual(["file.unreadable", null]);
});

const writtenTo = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

describe("a file that is no payslip of a company", () => {
  const plain = async (work: (document: PDFDocument) => Promise<void> = async () => undefined) => {
    const document = await PDFDocument.create();
    document.addPage();
    await work(document);
    return document.save();
  };

  test("is refused in its own words", async () => {
    expect(await failureOf(Buffer.from("PK\u0003\u0004"))).toEqual(["payslip.unreadable", "not-pdf"]);
    expect(await failureOf(Buffer.from(""))).toEqual(["payslip.unreadable", "not-pdf"]);
    expect(await failureOf(Buffer.from("%PDF-1.7\nnothing"))).toEqual(["payslip.unreadable", "damaged"]);
    expect(await failureOf(await plain())).toEqual(["payslip.unreadable", "no-code"]);
    expect(await failureOf(Buffer.alloc(10 * 1024 * 1024 + 1, "%PDF-"))).toEqual(["payslip.unreadable", "too-large"]);
    const encrypted = Buffer.concat([genuine, Buffer.from("\ntrailer << /Encrypt 9 0 R >>\n")]);
    expect(await failureOf(encrypted)).toEqual(["payslip.unreadable", "encrypted"]);
  });

  test("that its owner alone locked is read", async () => {
    const document = await PDFDocument.load(genuine);
    document.encrypt({ ownerPassword: "secret", userPassword: "" });
    expect((await proofOf(await document.save())).faults).toEqual(["file"]);
  });

  test("of ten megabytes is read to its end", async () => {
    const large = Buffer.alloc(10 * 1024 * 1024, "%");
    genuine.copy(large);

    expect((await proofOf(large)).faults).toEqual(["file"]);
  });

  test("with two attachments, or with another's, is refused", async () => {
    const attach = (document: PDFDocument, name: string, text: string) => document.attach(Buffer.from(text), name);
    const two = await plain(async (document) => {
      await attach(document, "one.json", attachmentOf(genuine));
      await attach(document, "two.json", attachmentOf(genuine));
    });
    const others = await plain((document) => attach(document, "invoice.json", '{"total":1}'));
    const huge = await plain((document) => attach(document, "bulletin-signe.json", "a".repeat(1_000_000)));

    expect(await failureOf(two)).toEqual(["payslip.unreadable", "two-codes"]);
    expect(await failureOf(others)).toEqual(["payslip.unreadable", "not-signed"]);
    expect(await failureOf(huge)).toEqual(["payslip.unreadable", "not-signed"]);
  });

  test("cannot fill the memory by what it compresses", async () => {
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024), { level: 1 });
    const head = `%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`;
    const pdf = Buffer.concat([Buffer.from(head), bomb, Buffer.from("\nendstream\nendobj\n%%EOF")]);
    const layered = Buffer.from(
      pdf.toString("latin1").replace("/FlateDecode", "[/FlateDecode /FlateDecode]"),
      "latin1",
    );

    expect(await failureOf(pdf)).toEqual(["payslip.unreadable", "too-large"]);
    expect(await failureOf(layered)).toEqual(["payslip.unreadable", "damaged"]);
  });
});
