import { createHash } from "node:crypto";
import {
  ATTACHMENT,
  blanked,
  codeText,
  type PayslipFacts,
  type SignedPayslip,
  signedText,
} from "../../../domain/payslip-code.ts";
import { payslipWords } from "../../../i18n/fr/documents.ts";

/** Signs a text by the company's key. */
export type Sign = (text: string) => Pick<SignedPayslip, "keyId" | "signature">;

const md5 = (text: string) => createHash("md5").update(text).digest("hex");

/** Signs facts as a document. */
export function signFacts(facts: PayslipFacts, sign: Sign): string {
  const signed = signedText(facts);
  return codeText({ signed, ...sign(signed) });
}

/** Attaches a document of the right length, which `seal` replaces. */
export function attachBlank(pdf: PDFKit.PDFDocument, facts: PayslipFacts, sign: Sign): string {
  const blank = signFacts({ ...facts, file: "0".repeat(64) }, sign);
  const { compress } = pdf;
  /** What is compressed could not be replaced. */
  pdf.compress = false;
  pdf.file(Buffer.from(blank), {
    name: ATTACHMENT,
    type: "application/json",
    description: payslipWords.attachment,
  });
  pdf.compress = compress;
  return blank;
}

/** Signs the facts with the hash of the whole file but for its attachment, and puts them there. */
export function seal(file: Buffer, blank: string, facts: PayslipFacts, sign: Sign): Buffer {
  const empty = blanked(file, [blank, md5(blank)]);
  if (empty === null) throw new Error("the attachment of a payslip is not where it was put");
  const document = signFacts({ ...facts, file: createHash("sha256").update(empty).digest("hex") }, sign);
  const sealed = Buffer.from(empty);
  sealed.write(document, file.indexOf(blank), "latin1");
  sealed.write(md5(document), file.indexOf(md5(blank)), "latin1");
  return sealed;
}
