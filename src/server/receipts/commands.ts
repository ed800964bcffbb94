import { createHash } from "node:crypto";
import { sql } from "kysely";
import { v7 as uuid } from "uuid";
import { RECEIPT_MOST_BYTES, RECEIPT_TYPES } from "../../domain/expense.ts";
import { PorteError } from "../../errors.ts";
import type { Caller, Db, Deps, Schemas } from "../deps.ts";
import { assertQuota, holdQuota } from "./quota.ts";

export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A file that was judged and is in the store, and that nobody has sent yet as far as the database knows. */
export interface Admitted extends Upload {
  readonly sha256: string;
  readonly mediaType: (typeof RECEIPT_TYPES)[number];
}

/**
 * Judges a receipt in a worker and keeps it under the hash of its content. No transaction waits meanwhile.
 * @throws {PorteError} `receipt.empty`, `receipt.too_large`, `receipt.wrong_type`, `receipt.fault`, judged by content, `receipt.quota`.
 */
export async function admitReceipt(deps: Deps, caller: Caller, { name, bytes }: Upload): Promise<Admitted> {
  if (bytes.length === 0) throw new PorteError("receipt.empty", { file: name });
  if (bytes.length > RECEIPT_MOST_BYTES)
    throw new PorteError("receipt.too_large", { file: name, bytes: bytes.length, most: RECEIPT_MOST_BYTES });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await assertQuota(deps, deps.db, caller, { name, sha256, bytes: bytes.length });
  const judgement = await deps.workers.ask("judge", bytes);
  if (judgement === null) throw new PorteError("receipt.fault", { file: name, fault: "damaged" });
  const { mediaType: found, fault } = judgement;
  const mediaType = RECEIPT_TYPES.find((type) => type === found);
  if (mediaType === undefined) throw new PorteError("receipt.wrong_type", { file: name, found });
  if (fault !== null) throw new PorteError("receipt.fault", { file: name, fault });
  await deps.receipts.put(sha256, bytes);
  return { name, bytes, sha256, mediaType };
}

/** Records a receipt that was admitted; the same content of the same person is one receipt. */
export async function recordReceipt(
  deps: Deps,
  trx: Db,
  caller: Caller,
  { name, bytes, sha256, mediaType }: Admitted,
): Promise<Schemas["Receipt"]> {
  await holdQuota(trx, caller);
  await assertQuota(deps, trx, caller, { name, sha256, bytes: bytes.length });
  await holdContent(trx, sha256);
  if (!(await deps.receipts.has(sha256))) await deps.receipts.put(sha256, bytes);
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

/** Has nobody else record or clear away one content until the transaction ends. */
export async function holdContent(trx: Db, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 14))`.execute(trx);
}
