import { describe, expect, test } from "vitest";
import type { Dated } from "../../src/domain/dated.ts";
import { stepOn } from "../../src/domain/dated.ts";
import { readLaw } from "../../src/domain/law/file.ts";
import { topOf } from "../../src/domain/law/place.ts";
import { readValue, writeValue } from "../../src/domain/law/value.ts";
import { isFailure, type PorteError } from "../../src/errors.ts";
import { addLaw, readLaws } from "../../src/payroll/law-rows.ts";
import { checkedUntil, contributionRates, LEGISLATION, openTables } from "../../src/payroll/legislation.ts";
import { CHANGED_2027, LAW_2027 } from "../parts/law-2027.ts";

const TABLES = openTables(LEGISLATION);
const FIXED = LEGISLATION.domain.restDuties.map(({ name }) => name);
const read = (text: string) => readLaw(text, "2027.json", { tables: TABLES, fixed: FIXED });
const written = (value: object) => read(JSON.stringify(value));

const TEXT = { title: "Arrêté", published: "2026-12-21", link: "https://example.org/" };
const step = (value: unknown, from = "2027-01-01") => ({ from, value, text: TEXT });
const file = (tables: object, rest: object = {}) => ({ schema: 1, name: "2027", ...rest, tables });
const ofTable = (name: string, ...steps: unknown[]) => file({ [name]: { steps } });

/** What is wrong with a text: where in the JSON, and what was expected there. */
function fault(work: () => unknown): { at: string; expected: string; known: readonly string[] } {
  try {
    work();
  } catch (failure) {
    if (isFailure(failure, "law.file")) {
      const { at, expected, known } = (failure as PorteError<"law.file">).facts;
      return { at, expected, known };
    }
    throw failure;
  }
  throw new Error("the file was accepted");
}

