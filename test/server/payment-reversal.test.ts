import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrate } from "../../src/server/db/migrate.ts";
import { openEmbedded, openPostgres } from "../../src/server/db/open.ts";
import type { Database } from "../../src/server/db/schema.ts";
import type { Caller, Deps } from "../../src/server/deps.ts";
import { recordPayment } from "../../src/server/payments/commands.ts";
import { standingPayments } from "../../src/server/payments/queries.ts";
import { reversePayment } from "../../src/server/payments/reversals.ts";
import { PREPARED } from "../parts/embedded.ts";
import { newDatabase } from "../parts/postgres.ts";
import { describeOnOne } from "../parts/programs.ts";

const ID = "00000000-0000-7000-8000-000000000001";
const CAP = 50_000;
const RATE = 70_000;
const feeOn = (cents: number) => Math.min(Math.floor((cents * RATE + 500_000) / 1_000_000), CAP);

/** Payments of a month, and then which of them is taken back, by its place. */
const months = fc.array(
  fc.oneof(
    { arbitrary: fc.record({ pay: fc.integer({ min: 1, max: 1_000_000 }) }), weight: 2 },
    fc.record({ reverse: fc.nat(9) }),
  ),
  { minLength: 1, maxLength: 10 },
);

describeOnOne("under a monthly limit of the fee,", {}, (database) => {
  let db: Kysely<Database>;
  const folder = mkdtempSync(join(tmpdir(), "porte-reversal-"));
  beforeAll(async () => {
    db =
      database === "PGlite"
        ? await openEmbedded(join(folder, "database"), PREPARED)
        : await openPostgres(await newDatabase(inject("postgres")));
    await migrate(db);
    await sql`insert into people (id, role, name, email, password_hash, recorded_at, recorded_by)
      values (${ID}, 'porte', 'Claire', 'c@example.fr', '', now(), 'test')`.execute(db);
    await sql`insert into missions (id, person_id, reference, client, title, start_day, daily_rate_cents, project_codes,
      recorded_at, recorded_by) values (${ID}, ${ID}, 'ACME', 'Acme', 'Conseil', '2026-01-01', 65000, '[]', now(), 'test')`.execute(
      db,
    );
    const profile = JSON.stringify({ fee: { ratePpm: RATE, monthlyCapCents: CAP } });
    await sql`insert into company_profile (id, profile, recorded_at, recorded_by) values (1, ${profile}::jsonb, now(), 'test')`.execute(
      db,
    );
  });
  afterAll(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  const caller: Caller = {
    personId: ID,
    name: "Odile",
    email: "o@example.fr",
    role: "operator",
    staffRole: "administrator",
    scopes: ["operator"],
    expiresAt: null,
  };
  let month = 0;

  test("what is taken back leaves the month's fee as if it had never been paid, whatever the order", async () => {
    const deps = { db, now: () => new Date("2026-11-25T10:00:00Z") } as Deps;
    await fc.assert(
      fc.asyncProperty(months, async (acts) => {
        month += 1;
        const name = `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
        const standing: { id: string; cents: number }[] = [];
        for (const act of acts) {
          await db.transaction().execute(async (trx) => {
            if ("pay" in act) {
              const submission = { porteEmail: "c@example.fr", mission: "ACME", month: name };
              const asked = {
                ...submission,
                amountCents: act.pay,
                receivedOn: "2026-11-25",
                forceReason: "one of many",
              };
              const { body } = await recordPayment(deps, trx, caller, asked);
              standing.push({ id: (body as { id: string }).id, cents: act.pay });
            } else if (standing.length > 0) {
              const [gone] = standing.splice(act.reverse % standing.length, 1);
              await reversePayment(deps, trx, caller, gone?.id ?? "", { reason: "x" });
            }
          });
          const paid = standing.reduce((sum, { cents }) => sum + cents, 0);
          const { rows } = await sql<{ kind: string; cents: string }>`select kind, sum(amount_cents) as cents
            from account_entries where month = ${name} group by kind`.execute(db);
          const posted = Object.fromEntries(rows.map(({ kind, cents }) => [kind, Number(cents)]));
          expect({ paid: posted["client-payment"] ?? 0, fee: posted["management-fee"] ?? 0 }).toEqual({
            paid,
            fee: 0 - feeOn(paid),
          });
        }
        /** What payroll pays with is the same money. */
        const due = await standingPayments(db, ID).where("payments.month", "=", name).execute();
        const sumOf = (amounts: number[]) => amounts.reduce((sum, cents) => sum + cents, 0);
        const paid = sumOf(standing.map(({ cents }) => cents));
        expect(sumOf(due.map((one) => one.amount_cents))).toBe(paid);
        expect(sumOf(due.map((one) => one.fee_cents))).toBe(feeOn(paid));
      }),
      { numRuns: 12, seed: 20_261_127 },
    );
  });

  test("a fee that is announced anew holds for what is recorded from then on, and never for what was taken", async () => {
    const deps = { db, now: () => new Date("2026-11-25T10:00:00Z") } as Deps;
    const announce = ([ratePpm, monthlyCapCents]: readonly [number, number | null]) =>
      sql`insert into company_profile (id, profile, recorded_at, recorded_by) select max(id) + 1,
        ${JSON.stringify({ fee: { ratePpm, monthlyCapCents } })}::jsonb, now(), 'test' from company_profile`.execute(
        db,
      );
    const pay = async (name: string, amountCents: number) => {
      const submission = {
        porteEmail: "c@example.fr",
        mission: "ACME",
        month: name,
        receivedOn: "2026-11-25",
        forceReason: "one of many",
      };
      const asked = { ...submission, amountCents };
      const { body } = await db.transaction().execute((trx) => recordPayment(deps, trx, caller, asked));
      return body as { id: string; feeCents: number };
    };
    const feesAfter = async (name: string, id: string) => {
      await db.transaction().execute((trx) => reversePayment(deps, trx, caller, id, { reason: "x" }));
      const due = await standingPayments(db, ID).where("payments.month", "=", name).execute();
      return due.map((one) => one.fee_cents);
    };
    /** The month; the fee at first, and then; what is paid before and after; the fees; what is left once the last is taken back, then the first. */
    const cases = [
      ["2031-01", [70_000, null], [10_000, null], [100_000, 50_000], [7_000, 500], [[7_000], []]],
      ["2031-02", [10_000, null], [1_000_000, null], [100_000, 50_000], [1_000, 50_000], [[1_000], []]],
      ["2031-03", [70_000, CAP], [10_000, CAP], [100_000, 50_000], [7_000, 500], [[7_000], []]],
      ["2031-04", [10_000, CAP], [70_000, CAP], [100_000, 50_000], [1_000, 3_500], [[1_000], []]],
      ["2031-05", [70_000, CAP], [70_000, 10_000], [500_000, 50_000], [35_000, 0], [[10_000], []]],
      ["2031-06", [70_000, CAP], [50_000, CAP], [100_000, 900_000], [7_000, 43_000], [[7_000], []]],
    ] as const;
    for (const [name, first, then, [before, after], fees, left] of cases) {
      await announce(first);
      const one = await pay(name, before);
      await announce(then);
      const other = await pay(name, after);
      expect([name, one.feeCents, other.feeCents]).toEqual([name, ...fees]);
      expect([name, await feesAfter(name, other.id), await feesAfter(name, one.id)]).toEqual([name, ...left]);
    }
    /** The month had reached its limit: what is left of it bears what the limit had spared it, at the rate of today. */
    await announce([RATE, CAP]);
    const large = await pay("2031-07", 1_000_000);
    await pay("2031-07", 200_000);
    await announce([50_000, CAP]);
    expect(await feesAfter("2031-07", large.id)).toEqual([10_000]);
    await announce([RATE, CAP]);
  });

  test("a payment that a payslip was paid with is taken back once that payslip no longer stands", async () => {
    const deps = { db, now: () => new Date("2026-11-25T10:00:00Z") } as Deps;
    const submission = {
      porteEmail: "c@example.fr",
      mission: "ACME",
      month: "2030-01",
      receivedOn: "2026-11-25",
      forceReason: "one of many",
    };
    const paid = { ...submission, amountCents: 100_000 };
    const { body } = await db.transaction().execute((trx) => recordPayment(deps, trx, caller, paid));
    const { id } = body as { id: string };
    const reverse = () => db.transaction().execute((trx) => reversePayment(deps, trx, caller, id, { reason: "x" }));
    await sql`update payments set payslip_month = '2030-01' where id = ${id}`.execute(db);
    await expect(reverse()).rejects.toMatchObject({ code: "company.paid_out", facts: { month: "2030-01" } });
    await sql`update payments set payslip_month = null where id = ${id}`.execute(db);
    expect((await reverse()).status).toBe(201);
    await expect(reverse()).rejects.toMatchObject({ code: "company.reversed" });
  });

  test("nothing of a payment or its reversal is edited, whatever a program says", async () => {
    const changes = [
      "update payments set amount_cents = 1",
      "update payments set fee_cents = 0",
      "delete from payments",
      "update payment_reversals set reason = 'other'",
      "delete from payment_reversals",
      "update payment_fee_corrections set amount_cents = 1",
    ];
    for (const change of changes) await expect(sql.raw(change).execute(db)).rejects.toThrow("never changed");
    await sql`update payments set payslip_month = '2026-11' where id = ${ID}`.execute(db);
  });
});
