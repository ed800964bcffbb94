import { createHash } from "node:crypto";
import { constants, inflateSync } from "node:zlib";
import { fileTypeFromBuffer } from "file-type";
import { v7 as uuid } from "uuid";
import { RECEIPT_MOST_BYTES, RECEIPT_TYPES } from "../../domain/expense.ts";
import { type Inflate, receiptFault } from "../../domain/receipt-content.ts";
import { PorteError } from "../../errors.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { idOf } from "./paging.ts";
import { assertQuota } from "./receipt-quota.ts";

/** Takes the line end that stands behind what is compressed, and no more than a size. */
const inflate: Inflate = (bytes, mostBytes) =>
  inflateSync(bytes, { maxOutputLength: mostBytes, finishFlush: constants.Z_SYNC_FLUSH });

export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Stores a receipt under the hash of its content; the same content of the same person is one receipt.
 * @throws {PorteError} `receipt.empty`, `receipt.too_large`, `receipt.wrong_type`, `receipt.fault`, judged by content, `receipt.quota`.
 */
export async function storeReceipt(
  deps: Deps,
  trx: Db,
  caller: Caller,
  { name, bytes }: Upload,
): Promise<Schemas["Receipt"]> {
  if (bytes.length === 0) throw new PorteError("receipt.empty", { file: name });
  if (bytes.length > RECEIPT_MOST_BYTES)
    throw new PorteError("receipt.too_large", { file: name, bytes: bytes.length, most: RECEIPT_MOST_BYTES });
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? "unknown";
  const mediaType = RECEIPT_TYPES.find((type) => type === found);
  if (mediaType === undefined) throw new PorteError("receipt.wrong_type", { file: name, found });
  const fault = receiptFault(bytes, mediaType, inflate);
  if (fault !== null) throw new PorteError("receipt.fault", { file: name, fault });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await assertQuota(deps, trx, caller, { name, sha256, bytes: bytes.length });
  await deps.receipts.put(sha256, bytes);
  const row = {
    id: uuid(),
    person_id: caller.personId,
    sha256,
    bytes: bytes.length,
    media_type: mediaType,
    recorded_at: deps.now(),
    recorded_by: caller.name,
  };
  await trx
    .insertInto("receipts")
    .values(row)
    .onConflict((conflict) => conflict.columns(["person_id", "sha256"]).doNothing())
    .execute();
  const stored = await trx
    .selectFrom("receipts")
    .selectAll()
    .where("person_id", "=", caller.personId)
    .where("sha256", "=", sha256)
    .executeTakeFirstOrThrow();
  return { id: stored.id, sha256, bytes: stored.bytes, mediaType: stored.media_type };
}

/** Reads a receipt for its owner, or an operator whose token has the operator's scope. @throws {PorteError} `company.not_found` for anybody else too. */
export async function readReceipt(
  { db, receipts }: Deps,
  caller: Caller,
  receiptId: string,
): Promise<{ bytes: Uint8Array; mediaType: string; sha256: string }> {
  const row = await db
    .selectFrom("receipts")
    .selectAll()
    .where("id", "=", idOf(receiptId, receiptId))
    .executeTakeFirst();
  const mayReadOthers = caller.role === "operator" && caller.scopes.includes("operator");
  if (row === undefined || (!mayReadOthers && row.person_id !== caller.personId))
    throw new PorteError("company.not_found", { what: receiptId });
  return { bytes: await receipts.get(row.sha256), mediaType: row.media_type, sha256: row.sha256 };
}