describe("a file of law", () => {
  test("adds rows to tables of any kind, in euros and percent, and names itself", () => {
    const { law } = readLaws([{ file: "2027.json", text: JSON.stringify(LAW_2027) }]);

    expect(law.added).toEqual(["2027"]);
    expect(stepOn(law.pmss, "2027-01-01").value).toBe(500_000);
    expect(stepOn(law.pmss, "2026-12-31").value).toBe(400_500);
    expect(stepOn(law.neutralRate.metropole, "2027-02-05").value).toEqual([
      { belowCents: 200_000, ratePpm: 0 },
      { belowCents: Number.POSITIVE_INFINITY, ratePpm: 100_000 },
    ]);
    expect(
      contributionRates(law)
        .find(({ name }) => name === "csa")
        ?.steps.at(-1),
    ).toMatchObject({ value: 4_000 });
    expect(checkedUntil(law)).toEqual({ month: "2027-12-31", payDate: "2027-12-31" });
    expect(stepOn(LEGISLATION.pmss, "2027-01-01").value).toBe(400_500);
  });

  test("contributions that share a table go on sharing it", () => {
    const { law } = readLaws([{ file: "2027.json", text: JSON.stringify(LAW_2027) }]);

    expect(contributionRates(law)).toHaveLength(contributionRates(LEGISLATION).length);
  });

  test("every value of every table is written and read back as it is", () => {
    for (const { name, unit, steps } of TABLES)
      for (const { value } of steps) {
        const json: unknown = JSON.parse(JSON.stringify(writeValue(unit, value)));
        const known = name.endsWith(".limit") ? steps[0]?.value : value;
        expect(readValue({ unit, known }, json, topOf(name)), name).toEqual(value);
      }
  });

  test("values of every shape are read: words, nothing where there is no limit, two fields of one name", () => {
    const unit = {
      items: {
        fields: { kind: "word", mostPower: "count", mostCents: "cents", mostPpm: "ppm", perKmMills: "mills" },
      },
    } as const;
    const value = [
      { kind: "car", mostPower: 3, mostCents: 732, mostPpm: 600_000, perKmMills: 529 },
      { kind: "moped", mostPower: null, mostCents: 10_050, mostPpm: 5, perKmMills: 1_000 },
    ];
    const written = [
      { kind: "car", mostPower: 3, mostEuros: 7.32, mostPercent: 60, perKm: 0.529 },
      { kind: "moped", mostPower: null, mostEuros: 100.5, mostPercent: 0.0005, perKm: 1 },
    ];

    expect(writeValue(unit, value)).toEqual(written);
    expect(readValue({ unit, known: value }, written, topOf("x"))).toEqual(value);
    expect(fault(() => readValue({ unit, known: value }, [{ ...written[0], kind: "Car!" }], topOf("x")))).toMatchObject(
      {
        at: "[0].kind",
        expected: "word",
      },
    );
  });

  test("a table that does not change is extended by its day alone, or named among those that somebody checked", () => {
    const named = { until: "2027-12-31", checkedBy: "Odile Martin", tables: ["csa"] };
    const { law } = addLaw(LEGISLATION, {
      file: "f",
      text: JSON.stringify(file({ smic: { checkedUntil: "2027-06-30" } }, { unchanged: named })),
    });

    expect(law.smicHourly.checkedUntil).toBe("2027-06-30");
    expect(contributionRates(law).find(({ name }) => name === "csa")?.checkedUntil).toBe("2027-12-31");
    expect(law.pmss.checkedUntil).toBe("2026-12-31");
  });

  test("with a byte-order mark, CRLF, a name in any letters and a $schema, is read", () => {
    const text = JSON.stringify(
      { $schema: "law.schema.json", ...ofTable("pmss", step(4075.5)), name: "année-2027" },
      null,
      2,
    );

    expect(read(`\uFEFF${text.replaceAll("\n", "\r\n")}`)).toMatchObject({ name: "année-2027" });
    expect(read(text.replace("année", "anne\u0301e")).name).toBe("année-2027");
  });

  test("a draft says with null that it has neither a day of publication nor an address yet", () => {
    const draft = { from: "2027-01-01", value: 4075, text: { title: "Projet", published: null, link: null } };

    expect(written(ofTable("pmss", draft)).tables.get("pmss")?.steps[0]?.text).toEqual({
      title: "Projet",
      of: null,
      published: null,
      link: null,
    });
  });

  test("whose name is taken is refused; two files in turn each find the rows of the one before", () => {
    const first = { file: "a", text: JSON.stringify(ofTable("pmss", step(4075))) };
    const again = { file: "b", text: JSON.stringify({ ...ofTable("pmss", step(4100, "2028-01-01")), name: "2028" }) };

    expect(fault(() => readLaws([first, first]))).toMatchObject({ at: "name", expected: "name-free" });
    expect(fault(() => readLaws([first, { ...first, text: first.text.replace('"2027"', '"again"') }]))).toMatchObject({
      at: "tables.pmss.steps[0].from",
      expected: "after",
    });
    expect(fault(() => readLaws([first, { ...again, text: again.text.replace('"2028"', '"2027"') }]))).toMatchObject({
      at: "name",
      expected: "name-free",
    });
    expect(
      readLaws([first, again])
        .law.pmss.steps.slice(-2)
        .map(({ value }) => value),
    ).toEqual([407_500, 410_000]);
  });
});

