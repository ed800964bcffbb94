import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KINDS, problemsOf } from "../../src/domain/activity.ts";
import { act, daysOfGrid, type GridAction, type MonthGrid, openGrid } from "../../src/domain/month-grid.ts";

const TERMS = {
  month: "2026-11",
  alsaceMoselle: false,
  countsHours: false,
  missions: [
    { reference: "ACME", start: "2026-10-01", end: "2026-11-20", projectCodes: [] },
    { reference: "NORD", start: "2026-11-16", end: null, projectCodes: [] },
    { reference: "OLD", start: "2025-01-01", end: "2026-09-30", projectCodes: [] },
  ],
};
const play = (actions: readonly GridAction[], grid: MonthGrid = openGrid(TERMS, [])) => actions.reduce(act, grid);
const at = (grid: MonthGrid, day: string) =>
  (grid.cells[`2026-11-${day}`] ?? []).map(({ kind, mission, amount }) => `${mission ?? kind} ${amount}`).join("+");

describe("a month filled by hand", () => {
  test("opens on its first working day, and fills its working days with the mission, its holiday apart", () => {
    const grid = play([{ type: "fill" }]);

    expect(grid.cursor).toBe("2026-11-02");
    expect(at(grid, "02")).toBe("ACME 1");
    expect(at(grid, "11")).toBe("holiday 1");
    expect(at(grid, "07")).toBe("");
    expect(at(grid, "23")).toBe("");
    expect(at(play([{ type: "next-mission" }, { type: "fill" }]), "23")).toBe("NORD 1");
  });

  test("a letter sets, a slash halves, another letter takes the other half, and space goes to the next kind", () => {
    const half = play([{ type: "set", kind: "mission" }, { type: "half" }, { type: "set", kind: "training" }]);

    expect(at(half, "02")).toBe("ACME 0.5+training 0.5");
    expect(at(play([{ type: "cycle" }]), "02")).toBe("ACME 1");
    expect(at(play([{ type: "cycle" }, { type: "cycle" }, { type: "cycle" }]), "02")).toBe("prospecting 1");
    /** Every kind but the public holiday, which this Monday is not; then nothing. */
    expect(at(play(Array.from({ length: KINDS.length }, () => ({ type: "cycle" }) as const)), "02")).toBe("");
  });

  test("a selection sets its working days, and a rest day only when it is named alone", () => {
    const week = play([
      { type: "extend", days: 7 },
      { type: "set", kind: "paid-leave" },
    ]);
    const sunday = play([
      { type: "move", days: 6 },
      { type: "set", kind: "training" },
    ]);

    expect(Object.values(week.cells).flat()).toHaveLength(6);
    expect(at(week, "07")).toBe("");
    expect(at(sunday, "08")).toBe("training 1");
  });

  test("the hand stays in the month, and a mission within its dates", () => {
    expect(play([{ type: "move", days: -7 }]).cursor).toBe("2026-11-02");
    expect(
      at(
        play([
          { type: "move", days: 21 },
          { type: "set", kind: "mission" },
        ]),
        "23",
      ),
    ).toBe("");
  });

  test("every change can be undone, to the start; whatever is done can be sent", () => {
    const kinds = fc.constantFrom(...KINDS).map((kind): GridAction => ({ type: "set", kind }));
    const moves = fc
      .integer({ min: -9, max: 9 })
      .chain((days) => fc.constantFrom<GridAction>({ type: "move", days }, { type: "extend", days }));
    const plain = fc.constantFrom<GridAction>(
      { type: "cycle" },
      { type: "half" },
      { type: "clear" },
      { type: "fill" },
      { type: "next-mission" },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(kinds, moves, plain), { maxLength: 60 }), (actions) => {
        const grid = play(actions);
        const rules = {
          missions: TERMS.missions,
          alsaceMoselle: false,
          workingTime: "days" as const,
          restDaysConfirmed: true,
        };
        expect(problemsOf("2026-11", daysOfGrid(grid), rules)).toEqual([]);

        const back = play(
          grid.past.map(() => ({ type: "undo" })),
          grid,
        );
        expect(daysOfGrid(back)).toEqual([]);
      }),
    );
  });
});
