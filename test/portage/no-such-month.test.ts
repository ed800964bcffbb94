import { describe, expect, test } from "vitest";
import { NEW_YEAR } from "../../src/payroll/year.ts";
import { questionFrom } from "../../src/portage/asked.ts";
import { netCurve } from "../../src/portage/curve.ts";
import { margins } from "../../src/portage/margins.ts";
import { simulate } from "../../src/portage/simulate.ts";

const { question } = questionFrom(
  { tjm: 55_000, days: 0.5, date: "2026-11" },
  {},
  { today: "2026-11-27", yearToDate: () => NEW_YEAR, reading: {} },
);
const daily = { rateCents: 55_000, days: 0.5 };
const beforeTheLaw = { ...question, month: "2019-01" };

describe("a month that cannot be", () => {
  test("is a margin of nothing", () => {
    const less = margins(question, simulate(question), daily).find(({ change }) => change === "one_day_less");
    expect(less).toMatchObject({ netPaidCents: null, turnoverCents: null });
  });

  test("is a point at nothing", () => {
    const points = netCurve({ ...question, expensesCents: 1_000_000 }, daily, "days", 2);
    expect(points).toEqual([{ x: 1, netPaidCents: 0 }]);
  });
});

test("a law that nobody knows is no month without pay", () => {
  const fault = expect.objectContaining({ code: "law.not_covered" });
  expect(() => netCurve(beforeTheLaw, daily, "tjm", 3)).toThrow(fault);
  expect(() => margins(beforeTheLaw, simulate(question), daily)).toThrow(fault);
});
