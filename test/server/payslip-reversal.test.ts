import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CompiledQuery, sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { workerIn } from "../../src/files/workers.ts";
import { type AccountFacts, accountFacts, accountOf } from "../../src/server/account/queries.ts";
import { demoAccess } from "../../src/server/company/seed.ts";
import { migrate } from "../../src/server/db/migrate.ts";
import { openEmbedded, openPostgres } from "../../src/server/db/open.ts";
import type { Caller, Deps } from "../../src/server/deps.ts";
import { recordPayment } from "../../src/server/payments/commands.ts";
import { beginRun } from "../../src/server/payroll/commands.ts";
import { getRun } from "../../src/server/payroll/queries.ts";
import { payrollRunner } from "../../src/server/payroll/runner.ts";
import { reversePayslip } from "../../src/server/payslips/commands.ts";
import type { PayslipDocument } from "../../src/server/payslips/document.ts";
import { getPayslip, storedPayslips } from "../../src/server/payslips/queries.ts";
import { erasePerson } from "../../src/server/people/erasure.ts";
import { makeDeps } from "../../src/server/serve.ts";
import { PREPARED } from "../parts/embedded.ts";
import { fillPortes, porteId } from "../parts/payroll.ts";
import { newDatabase } from "../parts/postgres.ts";
import { describeOnOne, NOW, ROOT } from "../parts/programs.ts";

const MONTHS = ["2026-08", "2026-09", "2026-10"];
/** How many sequences of acts are tried, and how many acts each has. */
const SEQUENCES = Number(process.env.PORTE_REVERSAL_RUNS ?? 2);
const ACTS = 14;
/** The porté whom everything happens to, and the one who is only paid at the end. */
const [SUBJECT, TWIN] = [porteId(1), porteId(2)] as const;

