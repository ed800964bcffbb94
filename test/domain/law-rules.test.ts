import { describe, expect, test } from "vitest";
import { plainEntry } from "../../src/domain/activity.ts";
import { exemptionOf } from "../../src/domain/expense-limits.ts";
import { DOMAIN_LAW, type DomainLaw, domainTables } from "../../src/domain/law-tables.ts";
import { mealVoucher } from "../../src/domain/meal-voucher.ts";
import { scaleOf, tripWorth, type VehicleFacts } from "../../src/domain/mileage.ts";
import { judge } from "../../src/domain/preflight.ts";
import { assertVat, parseVat } from "../../src/domain/vat.ts";
import { workedTime } from "../../src/domain/working-time.ts";
import { PorteError } from "../../src/errors.ts";
import { addLaw } from "../../src/payroll/law-rows.ts";
import { LEGISLATION } from "../../src/payroll/legislation.ts";
import { vouchersOf } from "../../src/portage/meal-vouchers.ts";
import { RULES_2027, SCALE_2027 } from "../parts/law-2027.ts";

const added = (file: object): DomainLaw =>
  addLaw(LEGISLATION, { file: "rules.json", text: JSON.stringify(file) }).law.domain;
const LAW = added(RULES_2027);
const car: VehicleFacts = { kind: "car", power: 5, electric: false };
const kinds: VehicleFacts[] = [
  car,
  { kind: "car", power: 3, electric: true },
  { kind: "motorcycle", power: 2, electric: false },
  { kind: "moped", power: 1, electric: false },
];

describe("rows of a file for 2027", () => {
  test("say what trips of 2027 are worth: a euro a kilometre up to 5 000, then half of it and 1 000 €", () => {
    expect(tripWorth(car, 100_000, 0, "2027-01-01", LAW)).toBe(10_000);
    expect(tripWorth(car, 1_000_000, 4_500_000, "2027-12-31", LAW)).toBe(500 * 100 + 250 * 100 - 1_500 * 100);
    expect(tripWorth({ ...car, power: 4, electric: true }, 100_000, 0, "2027-06-01", LAW)).toBe(9_000);
  });

  test("change no trip of 2026", () => {
    for (const vehicle of kinds)
      for (const metres of [1_000, 7_300_000, 40_000_000])
        for (const day of ["2024-01-01", "2026-12-31"])
          expect(tripWorth(vehicle, metres, 1_000, day, LAW)).toBe(tripWorth(vehicle, metres, 1_000, day, DOMAIN_LAW));
  });

  test("limit meals, nights and telework of 2027, and none of 2026", () => {
    const facts = { department: null, missionStart: null };
    const most = (category: "restaurant" | "meal-away" | "lodging" | "telework", date: string, law = LAW) => {
      const limit = exemptionOf({ category, date, ...facts }, law);
      return [limit?.mostCents, limit?.isEstimate];
    };
    expect(most("restaurant", "2027-01-01")).toEqual([2_500, false]);
    expect(most("meal-away", "2027-01-01")).toEqual([1_200, false]);
    expect(most("lodging", "2027-01-01")).toEqual([6_000, false]);
    expect(most("telework", "2027-01-01")).toEqual([300, false]);
    expect(most("restaurant", "2028-01-01")).toEqual([2_500, true]);
    expect(most("restaurant", "2027-01-01", DOMAIN_LAW)).toEqual([2_140, true]);
    for (const category of ["restaurant", "meal-away", "lodging", "telework"] as const)
      expect(exemptionOf({ category, date: "2026-12-31", ...facts }, LAW)).toEqual(
        exemptionOf({ category, date: "2026-12-31", ...facts }, DOMAIN_LAW),
      );
  });

  test("take the note of a law that nobody has checked off a judgement of 2027", () => {
    const trip = { vehicle: car, metres: 10_000, from: null, to: null };
    const drive = {
      date: "2027-03-01",
      category: "mileage" as const,
      amountCents: 1_000,
      vat: [],
      mission: null,
      note: null,
      units: 1,
      department: null,
      trip,
      lacksReceipt: false,
      receiptHash: null,
      isTried: false,
    };
    const notes = (law: DomainLaw, date = drive.date) =>
      judge([{ ...drive, date }], {
        held: [],
        missions: [],
        cap: null,
        basisCents: {},
        refusals: [],
        contractStart: null,
        law,
      }).map(({ isEstimate, notes: said }) => [isEstimate, said.map(({ code }) => code)]);

    expect(notes(DOMAIN_LAW)).toEqual([[true, ["trip-from-home", "law-unchecked"]]]);
    expect(notes(LAW)).toEqual([[false, ["trip-from-home"]]]);
    expect(notes(LAW, "2028-01-01")).toEqual([[true, ["trip-from-home", "law-unchecked"]]]);
  });

  test("limit the hours of a day", () => {
    const report = (date: string) => [{ date, entries: [{ ...plainEntry("prospecting", 1), hours: 9.5 }] }];
    const codes = (date: string) =>
      workedTime("hours", date.slice(0, 7), report(date), LAW).warnings.map(({ code, most, isEstimate }) => [
        code,
        most,
        isEstimate,
      ]);

    expect(codes("2027-01-05")).toEqual([["day-hours", 9, false]]);
    expect(codes("2026-12-08")).toEqual([]);
  });

  test("exempt meal vouchers, those of a payslip too", () => {
    const given = { valueCents: 1_600, employerShareCents: 800, count: 1 };
    const taxable = (day: string) => mealVoucher({ ...given, day }, LAW).taxableEmployerCents;

    expect([taxable("2026-12-31"), taxable("2027-01-01")]).toEqual([68, 0]);
    expect(vouchersOf(given, 10, "2027-01", LAW)?.employerCents).toBe(8_000);
    expect(vouchersOf(given, 10, "2026-12", LAW)?.employerCents).toBe(7_320);
  });

  test("leave every other table as it was", () => {
    const before = domainTables(DOMAIN_LAW);
    const changed = domainTables(LAW).filter((table, index) => table.steps.length !== before[index]?.steps.length);

    expect(changed.map(({ name }) => name).toSorted()).toEqual(Object.keys(RULES_2027.tables).toSorted());
    expect(LAW.restDuties).toBe(DOMAIN_LAW.restDuties);
  });
});

