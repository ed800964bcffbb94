import { createHash } from "node:crypto";
import type { ExpressionBuilder } from "kysely";
import { PorteError } from "../../errors.ts";
import type { Answer } from "../api/idempotency.ts";
import type { Database } from "../db/schema.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { type Admitted, admitReceipt, recordReceipt } from "./commands.ts";
import { assertQuota, holdQuota } from "./quota.ts";

/** Starts an upload, or says how far it is; one that says another size is another file, and starts again. @throws {PorteError} `receipt.quota`. */
export async function startUpload(
  deps: Deps,
  trx: Db,
  caller: Caller,
  sha256: string,
  { name, bytes }: Schemas["ReceiptUploadStart"],
): Promise<Answer<Schemas["ReceiptUpload"]>> {
  await holdQuota(trx, caller);
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

/** A piece as it is sent. */
export interface Piece {
  readonly sha256: string;
  readonly offset: number;
  readonly content: Buffer;
}

/** What a piece made of an upload: a receipt, another file than was said, or nothing whole yet. */
export type Put = Admitted | "another" | "partial";

/**
 * Puts a piece where the upload has come to, and where that is the last one the whole as a receipt, before any transaction begins.
 * @returns null for a piece that the upload does not wait for: whoever records it says so.
 * @throws {PorteError} what `admitReceipt` throws.
 */
export async function putPiece(deps: Deps, caller: Caller, { sha256, offset, content }: Piece): Promise<Put | null> {
  const upload = await deps.db.selectFrom("receipt_uploads").selectAll().where(isOf(caller, sha256)).executeTakeFirst();
  if (upload === undefined || !isNext(upload, offset, content)) return null;
  const { bytes, name } = upload;
  await deps.receipts.put(`${folderOf(caller, sha256)}/${offset}`, content);
  if (offset + content.length < bytes) return "partial";
  const whole = await wholeOf(deps, caller, sha256, bytes);
  const isIt = createHash("sha256").update(whole).digest("hex") === sha256;
  return isIt ? admitReceipt(deps, caller, { name, bytes: whole }) : "another";
}

/**
 * Records a piece that was put. With the last one the upload is a receipt; where the whole is another file, the upload starts again.
 * @throws {PorteError} `company.not_found` for an upload that was not started, `company.precondition` for another place.
 */
export async function recordPiece(
  deps: Deps,
  trx: Db,
  caller: Caller,
  { sha256, offset, content, put }: Piece & { put: Put | null },
): Promise<Answer<Schemas["ReceiptUpload"]>> {
  /** The person comes before the upload, as where one is started: two who wait for each other end neither. */
  await holdQuota(trx, caller);
  const upload = await findUpload(trx, caller, sha256);
  const { bytes } = upload;
  if (put === null || !isNext(upload, offset, content))
    throw new PorteError("company.precondition", { kind: "upload", what: `Upload-Offset ${upload.received}` });
  const received = offset + content.length;
  if (typeof put === "object") {
    const receipt = await recordReceipt(deps, trx, caller, put);
    await trx.deleteFrom("receipt_uploads").where(isOf(caller, sha256)).execute();
    return { status: 200, body: { sha256, bytes, received, receipt }, etag: null };
  }
  const counted = put === "another" ? 0 : received;
  await trx.updateTable("receipt_uploads").set({ received: counted }).where(isOf(caller, sha256)).execute();
  return { status: 200, body: { sha256, bytes, received: counted, receipt: null }, etag: null };
}

/** Forgets the pieces of an upload that has become a receipt. @throws what the store says: they are then cleared away later. */
export async function forgetPieces({ receipts }: Deps, caller: Caller, sha256: string): Promise<void> {
  await receipts.forget(folderOf(caller, sha256));
}

function isNext(upload: { bytes: number; received: number }, offset: number, { length }: Buffer): boolean {
  return offset === upload.received && length > 0 && offset + length <= upload.bytes;
}

/** An upload that was started, its row held until the end of the transaction. @throws {PorteError} `company.not_found`. */
async function findUpload(trx: Db, caller: Caller, sha256: string) {
  const select = trx.selectFrom("receipt_uploads").selectAll().where(isOf(caller, sha256));
  const upload = await select.forUpdate().executeTakeFirst();
  if (upload === undefined) throw new PorteError("company.not_found", { kind: "upload", what: sha256 });
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
