import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { workerIn } from "../../src/files/workers.ts";
import { amended } from "../../src/server/api/history.ts";
import { recordEstablishment, setCompany, setPayrollProfile } from "../../src/server/company/commands.ts";
import { companyProfile } from "../../src/server/company/queries.ts";
import { demoAccess } from "../../src/server/company/seed.ts";
import { recordPayslipMentions, recordWorkingTime } from "../../src/server/contracts/commands.ts";
import { contractOf } from "../../src/server/contracts/queries.ts";
import { migrate, migrateLike } from "../../src/server/db/migrate.ts";
import { kyselyOn, openEmbedded, openPostgres } from "../../src/server/db/open.ts";
import type { Database } from "../../src/server/db/schema.ts";
import type { Caller, Deps } from "../../src/server/deps.ts";
import { beginRun } from "../../src/server/payroll/commands.ts";
import { recomputePayslip } from "../../src/server/payroll/recomputation.ts";
import { payrollRunner } from "../../src/server/payroll/runner.ts";
import { reversePayslip } from "../../src/server/payslips/commands.ts";
import { getPayslip } from "../../src/server/payslips/queries.ts";
import { exportPerson } from "../../src/server/people/export.ts";
import { makeDeps } from "../../src/server/serve.ts";
import { openEmpty, PREPARED } from "../parts/embedded.ts";
import { fillPortes, porteId } from "../parts/payroll.ts";
import { newDatabase } from "../parts/postgres.ts";
import { describeOnEach, NOW, ROOT } from "../parts/programs.ts";

const PORTE = porteId(1);
const EMAIL = "porte1@many.example";
const MONTH = "2026-08";

describe("terms that are dated", () => {
  const at = (from: string, job: string, hours: number) => ({ from, terms: { job, hours } });
  const history = [at("2000-01-01", "a", 35), at("2026-06-01", "a", 32), at("2026-09-01", "b", 32)];

  test("hold from a day on, until the same is said anew", () => {
    expect(amended(history, { job: "c" }, "2026-03-01")).toEqual([
      at("2026-03-01", "c", 35),
      at("2026-06-01", "c", 32),
    ]);
    expect(amended(history, { hours: 30 }, "2026-07-01")).toEqual([
      at("2026-07-01", "a", 30),
      at("2026-09-01", "b", 30),
    ]);
    expect(amended(history, { hours: 32 }, "2026-10-01")).toEqual([]);
  });

  test("hold whatever the day, where no day is said", () => {
    expect(amended(history, { job: "b" }, null)).toEqual([at("2000-01-01", "b", 35), at("2026-06-01", "b", 32)]);
  });
});

