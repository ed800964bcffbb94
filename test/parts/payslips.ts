import { generateKeyPairSync, sign as signBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { extractText, getDocumentProxy } from "unpdf";
import type { components } from "../../src/contract/types.ts";
import type { Model } from "../../src/server/pages/payslip/model.ts";
import { payslipPdf } from "../../src/server/pages/payslip-pdf.ts";
import type { PayslipDocument } from "../../src/server/payslips/document.ts";
import { ROOT } from "./programs.ts";

type Schemas = components["schemas"];

/** A cadre's month, a non-cadre's short one, and one with leave, expenses, and lines of the branch and of the company. */
export const SLIPS = ["cadre", "non-cadre", "company-lines"] as const;
export type SlipName = (typeof SLIPS)[number];

/** Reads a payslip that is kept among the cases. */
export function slipOf(name: SlipName): PayslipDocument {
  return JSON.parse(readFileSync(join(ROOT, "test", "cases", "payslips", `${name}.json`), "utf8"));
}

/** What a page needs of the company that employs. */
export const EMPLOYER = {
  name: "Exemple Portage",
  address: "12 rue de la Gare, 93100 Montreuil",
  siret: "12345678200010",
  apeCode: "78.30Z",
  establishment: "Agence de Montreuil",
} satisfies Schemas["Employer"];

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const kid = "0123456789ab";

/** The key of `EMPLOYER`, as it publishes it. */
export const EMPLOYER_KEYS = { keys: [{ ...publicKey.export({ format: "jwk" }), kid }] };

/** Draws a payslip, signed by the employer or by another key under its name. */
export function pdfOf(slip: PayslipDocument, model: Model, signer = privateKey): Promise<Buffer> {
  const sign = (text: string) => ({
    keyId: kid,
    signature: signBytes(null, Buffer.from(text), signer).toString("base64url"),
  });
  return payslipPdf({ templates: join(ROOT, "templates"), employer: EMPLOYER, model, sign }, slip);
}

/** The texts of a PDF, with plain spaces. */
export async function textOf(pdf: Uint8Array): Promise<{ pages: number; text: string }> {
  const document = await getDocumentProxy(Uint8Array.from(pdf), { verbosity: 0 });
  const { totalPages, text } = await extractText(document, { mergePages: true });
  return { pages: totalPages, text: text.replace(/[\s\u00a0\u202f]+/gu, " ") };
}
