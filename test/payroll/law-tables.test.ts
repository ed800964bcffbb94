import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { stepOn } from "../../src/domain/dated.ts";
import { lawSchema } from "../../src/domain/law/schema.ts";
import {
  contributionRates,
  FIRST_DAY,
  LEGISLATION,
  lawTables,
  openTables,
  payrollTables,
} from "../../src/payroll/legislation.ts";
import { LAW_2027 } from "../parts/law-2027.ts";

const TABLES = payrollTables(LEGISLATION);

/** What could not be read of a text, and why. */
const UNREAD: Readonly<Record<string, string>> = {
  "health.alsaceMoselle 2022-04-01": "a decision of the régime local's board; no publication was found",
  "ags 2024-01-01": "a decision of the AGS board is not published in the Journal officiel",
  "ags 2024-07-01": "a decision of the AGS board is not published in the Journal officiel",
  "apec.employer 2011-01-01": "an agreement of 1975 and a circular; no day of publication was found",
  "apec.employee 2011-01-01": "an agreement of 1975 and a circular; no day of publication was found",
  "socialLevy 2012-08-01": "no source says the day of publication of loi n° 2012-958",
  "shortContractAbatement 2024-01-01": "BOFiP gives a version and no day of publication that was read",
  "shortContractAbatement 2024-11-01": "BOFiP gives a version and no day of publication that was read",
  "shortContractAbatement 2026-01-01": "BOFiP gives a version and no day of publication that was read",
  "shortContractAbatement 2026-06-01": "BOFiP gives a version and no day of publication that was read",
  "nonResident 2024-01-01": "the article of 2024 was read on the administration's page, without its law",
};

/** Tables that payroll refuses to use past a day of their own. */
const CLOSED = ["nonResident"];

describe("the tables of law", () => {
  test("each has a name of its own", () => {
    const names = lawTables(LEGISLATION).map(({ name }) => name);

    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.length).toBeGreaterThan(60);
  });

  test("each step has its text, its day of publication and its link, or is among those that could not be read", () => {
    const lacking = TABLES.flatMap(({ name, steps }) =>
      steps
        .filter(({ text }) => text.title === "" || text.published === null || text.link === null)
        .map(({ from }) => `${name} ${from}`),
    );

    expect(lacking.toSorted()).toEqual(Object.keys(UNREAD).toSorted());
  });

  test("the text of a line whose rate the law does not set has its link", () => {
    for (const { code, text } of LEGISLATION.contributions)
      if (text !== undefined) expect(text.link, code).toMatch(/^https:/);
  });

  test("no text is published before the day that it bears", () => {
    for (const { name, steps } of TABLES)
      for (const { text } of steps)
        if (text.of !== null && text.published !== null) expect(text.published >= text.of, name).toBe(true);
  });

  test("none covers less than the last year, and all begin on the first day", () => {
    const years = TABLES.filter(({ name }) => !CLOSED.includes(name)).map(({ checkedUntil }) => checkedUntil);
    const last = years.toSorted().at(-1) ?? "";

    expect(last.slice(4)).toBe("-12-31");
    for (const table of TABLES) {
      expect(stepOn(table, FIRST_DAY).from <= FIRST_DAY, table.name).toBe(true);
      if (!CLOSED.includes(table.name)) expect(table.checkedUntil, table.name).toBe(last);
    }
  });

  test("the steps of each go up", () => {
    for (const { name, steps } of TABLES)
      expect(steps.map(({ from }) => from).toSorted(), name).toEqual(steps.map(({ from }) => from));
  });

  test("the recipe that adds a year names every one of them", () => {
    const page = readFileSync(new URL("../../CONTRIBUTING.md", import.meta.url), "utf8");
    const recipe = page.slice(page.indexOf("## Add a year"), page.indexOf("## Change the contract"));
    const named = (name: string) => recipe.includes(`\`${name}\``) || recipe.includes(`\`${name.split(".")[0]}\``);

    expect(
      lawTables(LEGISLATION)
        .filter(({ name }) => !named(name))
        .map(({ name }) => name),
    ).toEqual([]);
  });
});

describe("the schema of a file of law", () => {
  const schema = lawSchema(openTables(LEGISLATION));
  const isValid = new Ajv2020({ strict: false }).compile(schema);

  test("is the one that is published", async () => {
    const published = fileURLToPath(new URL("../../templates/law.schema.json", import.meta.url));

    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(published);
  });

  test("takes a whole year, and refuses what porte law check refuses", () => {
    expect(isValid(LAW_2027), JSON.stringify(isValid.errors)).toBe(true);
    expect(isValid({ ...LAW_2027, tables: { pms: { checkedUntil: "2027-12-31" } } })).toBe(false);
    expect(isValid({ ...LAW_2027, tables: { csa: { steps: [{ from: "2027-01-01", value: 1e9 }] } } })).toBe(false);
    expect(isValid({ ...LAW_2027, schema: 2 })).toBe(false);
  });
});

/** The rates that a share is taken of are one table each, whatever the contributions that read them. */
test("contributions read the same table where the law has one", () => {
  const rates = contributionRates(LEGISLATION);

  expect(new Set(rates.map(({ name }) => name)).size).toBe(rates.length);
});
