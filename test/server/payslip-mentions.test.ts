import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { up } from "../../src/server/db/migrations/0008-payslip-mentions.ts";
import { kyselyOn } from "../../src/server/db/open.ts";
import type { Db, Schemas } from "../../src/server/deps.ts";
import { mentionsFrom } from "../../src/server/payslips/mentions.ts";
import { openEmpty } from "../parts/embedded.ts";
import { slipOf } from "../parts/payslips.ts";

const { contract } = slipOf("cadre");
const day = (date: string, kind: Schemas["Kind"], amount = 1): Schemas["ReportDay"] => ({
  date,
  entries: [{ kind, mission: kind === "mission" ? "ACME" : null, projectCode: null, amount }],
});
const working = (count: number) =>
  [
    "02",
    "03",
    "04",
    "05",
    "06",
    "09",
    "10",
    "12",
    "13",
    "16",
    "17",
    "18",
    "19",
    "20",
    "23",
    "24",
    "25",
    "26",
    "27",
    "30",
  ]
    .slice(0, count)
    .map((date) => day(`2026-11-${date}`, "mission"));

describe("the hours that are paid", () => {
  const hoursOf = (days: Schemas["ReportDay"][], changes: object = {}) =>
    mentionsFrom(days, "2026-11", { ...contract, ...changes }).hours;

  test("are those of a whole month, whether its public holiday is declared or not", () => {
    expect(hoursOf(working(20))).toBe(151.67);
    expect(hoursOf([...working(20), day("2026-11-11", "holiday")])).toBe(151.67);
    expect(hoursOf([...working(20), day("2026-11-14", "mission")])).toBe(151.67);
  });

  test("are the share that was worked, without illness or unpaid leave", () => {
    expect(hoursOf(working(10))).toBe(75.83);
    expect(hoursOf([...working(10), day("2026-11-17", "sick"), day("2026-11-18", "unpaid-leave")])).toBe(75.83);
    expect(hoursOf([...working(10), day("2026-11-17", "paid-leave", 0.5)])).toBe(79.63);
    expect(hoursOf(working(20), { weeklyHours: 28 })).toBe(121.33);
    expect(hoursOf([])).toBe(0);
  });

  test("are none under a forfait jours", () => {
    expect(hoursOf(working(20), { workingTime: "forfait-days", forfaitDays: 218 })).toBeNull();
  });
});

test("leave is told by its stretches, over the days of rest between them", () => {
  const days = ["2026-11-10", "2026-11-12", "2026-11-13", "2026-11-16", "2026-11-25"].map((date) =>
    day(date, "paid-leave"),
  );
  const half = day("2026-11-27", "paid-leave", 0.5);

  expect(mentionsFrom([half, ...days, ...working(5)], "2026-11", contract).paidLeave).toEqual({
    taken: [
      { start: "2026-11-10", end: "2026-11-16" },
      { start: "2026-11-25", end: "2026-11-25" },
      { start: "2026-11-27", end: "2026-11-27" },
    ],
    takenDays: 5.5,
  });
});

describe("a company that was set up before", () => {
  let db: Db;
  beforeAll(async () => {
    const lite = await openEmpty();
    db = kyselyOn(lite);
    await lite.exec(`
      create table employment_contracts (id int);
      insert into employment_contracts values (1);
      create table company_profile (profile jsonb);
      insert into company_profile values ('{"name": "Exemple", "siren": "123456782"}'), ('{"siren": "732829320"}'),
        ('{"siren": "552100554", "siret": "55210055400025", "apeCode": "70.22Z"}');`);
    await up(db as never);
  });
  afterAll(async () => db.destroy());

  test("has the first SIRET of its SIREN and the activity of portage, unless it said others", async () => {
    const rows = await db.selectFrom("company_profile").select("profile").execute();

    expect(rows.map(({ profile }) => [profile.siret, profile.apeCode])).toEqual([
      ["12345678200010", "78.30Z"],
      ["73282932000017", "78.30Z"],
      ["55210055400025", "70.22Z"],
    ]);
  });

  test("has contracts of 35 hours with a job", async () => {
    expect(await db.selectFrom("employment_contracts").selectAll().execute()).toMatchObject([
      { job: "Consultant en portage salarial", position: null, weekly_hours: 35, forfait_days: null },
    ]);
  });
});
