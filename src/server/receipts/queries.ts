import { PorteError } from "../../errors.ts";
import { idOf } from "../api/paging.ts";
import type { Caller, Deps } from "../deps.ts";

/** Reads a receipt for its owner, or for an operator whose token is an operator's. @throws {PorteError} `company.not_found` for anybody else too, `receipt.altered`. */
export async function readReceipt(
  { db, receipts }: Deps,
  caller: Caller,
  receiptId: string,
): Promise<{ bytes: Uint8Array; mediaType: string; sha256: string }> {
  const row = await db
    .selectFrom("receipts")
    .selectAll()
    .where("id", "=", idOf(receiptId, "receipt"))
    .executeTakeFirst();
  const isStaff = caller.role === "operator" && caller.scopes.includes("operator");
  if (row === undefined || (!isStaff && row.person_id !== caller.personId))
    throw new PorteError("company.not_found", { kind: "receipt", what: receiptId });
  return { bytes: await receipts.get(row.sha256), mediaType: row.media_type, sha256: row.sha256 };
}
