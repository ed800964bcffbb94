import { createHash } from "node:crypto";
import { PorteError } from "../../errors.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import type { Answer } from "./idempotency.ts";
import { storeReceipt } from "./receipts.ts";

/** Starts an upload, or says how far it is; one that says another size is another file, and starts again. */
export async function startUpload(
  deps: Deps,
  trx: Db,
  caller: Caller,
  sha256: string,
  { name, bytes }: Schemas["ReceiptUploadStart"],
): Promise<Answer> {
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
  const mine = (select: Db) =>
    select
      .selectFrom("receipt_uploads")
      .selectAll()
      .where("person_id", "=", caller.personId)
      .where("sha256", "=", sha256);
  const upload = await mine(trx).forUpdate().executeTakeFirst();
  if (upload === undefined) throw new PorteError("company.not_found", { what: sha256 });
  const received = offset + content.length;
  if (offset !== upload.received || content.length === 0 || received > upload.bytes)
    throw new PorteError("company.precondition", { what: `Upload-Offset ${upload.received}` });
  await deps.receipts.put(pieceName(caller, sha256, offset), content);
  const count = async (now: number, receipt: Schemas["Receipt"] | null): Promise<Answer> => {
    await trx
      .updateTable("receipt_uploads")
      .set({ received: now })
      .where("person_id", "=", caller.personId)
      .where("sha256", "=", sha256)
      .execute();
    return { status: 200, body: { sha256, bytes: upload.bytes, received: now, receipt }, etag: null };
  };
  if (received < upload.bytes) return count(received, null);
  const bytes = await wholeOf(deps, caller, sha256, upload.bytes);
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) return count(0, null);
  const receipt = await storeReceipt(deps, trx, caller, { name: upload.name, bytes });
  await deps.receipts.forget(`pieces/${caller.personId}/${sha256}`);
  await trx
    .deleteFrom("receipt_uploads")
    .where("person_id", "=", caller.personId)
    .where("sha256", "=", sha256)
    .execute();
  return { status: 200, body: { sha256, bytes: upload.bytes, received, receipt }, etag: null };
}

function pieceName({ personId }: Caller, sha256: string, offset: number): string {
  return `pieces/${personId}/${sha256}/${offset}`;
}

/** Puts the pieces together, each from the place where the one before it ends. */
async function wholeOf({ receipts }: Deps, caller: Caller, sha256: string, bytes: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for (let offset = 0; offset < bytes; ) {
    const piece = await receipts.get(pieceName(caller, sha256, offset));
    pieces.push(piece);
    offset += piece.length;
  }
  return Buffer.concat(pieces);
}