describeOnEach("what a company and a contract say", {}, (database) => {
  const folder = mkdtempSync(join(tmpdir(), "porte-terms-"));
  let deps: Deps;
  let caller: Caller;
  const open = async (embedded: () => Promise<Kysely<Database>>): Promise<Kysely<Database>> =>
    database === "PostgreSQL" ? openPostgres(await newDatabase(inject("postgres"))) : embedded();
  beforeAll(async () => {
    const db = await open(() => openEmbedded(join(folder, "database"), PREPARED));
    await migrate(db);
    const files = { version: "0", prepared: "", contract: "", templates: "templates", worker: workerIn(ROOT) };
    deps = await makeDeps(db, { data: folder }, files, { now: () => new Date(NOW), url: "http://company.test" });
    await demoAccess(deps);
    await fillPortes(db, { count: 1, month: MONTH, alike: true });
    const staff = db.selectFrom("people").selectAll().where("staff_role", "=", "administrator");
    const { id: personId, name, email } = await staff.executeTakeFirstOrThrow();
    const may = { role: "operator", staffRole: "administrator", scopes: ["operator"], expiresAt: null } as const;
    caller = { personId, name, email, ...may };
  });
  afterAll(async () => {
    await deps.db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  const inside = <Value>(work: (trx: Deps["db"]) => Promise<Value>) => deps.db.transaction().execute(work);
  const pay = async () => {
    const { body } = await inside((trx) => beginRun(deps, trx, caller, { month: MONTH }));
    await payrollRunner(deps).carryOn((body as { run: string }).run, (failure) => {
      throw failure;
    });
    return getPayslip(deps.db, PORTE, MONTH);
  };
  /** Everything of the terms changes: what holds whatever the day, and what holds from a later day on. */
  const changeTerms = async () => {
    const company = await companyProfile(deps);
    const payroll = { ...company.payroll, providentPpm: 30_000, mobilityPpm: 20_000, healthPlanCents: 9_900 };
    await inside((trx) => setPayrollProfile(deps, trx, caller, payroll, null));
    const dearer = { ...company, payroll, fee: { ...company.fee, ratePpm: 90_000 }, name: "Autre nom" };
    await inside((trx) => setCompany(deps, trx, caller.name, dearer, "2026-10-01"));
    const seat = { siret: `${company.siren}00099`, apeCode: "70.22Z", establishment: "Lyon" };
    await inside((trx) => recordEstablishment(deps, trx, caller, seat, "2026-11-01"));
    const hours = { porteEmail: EMAIL, workingTime: "hours" } as const;
    await inside((trx) => recordWorkingTime(deps, trx, caller, hours, null));
    const mentions = { porteEmail: EMAIL, job: "Architecte", weeklyHours: 30 };
    await inside((trx) => recordPayslipMentions(deps, trx, caller, mentions, "2026-10-01"));
  };

  test("a rate of payroll that is planned stays planned when another is changed, and what says nothing new adds no row", async () => {
    const { db } = deps;
    const { payroll, ...company } = await companyProfile(deps);
    const rows = async () => (await db.selectFrom("company_profile").select("id").execute()).length;
    const planned = { ...payroll, mobilityPpm: 12_345 };
    await inside((trx) => setPayrollProfile(deps, trx, caller, planned, "2027-03-01"));

    await inside((trx) => setPayrollProfile(deps, trx, caller, { ...payroll, workAccidentPpm: 23_456 }, null));

    const { payroll: later } = await companyProfile(deps, "2027-03-01");
    expect(later).toMatchObject({ mobilityPpm: 12_345, workAccidentPpm: 23_456 });
    expect((await companyProfile(deps)).payroll).toMatchObject({
      mobilityPpm: payroll.mobilityPpm,
      workAccidentPpm: 23_456,
    });
    const before = await rows();
    const same = { ...company, payroll: { ...payroll, workAccidentPpm: 23_456 } };
    await inside((trx) => setCompany(deps, trx, caller.name, same, null));
    expect(await rows()).toBe(before);
    await inside((trx) => setPayrollProfile(deps, trx, caller, payroll, null));
  });

  test("can be changed, and a month that was paid is worked out again to the same payslip", async () => {
    const before = await pay();

    await changeTerms();

    const { payslip, differences } = await recomputePayslip(deps, before.id);
    expect(differences).toEqual([]);
    const { replaces: _none, ...kept } = before;
    expect(JSON.parse(JSON.stringify(payslip))).toEqual(kept);
  });

  test("is read by the day: a month has the terms of its last day", async () => {
    const on = async (day: string) => {
      const [{ job, workingTime, weeklyHours }, { name, fee, establishment, payroll }] = await Promise.all([
        contractOf(deps.db, PORTE, day),
        companyProfile(deps, day),
      ]);
      return [job, workingTime, weeklyHours, name, fee.ratePpm, establishment, payroll.providentPpm];
    };
    const [job, , hours, name, rate, seat] = await on("2026-09-30");
    expect(await on("2026-08-31")).toEqual([job, "hours", hours, name, rate, seat, 30_000]);
    expect(await on("2026-10-01")).toEqual(["Architecte", "hours", 30, "Autre nom", 90_000, seat, 30_000]);
    expect(await on("2026-11-01")).toEqual(["Architecte", "hours", 30, "Autre nom", 90_000, "Lyon", 30_000]);
  });

  test("is what the month is paid by once its payslip is reversed, and that payslip is no longer worked out again", async () => {
    const { id, mobilityCents: _none, ...first } = { mobilityCents: 0, ...(await getPayslip(deps.db, PORTE, MONTH)) };
    await inside((trx) => reversePayslip(deps, trx, caller, id, { reason: "test" }));
    await expect(recomputePayslip(deps, id)).rejects.toMatchObject({ code: "company.reversed" });

    const second = await pay();

    expect(second.employerCents).not.toBe(first.employerCents);
    expect(second.contract.job).toBe(first.contract.job);
    expect((await recomputePayslip(deps, second.id)).differences).toEqual([]);
  });

  test("is only ever added to, with who did it, and its person is given all of it", async () => {
    for (const table of ["employment_contracts", "company_profile"])
      for (const act of [sql`update ${sql.table(table)} set recorded_by = 'x'`, sql`delete from ${sql.table(table)}`])
        await expect(act.execute(deps.db)).rejects.toThrow("never changed");
    const { tables } = await exportPerson(deps, PORTE);
    expect(tables.employment_contracts).toHaveLength(3);
    expect(tables.employment_contracts).toContainEqual(
      expect.objectContaining({ from_day: "2026-10-01", job: "Architecte", recorded_by: caller.name }),
    );
  });

  test("is kept as a first row where it was recorded before", async () => {
    const db = await open(async () => kyselyOn(await openEmpty()));
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(deps.db);
    await migrateLike(
      db,
      rows.map(({ name }) => name).filter((name) => name < "0020"),
    );
    await sql`insert into people (id, role, name, email, password_hash, recorded_at, recorded_by)
      values (${PORTE}, 'porte', 'Claire', 'c@example.fr', '', now(), 'test')`.execute(db);
    await sql`insert into employment_contracts (id, person_id, kind, category, level, start_day, alsace_moselle, recorded_at, recorded_by)
      values (${PORTE}, ${PORTE}, 'cdi', 'cadre', 'senior', '2026-01-01', false, now(), 'test')`.execute(db);
    await sql`insert into company_profile (id, profile, recorded_at, recorded_by) values (1, '{"name": "A"}', now(), 'test')`.execute(
      db,
    );

    await migrate(db);

    expect(await contractOf(db, PORTE, "2026-03-31")).toMatchObject({ kind: "cdi", category: "cadre" });
    expect((await companyProfile({ ...deps, db }, "2026-03-31")).name).toBe("A");
    await db.destroy();
  });
});
