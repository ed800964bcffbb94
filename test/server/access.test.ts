import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { accessRules } from "../../src/server/http/access.ts";
import type { Contract } from "../../src/server/http/contract.ts";

const contract = () => parse(readFileSync(new URL("../../dist/openapi.yaml", import.meta.url), "utf8")) as Contract;

/** The contract with another word of who may call an operation. */
function saying(path: string, method: string, security: unknown): Contract {
  const changed = contract();
  Object.assign(changed.paths[path]?.[method] ?? {}, { security });
  return changed;
}

test("who may call what is read from the contract", () => {
  const rules = accessRules(contract());

  expect(rules.get("getService")).toEqual({ scopes: [], roles: null });
  expect(rules.get("listExpenses")).toEqual({ scopes: ["read"], roles: null });
  expect(rules.get("submitExpense")).toEqual({ scopes: ["expenses"], roles: null });
  expect(rules.get("runPayroll")).toEqual({ scopes: ["operator"], roles: ["payroll", "administrator"] });
});

test("an operation that does not say who may call it, or needs what no scope opens, refuses to start", () => {
  expect(() => accessRules(saying("/me", "get", undefined))).toThrow("does not say who may call getMe");
  expect(() => accessRules(saying("/expenses", "post", [{ bearer: ["expense:write"] }]))).toThrow(
    "no scope of the contract opens submitExpense",
  );
  expect(() => accessRules(saying("/expenses", "post", [{ bearer: [] }]))).toThrow("opens submitExpense");
  expect(() => accessRules(saying("/expenses", "post", [{}]))).toThrow("opens submitExpense");
});
