import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate, migrateLike } from "../../src/server/db/migrate.ts";
import { kyselyOn } from "../../src/server/db/open.ts";
import type { Database } from "../../src/server/db/schema.ts";
import { openEmpty } from "../parts/embedded.ts";

const id = (count: number) => `00000000-0000-7000-8000-${String(count).padStart(12, "0")}`;
const PERSON = id(1);
const MISSION = id(2);

/** The schema as it was before entries named their causes. */
const BEFORE = [
  ...["0001-a-month", "0002-client-approval", "0003-working-time", "0004-expense-rules", "0005-receipt-uploads"],
  ...["0006-vat-by-rate", "0007-rest-and-telework", "0008-payslip-mentions", "0009-payroll-owed", "0010-constraints"],
  ...["0011-payment-reversals", "0012-payroll-runs", "0013-sign-in-limits", "0014-receipt-store", "0015-indexes"],
  ...["0016-staff-and-trail", "0017-erasure", "0018-trail-plan", "0019-reports-as-written", "0020-terms-from-a-day"],
  ...["0021-lists-by-month", "0022-lists-as-written", "0023-reports-as-shown", "0024-forced-payments"],
];

let db: Kysely<Database>;

beforeAll(async () => {
  db = kyselyOn(await openEmpty());
  await migrateLike(db, BEFORE);
});
afterAll(() => db.destroy());

const pay = (payment: number, amount: number, fee: number) =>
  sql`insert into payments (id, person_id, mission_id, month, amount_cents, fee_cents, received_on, recorded_at, recorded_by)
    values (${id(payment)}, ${PERSON}, ${MISSION}, '2026-11', ${amount}, ${fee}, '2026-11-20', now(), 'test')`.execute(
    db,
  );
const enter = (
  entry: number,
  kind: string,
  amount: number,
  reverses: number | null = null,
  at = "2026-11-30T10:00:01Z",
) =>
  sql`insert into account_entries (id, person_id, day, month, kind, fund, amount_cents, label, recorded_at, recorded_by, reverses)
    values (${id(entry)}, ${PERSON}, '2026-11-20', '2026-11', ${kind}, 'activity', ${amount}, 'x', ${at}, 'test',
      ${reverses === null ? null : id(reverses)})`.execute(db);
const slip = (payslip: number, at: string, replaces: number | null = null) =>
  sql`insert into payslips (id, person_id, month, document, recorded_at, recorded_by, replaces)
    values (${id(payslip)}, ${PERSON}, '2026-11', '{}', ${at}, 'test', ${replaces === null ? null : id(replaces)})`.execute(
    db,
  );

test("an older entry is matched with what it was booked for; two that are alike, each with its own; one that fits nothing has none", async () => {
  await sql`insert into people (id, role, name, email, password_hash, recorded_at, recorded_by)
    values (${PERSON}, 'porte', 'Claire', 'c@example.fr', '', now(), 'test')`.execute(db);
  await sql`insert into missions (id, person_id, reference, client, title, start_day, daily_rate_cents, project_codes, recorded_at, recorded_by)
    values (${MISSION}, ${PERSON}, 'ACME', 'Acme', 't', '2026-09-01', 50000, '[]', now(), 'test')`.execute(db);
  await pay(10, 1_000, 70);
  await pay(11, 1_000, 0);
  await enter(20, "client-payment", 1_000);
  await enter(21, "management-fee", -70);
  await enter(22, "client-payment", 1_000);
  await slip(30, "2026-11-30T10:00:00Z");
  await enter(23, "net-pay", -500);
  await sql`insert into payslip_reversals (payslip_id, person_id, month, reason, recorded_at, recorded_by)
    values (${id(30)}, ${PERSON}, '2026-11', 'r', now(), 'test')`.execute(db);
  await enter(24, "net-pay", 500, 30, "2026-12-01T10:00:00Z");
  await slip(31, "2026-12-02T10:00:00Z", 30);
  await enter(25, "net-pay", -501, null, "2026-12-02T10:00:01Z");
  await enter(26, "client-payment", -1_000, 11);
  await enter(27, "management-fee", -3);

  await migrate(db);

  const entries = await db.selectFrom("account_entries").select(["id", "cause", "shown"]).orderBy("id").execute();
  const payment = (of: number) => ({ kind: "payment", id: id(of), reference: "ACME" });
  const payslip = (of: number) => ({ kind: "payslip", id: id(of), reference: "2026-11" });
  expect(entries.map(({ cause }) => cause)).toEqual([
    ...[payment(10), payment(10), payment(11), payslip(30), payslip(30), payslip(31), payment(11), null],
  ]);
  expect(entries.map(({ shown }) => JSON.parse(shown).cause ?? null)).toEqual(entries.map(({ cause }) => cause));
  await expect(sql`update account_entries set label = 'y'`.execute(db)).rejects.toThrow("never changed");
});
