import { createHash, createPublicKey, verify } from "node:crypto";
import type { Schemas } from "../../client/company.ts";
import { canonicalReport } from "../../domain/activity.ts";
import type { Month } from "../../domain/calendar.ts";
import { PorteError } from "../../errors.ts";
import type { CompanyKey } from "../../store/company-keys.ts";
import { keepIfPossible } from "../../store/files.ts";
import { ReportDrafts } from "../../store/report-drafts.ts";
import { companyKeys } from "../company-keys.ts";
import type { Owner, Session } from "../session.ts";

/** What a receipt proves, and whether it does. */
export interface Proof {
  readonly month: Month;
  readonly receipt: Schemas["SubmissionReceipt"];
  readonly reportHash: string;
  /** What does not hold; empty where all does. */
  readonly faults: readonly ("signature" | "report" | "facts" | "key")[];
}

/** Keeps the company's published keys, so that a receipt can be verified without it; asked only for a key not known yet. */
export async function rememberKeys(session: Session, keyId: string): Promise<void> {
  if ((await companyKeys(session).find(keyId)) === null) await keepKeys(session);
}

/** Asks for the company's published keys and keeps them; where they do not come, what is signed waits to be verified. */
export async function keepKeys(session: Session): Promise<void> {
  const published = await session.company.receiptKeys().catch((failure: unknown) => {
    if (failure instanceof PorteError) return [];
    throw failure;
  });
  await keepIfPossible(() => companyKeys(session).keep(published));
}

/**
 * Verifies, without asking anybody, that the company signed for the month that is kept here.
 * @throws {PorteError} `activity.no_receipt` where this machine keeps none.
 */
export async function proofOf(owner: Owner, month: Month): Promise<Proof> {
  const sent = (await new ReportDrafts(owner.folder).find(month))?.sent ?? null;
  const receipt = sent?.receipt ?? null;
  if (sent === null || receipt === null) throw new PorteError("activity.no_receipt", { month });
  const key = await companyKeys(owner).find(receipt.keyId);
  const reportHash = createHash("sha256")
    .update(canonicalReport(month, sent.days, sent.restStatement))
    .digest("hex");
  const faults: Proof["faults"] = [
    ...signatureFaults(receipt, key),
    ...(receipt.reportHash === reportHash ? [] : (["report"] as const)),
    ...(saysTheSame(receipt, month) ? [] : (["facts"] as const)),
  ];
  return { month, receipt, reportHash, faults };
}

/** A text with a company's signature of it. */
type SignedText = Pick<Schemas["SubmissionReceipt"], "signed" | "signature">;

/** Says what does not hold of a signature: the key that it names is not known here, or did not make it; empty where all does. */
export function signatureFaults(one: SignedText, key: CompanyKey | null): readonly ("key" | "signature")[] {
  if (key === null) return ["key"];
  return isSigned(one, key) ? [] : ["signature"];
}

/** Says whether a company's key signed a text. */
export function isSigned({ signed, signature }: SignedText, { kty, crv, x }: CompanyKey): boolean {
  try {
    const key = createPublicKey({ key: { kty, crv, x }, format: "jwk" });
    return verify(null, Buffer.from(signed), key, Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
}

/** Says whether the signed text holds the facts that stand beside it. */
function saysTheSame(receipt: Schemas["SubmissionReceipt"], month: Month): boolean {
  try {
    const said = JSON.parse(receipt.signed);
    return (
      said.receipt === receipt.id &&
      said.month === month &&
      said.version === receipt.version &&
      said.reportHash === receipt.reportHash &&
      said.submittedAt === receipt.submittedAt
    );
  } catch {
    return false;
  }
}
