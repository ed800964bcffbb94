import { createHash } from "node:crypto";
import { blanked, type Difference, differences, type PayslipFacts } from "../domain/payslip-code.ts";
import { PorteError } from "../errors.ts";
import { readPlain } from "../files/plain.ts";
import type { WorkerFile } from "../files/workers.ts";
import type { CompanyKey } from "../store/company-keys.ts";
import { signatureFaults } from "./activity/proof.ts";
import { companyKeys, type OfProfile } from "./company-keys.ts";
import { readPayslipFile } from "./payslip-file.ts";

/** What a payslip's file proves, and whether it does. */
export interface PayslipProof {
  readonly facts: PayslipFacts;
  readonly keyId: string;
  /** What does not hold: no key, another's signature, a file that was saved again or changed, a page that says otherwise. */
  readonly faults: readonly ("key" | "signature" | "file" | "page")[];
  readonly differences: readonly Difference[];
}

/**
 * Verifies, without asking anybody, that the company signed what a payslip's file says, and that nothing of it was changed.
 * A key that the file brings itself is never looked at.
 * @throws {PorteError} `file.unreadable`, `payslip.unreadable`, `payslip.key_file`.
 */
export async function payslipProof(
  { worker, ...owner }: OfProfile & { readonly worker: WorkerFile },
  file: string,
  keyFile: string | undefined,
): Promise<PayslipProof> {
  const { bytes, text, code, lines } = await readPayslipFile(worker, file);
  const { document, facts } = code;
  const key =
    keyFile === undefined
      ? await companyKeys(owner).find(document.keyId)
      : (keysIn(keyFile).find(({ kid }) => kid === document.keyId) ?? null);
  const found = differences(facts, lines);
  return {
    facts,
    keyId: document.keyId,
    faults: [
      ...signatureFaults(document, key),
      ...(fileHash(bytes, text) === facts.file ? [] : (["file"] as const)),
      ...(found.length === 0 ? [] : (["page"] as const)),
    ],
    differences: found,
  };
}

/** The hash of a file without its attachment; null where the attachment no longer stands there as the company wrote it. */
function fileHash(bytes: Uint8Array, text: string): string | null {
  const empty = blanked(bytes, [text, createHash("md5").update(text).digest("hex")]);
  return empty === null ? null : createHash("sha256").update(empty).digest("hex");
}

/** A set of keys is a page: more is another file. */
const MAX_KEY_BYTES = 256 * 1024;

/** Reads a key, or a set of them, as a company publishes them. */
export function keysIn(file: string): readonly CompanyKey[] {
  const text = readPlain(file, MAX_KEY_BYTES).toString("utf8");
  try {
    const value = JSON.parse(text) as Partial<CompanyKey> & { readonly keys?: Partial<CompanyKey>[] };
    const keys = (value.keys ?? [value]).filter(
      (key): key is CompanyKey => key.kty === "OKP" && typeof key.x === "string" && typeof key.kid === "string",
    );
    if (keys.length > 0) return keys;
  } catch {
    /* Told below, as any file that holds no key. */
  }
  throw new PorteError("payslip.key_file", { file });
}
