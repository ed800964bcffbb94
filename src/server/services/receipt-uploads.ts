import { createHash } from "node:crypto";
import type { ExpressionBuilder } from "kysely";
import { PorteError } from "../../errors.ts";
import type { Database } from "../db/schema.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import type { Answer } from "./idempotency.ts";
import { assertQuota } from "./receipt-quota.ts";
import { storeReceipt } from "./receipts.ts";

/** Starts an upload, or says how far it is; one that says another size is another file, and starts again. @throws {PorteError} `receipt.quota`. */
export async function startUpload(
  deps: Deps,
  trx: Db,
  caller: Caller,
  sha256: string,
  { name, bytes }: Schemas["ReceiptUploadStart"],
): Promise<Answer> {
  await assertQuota(deps, trx, caller, { name, sha256, bytes });
  const recorded = { recorded_at: deps.now(), recorded_by: caller.name };
  const row = await trx
    .insertInto("receipt_uploads")
    .values({ person_id: caller.personId, sha256, name, bytes, ...recorded })
    .onConflict((conflict) =>
      conflict.columns(["person_id", "sha256"]).doUpdateSet((old) => ({
        name,
        bytes,
        received: old
          .case()
          .when("receipt_uploads.bytes", "=", bytes)
          .then(old.ref("receipt_uploads.received"))
          .else(0)
          .end(),
      })),
    )
    .returning(["bytes", "received"])
    .executeTakeFirstOrThrow();
  return { status: 200, body: { sha256, ...row, receipt: null }, etag: null };
}

/**
 * Adds the next piece. When the last one is there, the whole is checked against its hash and stored as a receipt; where it is another
 * file, the upload starts again.
 * @throws {PorteError} `company.not_found` for an upload that was not started, `company.precondition` for another place, and what
 * `storeReceipt` throws.
 */
export async function continueUpload(
  deps: Deps,
  trx: Db,
  caller: Caller,
  piece: { sha256: string; offset: number; content: Buffer },
): Promise<Answer> {
  const { sha256, offset, content } = piece;
  const { bytes, name, received: before } = await heldUpload(trx, caller, sha256);
  const received = offset + content.length;
  if (offset !== before || content.length === 0 || received > bytes)
    throw new PorteError("company.precondition", { what: `Upload-Offset ${before}` });
  await deps.receipts.put(`${folderOf(caller, sha256)}/${offset}`, content);
  const whole = received === bytes ? await wholeOf(deps, caller, sha256, bytes) : null;
  if (whole !== null && createHash("sha256").update(whole).digest("hex") === sha256) {
    const receipt = await storeReceipt(deps, trx, caller, { name, bytes: whole });
    await deps.receipts.forget(folderOf(caller, sha256));
    await trx.deleteFrom("receipt_uploads").where(isOf(caller, sha256)).execute();
    return { status: 200, body: { sha256, bytes, received, receipt }, etag: null };
  }
  const counted = whole === null ? received : 0;
  await trx.updateTable("receipt_uploads").set({ received: counted }).where(isOf(caller, sha256)).execute();
  return { status: 200, body: { sha256, bytes, received: counted, receipt: null }, etag: null };
}

/** An upload that was started, its row held until the end of the transaction. @throws {PorteError} `company.not_found`. */
async function heldUpload(trx: Db, caller: Caller, sha256: string) {
  const select = trx.selectFrom("receipt_uploads").selectAll().where(isOf(caller, sha256));
  const upload = await select.forUpdate().executeTakeFirst();
  if (upload === undefined) throw new PorteError("company.not_found", { what: sha256 });
  return upload;
}

/** The one upload of a content by a person. */
function isOf({ personId }: Caller, sha256: string) {
  return (row: ExpressionBuilder<Database, "receipt_uploads">) => row.and({ person_id: personId, sha256 });
}

function folderOf({ personId }: Caller, sha256: string): string {
  return `pieces/${personId}/${sha256}`;
}

/** Puts the pieces together, each from the place where the one before it ends. */
async function wholeOf({ receipts }: Deps, caller: Caller, sha256: string, bytes: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for (let offset = 0; offset < bytes; ) {
    const piece = await receipts.get(`${folderOf(caller, sha256)}/${offset}`);
    pieces.push(piece);
    offset += piece.length;
  }
  return Buffer.concat(pieces);
}
