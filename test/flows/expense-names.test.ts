import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findNamed, noteShown } from "../../src/flows/expenses/named.ts";
import { ruleNamed } from "../../src/flows/expenses/refusals.ts";
import { EXPENSES } from "../view/shown-expenses.ts";

let home: string;
let owner: Parameters<typeof findNamed>[0];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "porte-names-"));
  owner = { folder: home };
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Six that a company has made within one second, as version 7 of a UUID. */
const OF_ONE_RUN = ["3f9a", "3f9b", "c0de", "beef", "1234", "5678"].map((own, index) => ({
  ...EXPENSES[0],
  id: `01a21c04-2090-7abc-8def-${own}0000000${index}`,
  date: `2026-11-0${index + 1}`,
  amountCents: 1_000 * (index + 1),
})) as readonly (typeof EXPENSES)[number][];
const [first, second] = OF_ONE_RUN;

const found = (typed: string) => findNamed(owner, OF_ONE_RUN, typed);

describe("an expense is named", () => {
  test("by the few letters that its list shows, and by a beginning of its whole identifier", async () => {
    expect(await found("3f9b")).toBe(second);
    expect(await found(second?.id.slice(0, 28) ?? "")).toBe(second);
    expect(await found("c")).toBe(OF_ONE_RUN[2]);
  });

  test("by four digits, which are an identifier and no line", async () => {
    expect(await found("1234")).toBe(OF_ONE_RUN[4]);
  });

  test("by nothing that is not listed", async () => {
    expect(await found("dead")).toBe(undefined);
  });

  test("by what several begin with: they are told, each with its day and amount", async () => {
    const failure = await found("3f9").catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({
      code: "input.which",
      facts: {
        value: "3f9",
        candidates: [
          { id: "3f9a", day: "2026-11-01", amount: "10.00", name: null },
          { id: "3f9b", day: "2026-11-02", amount: "20.00", name: null },
        ],
      },
    });
  });
});

test("a refusal that warns is named by a few letters, or by none that is known", () => {
  const rules = OF_ONE_RUN.map(({ id }) => ({
    ...{ id, category: "telecom", isOperating: true, reason: "no", since: "2026-11-01" },
  })) as Parameters<typeof ruleNamed>[0];
  expect(ruleNamed(rules, "c0de")).toBe(rules[2]);
  expect(() => ruleNamed(rules, "3f9")).toThrow(expect.objectContaining({ code: "input.which" }));
  expect(() => ruleNamed(rules, "dead")).toThrow(expect.objectContaining({ code: "input.not_listed" }));
});

describe("the number of a line", () => {
  test("names what was read there when the list was shown, whatever has come since", async () => {
    expect(await found("1")).toBe(undefined);
    await noteShown(owner, [...OF_ONE_RUN].slice(1).reverse());
    expect(await found("1")).toBe(second);
    expect(await found("5")).toBe(OF_ONE_RUN[5]);
    expect(await found("6")).toBe(undefined);
  });

  test("counts the latest month first, each by its days, as the list does", async () => {
    await noteShown(owner, [{ ...first, id: "earlier-00000000", date: "2026-10-31" } as never, ...OF_ONE_RUN]);
    expect(await found("1")).toBe(first);
    expect(await found("7")).toBe(undefined);
  });
});
