import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { exitCodeOf, failures, statusOf } from "../../src/errors/failures.ts";
import { type Rows, row } from "../../src/errors/row.ts";
import { type FailureCode, isFailure, isRefusal, PorteError } from "../../src/errors.ts";
import { catalogueOf } from "../../src/i18n/catalogue.ts";

const codes = Object.keys(failures) as FailureCode[];

/** The sources that may throw, without their comments. */
function sources(): string {
  const root = fileURLToPath(new URL("../../src", import.meta.url));
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/^(errors|contract)[/.]/.test(file))
    .map((file) => readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ""))
    .join("\n");
}

describe("failures", () => {
  test("are each thrown somewhere", () => {
    const thrown = new Set(
      [...sources().matchAll(/PorteError\(\s*[^,]*?"([a-z]+\.[a-z_-]+)"/g)].map(([, code]) => code),
    );

    expect(codes.filter((code) => !thrown.has(code))).toEqual([]);
    expect(codes.length).toBeGreaterThan(150);
  });

  test("have their words in both languages", async () => {
    for (const lang of ["fr", "en"] as const)
      expect(Object.keys((await catalogueOf(lang)).failures).sort()).toEqual([...codes].sort());
  });

  test("end with what their row says, and an answer with 422 where it names no status", () => {
    const conflict = new PorteError("activity.conflict", { month: "2026-11", version: 2, days: [] });
    const forbidden = new PorteError("auth.forbidden", { scope: "declare" });

    expect([exitCodeOf(conflict), statusOf(conflict)]).toEqual([5, 422]);
    expect([exitCodeOf(forbidden), statusOf(forbidden)]).toEqual([5, 403]);
  });

  test("are known by their code, and their facts with it", () => {
    const busy: unknown = new PorteError("server.busy", { url: "https://portage.example", retryAfter: 5 });

    expect(isFailure(busy, "server.fault", "server.busy") && busy.facts.url).toBe("https://portage.example");
    expect(isFailure(busy, "server.busy") && busy.facts.retryAfter).toBe(5);
    expect(isFailure(busy, "server.fault")).toBe(false);
    expect(isFailure(new Error("server.busy"), "server.busy")).toBe(false);
  });

  test("are a company's refusal for the reason that it gave", () => {
    const problem = { code: "company.not_found", facts: { kind: "report", what: "2026-11" } } as const;
    const refused = new PorteError("company.refused", { detail: "", problem });

    expect(isRefusal(refused, "company.not_found")).toBe(true);
    expect(isRefusal(refused, "company.precondition")).toBe(false);
    expect(isRefusal(new PorteError("company.not_found", problem.facts), "company.not_found")).toBe(false);
  });

  test("of an unknown area, or with other facts, do not compile", () => {
    const misspelt = {
      // @ts-expect-error: there is no such area
      "acitivity.empty": row({ exit: 2 }),
    } satisfies Rows<"activity">;
    // @ts-expect-error: no area begins so
    const area: Rows<"acitivity"> = misspelt;
    // @ts-expect-error: it needs its month
    const empty = new PorteError("activity.empty", {});

    expect(Object.keys(area)).toEqual(["acitivity.empty"]);
    expect(empty.code).toBe("activity.empty");
  });
});