describe("a file of law that is wrong says where and what is expected", () => {
  const bands = (...items: unknown[]) => ofTable("neutralRate.metropole", step(items));
  const reduction = { least: 2, slopeFrom50: 38, slopeUnder50: 37, endsAtSmics: 3, divisor: 2, power: 1.75 };
  const cases: [string, string | object, string, string][] = [
    ["no JSON", "pmss: 4075", "", "json"],
    ["an empty file", "", "", "json"],
    ["half a file", '{"schema":1,', "", "json"],
    ["a list", "[]", "", "object"],
    ["null", "null", "", "object"],
    ["another schema", { schema: 2, name: "x", tables: {} }, "schema", "schema"],
    ["no name", { schema: 1, tables: {} }, "name", "name"],
    ["a name that leaves its folder", { schema: 1, name: "../x", tables: {} }, "name", "name"],
    ["a name of control characters", { schema: 1, name: "x\u001b[2J", tables: {} }, "name", "name"],
    ["nothing in it", file({}), "", "some"],
    ["an unknown field", file({ pmss: { checkedUntil: "2027-12-31" } }, { year: 2027 }), "year", "field"],
    ["an unknown table", ofTable("pms", step(4075)), "tables.pms", "table"],
    ["a table that only a release changes", ofTable("dailyRest", step(12)), "tables.dailyRest", "fixed"],
    ["a table named as no table is", ofTable("constructor", step(1)), "tables.constructor", "table"],
    [
      "a prototype",
      '{"schema":1,"name":"x","tables":{"__proto__":{"checkedUntil":"2027-12-31"}}}',
      "tables.__proto__",
      "table",
    ],
    ["a prototype at the top", '{"schema":1,"name":"x","__proto__":{}}', "__proto__", "field"],
    [
      "a key twice",
      '{"schema":1,"name":"x","tables":{"pmss":{"checkedUntil":"2027-12-31","checkedUntil":"2028-12-31"}}}',
      "tables.pmss.checkedUntil",
      "repeated",
    ],
    ["a key twice, once escaped", '{"schema":1,"name":"x","n\\u0061me":"y"}', "name", "repeated"],
    [
      "a table in both places",
      file(
        { csa: { checkedUntil: "2027-12-31" } },
        { unchanged: { until: "2027-12-31", checkedBy: "x", tables: ["csa"] } },
      ),
      "unchanged.tables[0]",
      "repeated",
    ],
    [
      "nobody who checked",
      file({}, { unchanged: { until: "2027-12-31", tables: ["csa"] } }),
      "unchanged.checkedBy",
      "text",
    ],
    [
      "an unknown table that is unchanged",
      file({}, { unchanged: { until: "2027-12-31", checkedBy: "x", tables: [7] } }),
      "unchanged.tables[0]",
      "table",
    ],
    [
      "a day checked that goes back",
      file({ pmss: { checkedUntil: "2026-06-30" } }),
      "tables.pmss.checkedUntil",
      "not-before",
    ],
    ["a table with nothing", file({ pmss: {} }), "tables.pmss", "missing"],
    ["steps that are none", file({ pmss: { steps: {} } }), "tables.pmss.steps", "list"],
    ["a step that is none", ofTable("pmss", null), "tables.pmss.steps[0]", "object"],
    ["a day that does not exist", ofTable("pmss", step(4075, "2027-02-30")), "tables.pmss.steps[0].from", "day"],
    ["a day of another calendar", ofTable("pmss", step(4075, "1/1/2027")), "tables.pmss.steps[0].from", "day"],
    ["a step on a day of the release", ofTable("pmss", step(4075, "2026-01-01")), "tables.pmss.steps[0].from", "after"],
    ["steps that go back", ofTable("pmss", step(4075), step(4080)), "tables.pmss.steps[1].from", "after"],
    ["no value", ofTable("pmss", { from: "2027-01-01", text: TEXT }), "tables.pmss.steps[0]", "missing"],
    ["a value of null", ofTable("pmss", step(null)), "tables.pmss.steps[0].value", "euros"],
    ["euros in a text", ofTable("pmss", step("4075")), "tables.pmss.steps[0].value", "euros"],
    ["thousandths of a euro", ofTable("pmss", step(40.755)), "tables.pmss.steps[0].value", "euros"],
    ["a negative amount", ofTable("pmss", step(-1)), "tables.pmss.steps[0].value", "euros"],
    ["a rate of a billion", ofTable("csa", step(1e9)), "tables.csa.steps[0].value", "percent"],
    ["a rate of an exponent", ofTable("csa", step(1e-7)), "tables.csa.steps[0].value", "percent"],
    [
      "a number past all",
      '{"schema":1,"name":"x","tables":{"csa":{"steps":[{"from":"2027-01-01","value":1e999,"text":{}}]}}}',
      "tables.csa.steps[0].value",
      "percent",
    ],
    [
      "a field too many",
      ofTable("generalReduction", step({ ...reduction, more: 1 })),
      "tables.generalReduction.steps[0].value.more",
      "field",
    ],
    [
      "a field that lacks",
      ofTable("generalReduction", step({ least: 2 })),
      "tables.generalReduction.steps[0].value",
      "missing",
    ],
    [
      "a divisor of zero",
      ofTable("generalReduction", step({ ...reduction, divisor: 0 })),
      "tables.generalReduction.steps[0].value.divisor",
      "positive",
    ],
    [
      "a day before the SMIC that is known",
      ofTable("health.limit", step({ frozen: 2, frozenOn: "2020-01-01", current: 0 })),
      "tables.health.limit.steps[0].value.frozenOn",
      "not-before",
    ],
    [
      "bands that are none",
      ofTable("neutralRate.metropole", step({})),
      "tables.neutralRate.metropole.steps[0].value",
      "list",
    ],
    ["no band", bands(), "tables.neutralRate.metropole.steps[0].value", "items"],
    [
      "a last band with a limit",
      bands({ below: 1000, rate: 0 }),
      "tables.neutralRate.metropole.steps[0].value[0].below",
      "last-without-limit",
    ],
    [
      "a first band without",
      bands({ below: null, rate: 0 }, { below: null, rate: 1 }),
      "tables.neutralRate.metropole.steps[0].value[0].below",
      "euros",
    ],
    [
      "bands that go down",
      bands({ below: 2000, rate: 0 }, { below: 1000, rate: 1 }, { below: null, rate: 2 }),
      "tables.neutralRate.metropole.steps[0].value[1].below",
      "rising",
    ],
    ["no text", ofTable("pmss", { from: "2027-01-01", value: 4075 }), "tables.pmss.steps[0].text", "object"],
    [
      "a title of control characters",
      ofTable("pmss", { ...step(4075), text: { ...TEXT, title: "a\u001b[2Jb" } }),
      "tables.pmss.steps[0].text.title",
      "text",
    ],
    [
      "no day of publication",
      ofTable("pmss", { ...step(4075), text: { title: "x", link: null } }),
      "tables.pmss.steps[0].text",
      "missing",
    ],
    [
      "a link that is none",
      ofTable("pmss", { ...step(4075), text: { ...TEXT, link: "javascript:alert(1)" } }),
      "tables.pmss.steps[0].text.link",
      "link",
    ],
    [
      "more levels than a file has",
      `{"schema":1,"name":"x","tables":${"[".repeat(2_000)}${"]".repeat(2_000)}}`,
      "tables",
      "depth",
    ],
    ["a huge text", `"${"x".repeat(1_100_000)}"`, "", "size"],
  ];
  test.each(cases)("%s", (_name, content, at, expected) => {
    const found = fault(() => (typeof content === "string" ? read(content) : written(content)));

    if (expected === "depth") expect(found.at.startsWith(at)).toBe(true);
    else expect(found.at).toBe(at);
    expect(found.expected).toBe(expected);
  });

  test("an unknown table is put beside those that look like it", () => {
    expect(fault(() => written(ofTable("oldAgeCaped.employer", step(9)))).known[0]).toBe("oldAgeCapped.employer");
    expect(fault(() => written(ofTable("xyzzy", step(9)))).known).toEqual([]);
  });

  test("nothing of zero is negative", () => {
    const rows = read(
      '{"schema":1,"name":"x","tables":{"csa":{"steps":[{"from":"2027-01-01","value":-0,"text":{"title":"x","published":null,"link":null}}]}}}',
    );

    expect(Object.is(rows.tables.get("csa")?.steps[0]?.value, 0)).toBe(true);
  });
});

test("the made-up year changes what it says and nothing else", () => {
  const { law } = readLaws([{ file: "2027.json", text: JSON.stringify(LAW_2027) }]);
  const changed = openTables(law)
    .filter((one: Dated<unknown>, index) => one.steps.length !== TABLES[index]?.steps.length)
    .map(({ name }) => name);

  expect(changed.toSorted()).toEqual(Object.keys(CHANGED_2027).toSorted());
});
