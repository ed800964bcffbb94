import { expect, test } from "vitest";
import { DOMAIN_TABLES } from "../../src/domain/law-tables.ts";
import { checkedUntil, LEGISLATION } from "../../src/payroll/legislation.ts";

test("no table of the domain covers less than the last year that payroll knows", () => {
  const last = checkedUntil(LEGISLATION).month;
  const short = DOMAIN_TABLES.filter((table) => table.checkedUntil < last);
  expect(short.map(({ name }) => name)).toEqual([]);
});

test("every table has a name of its own, and steps in order", () => {
  const names = DOMAIN_TABLES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { steps } of DOMAIN_TABLES) {
    const days = steps.map(({ from }) => from);
    expect(days.length).toBeGreaterThan(0);
    expect(days).toEqual([...new Set(days)].sort());
  }
});

/** Texts whose day of publication, or whose own page, could not be read: what is missing of each. */
const UNREAD: Readonly<Record<string, string>> = {
  "mealVouchers 2024-01-01": "published",
  "mealVouchers 2025-01-01": "published",
  "mealVouchers 2026-01-01": "published",
  "lodgingVatDeduction 2008-01-01": "published",
  "transportVatDeduction 2008-01-01": "published",
  "vatOverseas 2014-01-01": "published link",
};

test("every step names its text, the day it was published and where to read it, or is in the list of those that could not be read", () => {
  const missing = DOMAIN_TABLES.flatMap(({ name, steps }) =>
    steps.flatMap(({ from, text: { title, published, link } }) => {
      expect(title).not.toBe("");
      const lacks = [published === null ? "published" : "", link === null ? "link" : ""].filter((one) => one !== "");
      return lacks.length === 0 ? [] : [[`${name} ${from}`, lacks.join(" ")] as const];
    }),
  );
  expect(Object.fromEntries(missing)).toEqual(UNREAD);
});
