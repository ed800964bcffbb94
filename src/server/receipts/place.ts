import { randomUUID } from "node:crypto";
import type { Disk } from "flydrive";
import { sql } from "kysely";
import { PorteError } from "../../errors.ts";
import type { Db } from "../deps.ts";
import { isMissing } from "./store.ts";

/** The file that says which store this is. */
const STORE_ID = "store-id";

/** Stands before an identity that the database has chosen and that the store may not have yet: a start that is killed between the two goes on. */
const CHOSEN = "chosen:";

/** Which store it is, and what is said of it. */
export interface Place {
  readonly place: string;
  readonly now: () => Date;
  /** Whether the store is taken over although another database has it, or had it later. */
  readonly isTold: boolean;
}

/**
 * Has the database and the store of receipts know one another: at the first start each keeps the other's name. Machines that share a
 * database and not its receipts would answer with receipts that are not there; and a database that takes another one's store for its own
 * would clear away what it does not name.
 * @throws {PorteError} `start.receipts_elsewhere` for a store that is not the one that the database knows, `start.receipts_taken` for one
 * that has a name which this database does not know.
 */
export async function adoptStore(db: Db, disk: Disk, { place, now, isTold }: Place): Promise<void> {
  const known = await identityIn(db);
  if (known !== null && !known.startsWith(CHOSEN) && !isTold) return assertSame(known, await identityOn(disk), place);
  await alone(db, async (trx) => {
    const first = await identityIn(trx);
    if (first !== null && !isTold) return;
    const found = await identityOn(disk);
    if (found !== null && !isTold) throw new PorteError("start.receipts_taken", { place, found });
    const row = { identity: found ?? `${CHOSEN}${randomUUID()}`, recorded_at: now() };
    await trx
      .insertInto("receipt_store")
      .values({ id: 1, ...row })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
      .execute();
  });
  await alone(db, async (trx) => {
    const chosen = (await identityIn(trx)) ?? "";
    const identity = chosen.replace(CHOSEN, "");
    const found = await identityOn(disk);
    if (!chosen.startsWith(CHOSEN) || found !== null) assertSame(identity, found, place);
    else await disk.put(STORE_ID, `${identity}\n`);
    await trx.updateTable("receipt_store").set({ identity }).execute();
  });
}

/** Machines that start together for the first time wait here for one another. */
async function alone(db: Db, work: (trx: Db) => Promise<void>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`lock table receipt_store in exclusive mode`.execute(trx);
    await work(trx);
  });
}

/** Since when a database has its store; null before it has one. What was in the store before may be another database's. */
export async function adoptedAt(db: Db): Promise<Date | null> {
  const row = await db.selectFrom("receipt_store").select("recorded_at").executeTakeFirst();
  return row?.recorded_at ?? null;
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
