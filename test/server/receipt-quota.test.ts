import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrate } from "../../src/server/db/migrate.ts";
import { kyselyOn, openPostgres } from "../../src/server/db/open.ts";
import type { Database } from "../../src/server/db/schema.ts";
import type { Caller, Deps } from "../../src/server/deps.ts";
import { recordReceipt } from "../../src/server/receipts/commands.ts";
import { folderDisk } from "../../src/server/receipts/disk.ts";
import { assertQuota } from "../../src/server/receipts/quota.ts";
import { receiptStore } from "../../src/server/receipts/store.ts";
import { openPrepared } from "../parts/embedded.ts";
import { newDatabase } from "../parts/postgres.ts";
import { describeOnOne } from "../parts/programs.ts";

const CLAIRE = "00000000-0000-7000-8000-000000000001";
const KARIM = "00000000-0000-7000-8000-000000000002";
/** Half an hour after midnight in Paris, half an hour before it in UTC. */
const NOW = new Date("2026-11-25T23:30:00Z");
const MIB = 1024 ** 2;
const ON_ITS_WAY = "a".repeat(64);

describeOnOne("what a person may send in a day", {}, (name) => {
  let db: Kysely<Database>;

  beforeAll(async () => {
    db = name === "PGlite" ? kyselyOn(await openPrepared()) : await openPostgres(await newDatabase(inject("postgres")));
    await migrate(db);
    for (const id of [CLAIRE, KARIM])
      await sql`insert into people (id, role, name, email, password_hash, recorded_at, recorded_by)
        values (${id}, 'porte', 'A', ${`${id}@example.fr`}, '', now(), 'test')`.execute(db);
  });
  afterAll(() => db.destroy());

  const add = (count: number, bytes: number, at: string) =>
    sql`insert into receipts (id, person_id, sha256, bytes, media_type, recorded_at, recorded_by)
      select gen_random_uuid(), ${CLAIRE}, md5(random()::text) || md5(random()::text), ${bytes}, 'image/png', ${at}::timestamptz, 'test'
      from generate_series(1, ${count}::integer)`.execute(db);
  const clear = () => sql`delete from receipts`.execute(db);
  const ask = (personId: string, sha256: string, bytes: number) =>
    assertQuota({ now: () => NOW } as Deps, db, { personId } as Caller, { name: "taxi.png", sha256, bytes });

  test("is 500 receipts, from midnight in Paris; what came the day before and what is there already cost nothing", async () => {
    await add(600, 1, "2026-11-25T22:59:00Z");
    await add(499, 1, "2026-11-25T23:10:00Z");
    await ask(CLAIRE, "new", 1);
    await add(1, 1, "2026-11-25T23:20:00Z");

    await expect(ask(CLAIRE, "new", 1)).rejects.toMatchObject({
      code: "receipt.quota",
      facts: { file: "taxi.png", receipts: 500, bytes: 1024 * MIB },
    });
    const { sha256 } = await db.selectFrom("receipts").select("sha256").limit(1).executeTakeFirstOrThrow();
    await ask(CLAIRE, sha256, 1);
    await ask(KARIM, "new", 1);
    await clear();
  });

  test("is not passed by two that are recorded at once", async () => {
    const data = mkdtempSync(join(tmpdir(), "porte-quota-"));
    const deps = { db, now: () => NOW, receipts: receiptStore(await folderDisk(data), null) } as Deps;
    const record = (seed: string) => {
      const file = { name: "taxi.png", bytes: Buffer.from(seed), mediaType: "image/png" as const };
      const caller = { personId: CLAIRE, name: "Claire" } as Caller;
      return db
        .transaction()
        .execute((trx) =>
          recordReceipt(deps, trx, caller, { ...file, sha256: createHash("sha256").update(seed).digest("hex") }),
        );
    };
    await add(499, 1, "2026-11-25T23:10:00Z");
    const done = await Promise.allSettled(["a", "b", "c", "d"].map(record));
    await clear();
    rmSync(data, { recursive: true });

    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("is 1 GiB, with what is still on its way", async () => {
    await add(101, 10 * MIB, "2026-11-25T23:10:00Z");
    await ask(CLAIRE, "new", 10 * MIB);
    await sql`insert into receipt_uploads (person_id, sha256, name, bytes, recorded_at, recorded_by)
      values (${CLAIRE}, ${ON_ITS_WAY}, 'a', ${10 * MIB}, now(), 'test')`.execute(db);

    await ask(CLAIRE, "new", 4 * MIB);
    await ask(CLAIRE, ON_ITS_WAY, 10 * MIB);
    await expect(ask(CLAIRE, "new", 4 * MIB + 1)).rejects.toMatchObject({ code: "receipt.quota" });
  });
});
