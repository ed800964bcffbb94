import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate } from "../../src/server/db/migrate.ts";
import { kyselyOn } from "../../src/server/db/open.ts";
import type { Database } from "../../src/server/db/schema.ts";
import { openEmpty } from "../parts/embedded.ts";

const ID = "00000000-0000-7000-8000-000000000001";

let db: Kysely<Database>;

beforeAll(async () => {
  db = kyselyOn(await openEmpty());
  await migrate(db);
  await sql`insert into people (id, role, name, email, password_hash, recorded_at, recorded_by)
    values (${ID}, 'porte', 'Claire', 'c@example.fr', '', now(), 'test')`.execute(db);
  await sql`insert into activity_reports (id, person_id, month, state, version, revision)
    values (${ID}, ${ID}, '2026-11', 'submitted', 1, 1)`.execute(db);
});
afterAll(() => db.destroy());

describe("whatever a program says, the database", () => {
  let versions = 0;
  const version = (daily: boolean | null, weekly: boolean | null, halves: number | null) => {
    versions += 1;
    return sql`insert into report_versions (report_id, version, days, rest_days_confirmed, turnover_cents, receipt,
      recorded_at, recorded_by, daily_rest, weekly_rest, rest_half_days_given_up)
      values (${ID}, ${versions}, '[]', false, 0, '{}', now(), 'test', ${daily}, ${weekly}, ${halves})`.execute(db);
  };
  let expenses = 0;
  const expense = (category: string, trip: string | null) => {
    expenses += 1;
    const id = `00000000-0000-7000-8000-${String(expenses).padStart(12, "0")}`;
    return sql`insert into expenses (id, person_id, date, category, amount_cents, trip, state, revision, recorded_at, recorded_by)
      values (${id}, ${ID}, '2026-11-02', ${category}, 270, ${trip}, 'submitted', 1, now(), 'test')`.execute(db);
  };

  test("takes what is stated of rest whole or not at all, within a month", async () => {
    await version(null, null, null);
    await version(true, false, 0);
    await version(true, false, 62);
    for (const [daily, weekly, halves] of [
      [true, null, null],
      [null, false, 0],
      [true, true, null],
      [true, true, -1],
      [true, true, 63],
    ] as const)
      await expect(version(daily, weekly, halves)).rejects.toThrow("report_versions_rest");
  });

  test("takes no expense without a receipt but a trip and telework", async () => {
    await expense("telework", null);
    await expense("mileage", "{}");
    for (const category of ["telecom", "mileage", "other"])
      await expect(expense(category, null)).rejects.toThrow("expenses_receipt");
  });
});
