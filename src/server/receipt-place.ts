import { randomUUID } from "node:crypto";
import type { Disk } from "flydrive";
import { sql } from "kysely";
import { PorteError } from "../errors.ts";
import type { Db } from "./deps.ts";
import { isMissing } from "./receipt-store.ts";

/** The file that says which store this is. */
const STORE_ID = "store-id";

/**
 * Has the database and the store of receipts know one another: at the first start each keeps the other's name. Machines that share a
 * database and not its receipts would answer with receipts that are not there.
 * @throws {PorteError} `start.receipts_elsewhere` for a store that is not the one that the database knows.
 */
export async function adoptStore(
  db: Db,
  disk: Disk,
  { place, now }: { place: string; now: () => Date },
): Promise<void> {
  const known = await identityIn(db);
  if (known !== null) return assertSame(known, await identityOn(disk), place);
  await db.transaction().execute(async (trx) => {
    /** Machines that start together for the first time wait here for the first of them. */
    await sql`lock table receipt_store in exclusive mode`.execute(trx);
    const first = await identityIn(trx);
    if (first !== null) return assertSame(first, await identityOn(disk), place);
    const found = await identityOn(disk);
    const identity = found ?? randomUUID();
    if (found === null) await disk.put(STORE_ID, `${identity}\n`);
    await trx.insertInto("receipt_store").values({ id: 1, identity, recorded_at: now() }).execute();
  });
}

async function identityIn(db: Db): Promise<string | null> {
  const row = await db.selectFrom("receipt_store").select("identity").executeTakeFirst();
  return row?.identity ?? null;
}

async function identityOn(disk: Disk): Promise<string | null> {
  try {
    return (await disk.get(STORE_ID)).trim();
  } catch (failure) {
    if (isMissing(failure)) return null;
    throw failure;
  }
}

function assertSame(known: string, found: string | null, place: string): void {
  if (found !== known) throw new PorteError("start.receipts_elsewhere", { place, known, found: found ?? "" });
}