/** The same numbers for the same seed: a sequence that fails can be run again. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return state % below;
  };
}

describeOnOne("payslips that are reversed", {}, (database) => {
  const folder = mkdtempSync(join(tmpdir(), "porte-reversal-"));
  let deps: Deps;
  let caller: Caller;
  beforeAll(async () => {
    const db =
      database === "PostgreSQL"
        ? await openPostgres(await newDatabase(inject("postgres")))
        : await openEmbedded(join(folder, "database"), PREPARED);
    await migrate(db);
    const files = { version: "0", prepared: "", contract: "", templates: "templates", worker: workerIn(ROOT) };
    deps = await makeDeps(db, { data: folder }, files, { now: () => new Date(NOW), url: "http://company.test" });
    await demoAccess(deps);
    const { id, name, email } = await db
      .selectFrom("people")
      .selectAll()
      .where("staff_role", "=", "administrator")
      .executeTakeFirstOrThrow();
    caller = {
      personId: id,
      name,
      email,
      role: "operator",
      staffRole: "administrator",
      scopes: ["operator"],
      expiresAt: null,
    };
  });
  afterAll(async () => {
    await deps.db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  const inside = <Value>(work: (trx: Deps["db"]) => Promise<Value>) => deps.db.transaction().execute(work);
  const runMonth = async (month: string) => {
    const { body } = await inside((trx) => beginRun(deps, trx, caller, { month }));
    const { run } = body as { run: string };
    await payrollRunner(deps).carryOn(run, (failure) => {
      throw failure;
    });
    return getRun(deps.db, run);
  };
  const standing = (personId: string) =>
    deps.db
      .selectFrom("standing_payslips")
      .select(["id", "month", "replaces"])
      .where("person_id", "=", personId)
      .orderBy("month", "desc")
      .execute();
  const accountOfMonth = async (personId: string, month: string) => {
    const query = `select ${accountFacts("$1::uuid", "$2::text")} as facts`;
    const { rows } = await deps.db.executeQuery<{ facts: AccountFacts }>(CompiledQuery.raw(query, [personId, month]));
    return accountOf(rows[0]?.facts as AccountFacts, month);
  };
  const reverseNewest = async (personId: string, reason = "test") => {
    const [newest] = await standing(personId);
    if (newest === undefined) return null;
    await inside((trx) => reversePayslip(deps, trx, caller, newest.id, { reason }));
    return newest;
  };
  const pay = (personId: string, month: string, amountCents: number) =>
    inside((trx) =>
      recordPayment(deps, trx, caller, {
        porteEmail: `porte${Number(personId.slice(-12))}@many.example`,
        mission: "M1",
        month,
        amountCents,
        receivedOn: "2026-11-20",
        forceReason: "test",
      }),
    );
  const spend = (personId: string, amountCents: number) =>
    sql`insert into expenses (id, person_id, date, category, amount_cents, state, revision, recorded_at, recorded_by)
      values (gen_random_uuid(), ${personId}, '2026-08-03', 'telework', ${amountCents}, 'approved', 2, now(), 'test')`.execute(
      deps.db,
    );

  /** What each purse must hold: the payments' entries, and those of the payslips that stand. */
  const holds = async (personId: string) => {
    const slips: PayslipDocument[] = [];
    for (const { month } of (await standing(personId)).toReversed())
      slips.push(await getPayslip(deps.db, personId, month));
    const sums = new Map<string, number>();
    slips.forEach((slip, index) => {
      for (const name of ["grossCents", "employeeCents", "employerCents", "netTaxableCents", "netPaidCents"] as const) {
        sums.set(name, (sums.get(name) ?? 0) + slip[name]);
        expect([index, name, slip.yearToDate[name]]).toEqual([index, name, sums.get(name)]);
      }
    });
    const { rows } = await sql<{ month: string | null; amount: number; fee: number }>`select payslip_month as month,
      sum(amount_cents)::bigint as amount, sum(fee_cents)::bigint as fee from payments where person_id = ${personId}
      group by payslip_month`.execute(deps.db);
    for (const slip of slips)
      expect(slip.turnoverCents).toBe(rows.find(({ month }) => month === slip.month)?.amount ?? 0);
    expect(
      rows.map(({ month }) => month).filter((month) => month !== null && !slips.some((slip) => slip.month === month)),
    ).toEqual([]);
    const received = rows.reduce((total, { amount, fee }) => total + amount - fee, 0);
    const spent = slips.reduce(
      (total, slip) =>
        total +
        slip.employerCents +
        slip.employeeCents +
        slip.withholdingCents +
        slip.netPaidCents +
        slip.expensesCents +
        (slip.charges ?? []).reduce((sum, { cents }) => sum + cents, 0),
      0,
    );
    const { balanceCents, activityCents, reserveCents, provisionCents } = await accountOfMonth(personId, "2026-08");
    expect(balanceCents).toBe(received - spent);
    expect(activityCents + reserveCents + (provisionCents ?? 0)).toBe(balanceCents);
    expect(reserveCents).toBe(slips.reduce((total, { reserveCents: cents }) => total + cents, 0));
    const locked = await deps.db
      .selectFrom("activity_reports")
      .select("month")
      .where("person_id", "=", personId)
      .where("state", "=", "locked")
      .orderBy("month")
      .execute();
    expect(locked.map(({ month }) => month)).toEqual(slips.map(({ month }) => month));
  };

  test("an account is what it was before, the month can be paid again, and both payslips can be read", async () => {
    await fillPortes(deps.db, { count: 2, month: "2026-08", alike: true });
    await approveTwin("submitted");
    for (const month of MONTHS.slice(1)) {
      await sql`insert into activity_reports (id, person_id, month, state, version, revision)
        select gen_random_uuid(), person_id, ${month}, state, 1, 2 from activity_reports where month = '2026-08'`.execute(
        deps.db,
      );
      await sql`insert into report_versions (report_id, version, days, rest_days_confirmed, turnover_cents, receipt, recorded_at, recorded_by)
        select new.id, 1, replace(days::text, '2026-08', ${month})::jsonb, false, turnover_cents, '{}', now(), 'test'
        from activity_reports as new join activity_reports as old on old.person_id = new.person_id and old.month = '2026-08'
        join report_versions on report_id = old.id where new.month = ${month}`.execute(deps.db);
    }
    const before = await accountOfMonth(SUBJECT, "2026-08");

    await runMonth("2026-08");
    const [first] = await standing(SUBJECT);
    await holds(SUBJECT);
    await reverseNewest(SUBJECT, "Mauvais taux");

    expect(await accountOfMonth(SUBJECT, "2026-08")).toEqual(before);
    expect(await standing(SUBJECT)).toEqual([]);
    await holds(SUBJECT);
    await runMonth("2026-08");
    const [second] = await standing(SUBJECT);
    expect(second).toMatchObject({ month: "2026-08", replaces: first?.id });
    const old = await getPayslip(deps.db, SUBJECT, "2026-08", first?.id);
    const { id: _id, replaces: _replaces, ...again } = await getPayslip(deps.db, SUBJECT, "2026-08");
    const { id: _old, reversal, ...was } = old;
    expect(again).toEqual(was);
    expect(reversal).toMatchObject({ reason: "Mauvais taux", reversedBy: "Odile Martin" });
    expect((await storedPayslips(deps, SUBJECT, {})).items).toMatchObject([
      { payslip: { id: second?.id }, reversal: null },
      { payslip: { id: first?.id }, reversal: { reason: "Mauvais taux" } },
    ]);
  });

  test("only the newest is reversed, and once", async () => {
    await runMonth("2026-09");
    const [newest, earlier] = await standing(SUBJECT);
    const reverse = (id = "") => inside((trx) => reversePayslip(deps, trx, caller, id, { reason: "test" }));

    await expect(reverse(earlier?.id)).rejects.toMatchObject({ code: "company.later_payslip" });
    const two = await Promise.allSettled([reverse(newest?.id), reverse(newest?.id)]);
    expect(two.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await holds(SUBJECT);
  });

  test("the tables themselves let one payslip of a month stand, and nobody rewrites a reversal", async () => {
    const [slip] = await standing(SUBJECT);
    const copy = (replaces: string | null) =>
      sql`insert into payslips (id, person_id, month, document, replaces, recorded_at, recorded_by)
        select gen_random_uuid(), person_id, month, document, ${replaces}, now(), 'test' from payslips where id = ${slip?.id}`.execute(
        deps.db,
      );
    await expect(copy(null)).rejects.toThrow("payslips_first");
    await expect(copy(slip?.id ?? "")).rejects.toThrow("payslips_replaced");
    for (const change of [sql`update payslip_reversals set reason = 'x'`, sql`delete from payslip_reversals`])
      await expect(change.execute(deps.db)).rejects.toThrow("never changed");
  });

  const both = async (work: (personId: string) => Promise<unknown>) => {
    for (const personId of [SUBJECT, TWIN]) await work(personId);
  };
  const runNext = async (month: string) => {
    if ((await standing(SUBJECT)).every((slip) => slip.month <= month)) await runMonth(month);
  };
  /** What may happen, each by a month and a number: money and expenses come to both, the rest to the one who is paid meanwhile. */
  const ACTS_THAT_MAY_BE: ((month: string, number: number) => Promise<unknown>)[] = [
    (month, number) => both((personId) => pay(personId, month, 1 + (number % 900_000))),
    (_month, number) => both((personId) => spend(personId, 1 + (number % 20_000))),
    () => reverseNewest(SUBJECT),
    runNext,
    runNext,
  ];
  const reverseAll = async (personId: string) => {
    while ((await reverseNewest(personId)) !== null) await holds(personId);
  };
  /** A payslip without what names it and its person. */
  const figuresOf = async (personId: string, month: string) => {
    const { id: _id, owner: _owner, replaces: _replaces, ...figures } = await getPayslip(deps.db, personId, month);
    return { figures, totals: (await accountOfMonth(personId, month)).totals };
  };
  const approveTwin = (state: "approved" | "submitted") =>
    sql`update activity_reports set state = ${state} where person_id = ${TWIN}`.execute(deps.db);

  test.each(Array.from({ length: SEQUENCES }, (_, index) => index + 1))(
    "whatever is paid, run, reversed and run again in sequence %i, the entries are the balance, the year is what stands, and a straight run says the same",
    async (seed) => {
      const next = numbers(seed);
      for (let count = 0; count < ACTS; count += 1) {
        const month = MONTHS[next(MONTHS.length)] ?? "";
        await ACTS_THAT_MAY_BE[next(ACTS_THAT_MAY_BE.length)]?.(month, next(1_000_000));
        await holds(SUBJECT);
      }
      await reverseAll(SUBJECT);
      await approveTwin("approved");
      for (const month of MONTHS) await runMonth(month);

      for (const month of MONTHS) expect(await figuresOf(SUBJECT, month)).toEqual(await figuresOf(TWIN, month));
      for (const personId of [SUBJECT, TWIN]) await reverseAll(personId);
      await approveTwin("submitted");
    },
  );

  test("who is erased leaves the name on a payslip, and neither the address there nor the name where it recorded something", async () => {
    const { email, name } = await deps.db
      .updateTable("people")
      .set({ ended_at: deps.now() })
      .where("id", "=", SUBJECT)
      .returning(["email", "name"])
      .executeTakeFirstOrThrow();
    const slips = () =>
      sql<{ owner: { name: string; email: string }; by: string }>`
        select document -> 'owner' as owner, recorded_by as by from payslips where person_id = ${SUBJECT}`.execute(
        deps.db,
      );
    const before = (await slips()).rows;
    expect(before.filter(({ owner }) => owner.email === email).length).toBe(before.length);

    await inside((trx) => erasePerson(deps, trx, SUBJECT));

    const { rows } = await slips();
    expect(rows).toEqual(
      before.map(({ by }) => ({ owner: { id: SUBJECT, name, email: `${SUBJECT}@erased.invalid` }, by })),
    );
    const rewrite = sql`update payslips set recorded_by = 'x' where person_id = ${SUBJECT}`;
    await expect(rewrite.execute(deps.db)).rejects.toThrow("never changed");
    const more = inside(async (trx) => {
      await sql`select set_config('porte.erasing', ${SUBJECT}, true)`.execute(trx);
      return sql`update account_entries set amount_cents = 1 where person_id = ${SUBJECT}`.execute(trx);
    });
    await expect(more).rejects.toThrow("never changed");

    /** Who has nothing that must be kept: the staff's name stands on the payslips of others. */
    const { id } = await deps.db
      .updateTable("people")
      .set({ ended_at: deps.now() })
      .where("id", "=", caller.personId)
      .returning("id")
      .executeTakeFirstOrThrow();
    await inside((trx) => erasePerson(deps, trx, id));
    expect(new Set((await slips()).rows.map(({ by }) => by))).toEqual(new Set([`${id}@erased.invalid`]));
  });
});
