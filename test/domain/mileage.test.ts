import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DOMAIN_LAW } from "../../src/domain/law-tables.ts";
import {
  MILEAGE_SCALE,
  parseKilometres,
  tripWorth as tripBy,
  type VehicleFacts,
  yearWorth as yearBy,
} from "../../src/domain/mileage.ts";
import { PorteError } from "../../src/errors.ts";

const DAY = "2026-11-20";
const tripWorth = (vehicle: VehicleFacts, metres: number, beforeMetres: number, day: string) =>
  tripBy(vehicle, metres, beforeMetres, day, DOMAIN_LAW);
const yearWorth = (vehicle: VehicleFacts, metres: number, day: string) => yearBy(vehicle, metres, day, DOMAIN_LAW);
const car = (power: number, electric = false): VehicleFacts => ({ kind: "car", power, electric });
const bike = (power: number): VehicleFacts => ({ kind: "motorcycle", power, electric: false });
const moped: VehicleFacts = { kind: "moped", power: 1, electric: false };

describe("the mileage scale", () => {
  /** Each line of the published tables, typed a second time: at its first kilometre, at both thresholds, and just past them. */
  test.each<[string, VehicleFacts, [number, number][]]>([
    [
      "3 CV",
      car(3),
      [
        [1, 53],
        [5_000, 264_500],
        [5_001, 264_532],
        [20_000, 738_500],
        [20_001, 740_037],
      ],
    ],
    ["1 CV as 3 CV", car(1), [[1_000, 52_900]]],
    [
      "4 CV",
      car(4),
      [
        [1, 61],
        [5_000, 303_000],
        [5_001, 303_034],
        [20_000, 813_000],
        [20_001, 814_041],
      ],
    ],
    [
      "5 CV",
      car(5),
      [
        [1, 64],
        [5_000, 318_000],
        [5_001, 318_036],
        [20_000, 853_500],
        [20_001, 854_043],
      ],
    ],
    [
      "6 CV",
      car(6),
      [
        [1, 67],
        [5_000, 332_500],
        [5_001, 332_737],
        [20_000, 893_700],
        [20_001, 894_045],
      ],
    ],
    [
      "7 CV",
      car(7),
      [
        [1, 70],
        [5_000, 348_500],
        [5_001, 348_539],
        [20_000, 939_500],
        [20_001, 940_047],
      ],
    ],
    ["12 CV as 7 CV", car(12), [[1_000, 69_700]]],
    [
      "motorcycle 2 CV",
      bike(2),
      [
        [1, 40],
        [3_000, 118_500],
        [3_001, 118_810],
        [6_000, 148_500],
        [6_001, 148_825],
      ],
    ],
    [
      "motorcycle 5 CV",
      bike(5),
      [
        [1, 47],
        [3_000, 140_400],
        [3_001, 140_408],
        [6_000, 165_000],
        [6_001, 165_028],
      ],
    ],
    [
      "motorcycle 6 CV",
      bike(6),
      [
        [1, 61],
        [3_000, 181_800],
        [3_001, 182_008],
        [6_000, 205_700],
        [6_001, 205_834],
      ],
    ],
    [
      "moped",
      moped,
      [
        [1, 32],
        [3_000, 94_500],
        [3_001, 94_808],
        [6_000, 118_500],
        [6_001, 118_820],
      ],
    ],
    [
      "5 CV electric",
      car(5, true),
      [
        [1, 76],
        [5_000, 381_600],
        [20_000, 1_024_200],
        [20_001, 1_024_851],
      ],
    ],
  ])("%s", (_name, vehicle, cases) => {
    for (const [km, cents] of cases) expect([km, yearWorth(vehicle, km * 1000, DAY)]).toEqual([km, cents]);
  });

  test("a trip over a threshold is worth what it adds to the year", () => {
    expect(tripWorth(car(4), 200_000, 4_900_000, DAY)).toBe(
      yearWorth(car(4), 5_100_000, DAY) - yearWorth(car(4), 4_900_000, DAY),
    );
    expect(tripWorth(car(4), 200_000, 4_900_000, DAY)).toBe(6_060 + 3_400);
  });

  test("the order of a year's trips never changes what they add up to", () => {
    const vehicles = fc.constantFrom(
      ...MILEAGE_SCALE.steps
        .flatMap(({ value }) => value.rows)
        .map(({ kind, leastPower: power }) => ({ kind, power, electric: false })),
    );
    const trips = fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(vehicles, trips, fc.boolean(), fc.integer(), (vehicle, tenths, electric, seed) => {
        const total = (list: readonly number[]) =>
          list.reduce(
            ({ before, cents }, trip) => ({
              before: before + trip * 100,
              cents: cents + tripWorth({ ...vehicle, electric }, trip * 100, before, DAY),
            }),
            { before: 0, cents: 0 },
          ).cents;
        const other = tenths.toSorted((a, b) => ((a * seed) % 7) - ((b * seed) % 7));
        expect(total(other)).toBe(total(tenths));
        expect(total(tenths)).toBe(yearWorth({ ...vehicle, electric }, tenths.reduce((a, b) => a + b) * 100, DAY));
      }),
    );
  });

  test.each(["0", "0,0", "-3", "12,45", "a", "", "1e3", "300000"])("%j is no distance", (text) => {
    expect(() => parseKilometres(text)).toThrow(PorteError);
  });

  test.each([
    ["12", 12_000],
    ["12,4 km", 12_400],
    ["1 240.5", 1_240_500],
  ])("%j is one", (text, metres) => {
    expect(parseKilometres(text)).toBe(metres);
  });

  test.each([0, -1, 4.5, 100])("no vehicle has %d horsepower, and none had this scale before 2023", (power) => {
    expect(() => yearWorth(car(power), 1_000, DAY)).toThrow(PorteError);
    expect(() => yearWorth(car(4), 1_000, "2022-12-31")).toThrow(PorteError);
  });
});