const text = { title: "Loi inventée", published: null, link: null };
const of = (name: string, value: unknown) => ({
  schema: 1,
  name: "x",
  tables: { [name]: { steps: [{ from: "2027-01-01", value, text }] } },
});

test("a rate of the tax that begins is read, and the one before it is in use no more", () => {
  const law = added(of("vatReduced", 6));

  expect(parseVat("6=3 5,5=2", law)).toEqual([
    { ratePpm: 60_000, vatCents: 300 },
    { ratePpm: 55_000, vatCents: 200 },
  ]);
  const tax = (ratePpm: number) => [{ ratePpm, vatCents: 100 }];
  expect(() => assertVat(tax(60_000), 10_000, "2027-01-01", law)).not.toThrow();
  expect(() => assertVat(tax(55_000), 10_000, "2027-01-01", law)).toThrow(PorteError);
  expect(() => assertVat(tax(60_000), 10_000, "2026-12-31", law)).toThrow(PorteError);

  const raised = added(of("vatNormal", 25));
  const fifth = [{ ratePpm: 250_000, vatCents: 2_000 }];
  expect(() => assertVat(fifth, 10_000, "2027-01-01", raised)).not.toThrow();
  expect(() => assertVat([{ ratePpm: null, vatCents: 2_000 }], 10_000, "2026-12-31", raised)).toThrow(PorteError);
});

test("shares of a long stay hold in whatever order a file writes them", () => {
  const share = (fromMonth: number, part: number) => ({ fromMonth, share: part });
  const law = added(of("longStays", [share(1, 1), share(4, 0.5)]));
  const stay = { category: "restaurant", department: null, missionStart: "2026-11-02" } as const;

  expect(exemptionOf({ ...stay, date: "2027-01-05" }, law)?.mostCents).toBe(2_140);
  expect(exemptionOf({ ...stay, date: "2027-03-05" }, law)?.mostCents).toBe(1_070);
});

test("a vehicle that the scale of a day does not name is refused", () => {
  const { rows } = SCALE_2027;
  const law = added(of("mileageScale", { ...SCALE_2027, rows: rows.filter(({ kind }) => kind !== "moped") }));

  expect(() => scaleOf({ kind: "moped", power: 1, electric: false }, "2027-01-01", law)).toThrow(PorteError);
  expect(scaleOf({ kind: "moped", power: 1, electric: false }, "2026-12-31", law).kind).toBe("moped");
});

describe("a scale that no trip could be worked out by is refused, with its place", () => {
  const band = (upTo: number | null) => ({ upTo, perKm: 0.5, plusEuros: 0 });
  const scale = (bands: object[], kind = "car") =>
    of("mileageScale", { rows: [{ kind, leastPower: 1, mostPower: null, bands }], electric: 1 });
  const AT = "tables.mileageScale.steps[0].value.rows[0]";
  const cases: [string, object, string, string][] = [
    ["a last band with a limit", scale([band(5_000), band(20_000)]), `${AT}.bands[1].upTo`, "last-without-limit"],
    ["a band before it without one", scale([band(null), band(null)]), `${AT}.bands[1].upTo`, "rising"],
    ["limits that go down", scale([band(5_000), band(4_000), band(null)]), `${AT}.bands[1].upTo`, "rising"],
    ["no band", scale([]), `${AT}.bands`, "items"],
    ["a kind that is unknown", scale([band(null)], "bicycle"), `${AT}.kind`, "one-of"],
    ["words of rest", of("dailyRest", 12), "tables.dailyRest", "fixed"],
  ];
  test.each(cases)("%s", (_name, file, at, expected) => {
    expect(() => added(file)).toThrow(
      expect.objectContaining({ code: "law.file", facts: expect.objectContaining({ at, expected }) }),
    );
  });
});
