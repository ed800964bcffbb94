import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type OperationId, requestOf } from "../../src/client/call.ts";
import { OPERATIONS } from "../../src/contract/operations.ts";

test("an operation is asked by what the contract says of it: each part of its path, its query and its headers", () => {
  const key = "0123456789abcdef";
  const body = { decision: "approve" } as const;

  expect(requestOf("getMe")).toEqual({ method: "GET", path: "/me", headers: {} });
  expect(requestOf("getPayslip", { params: { month: "2026-11" }, query: { payslipId: "a&b" } })).toEqual({
    method: "GET",
    path: "/payslips/2026-11?payslipId=a%26b",
    headers: {},
  });
  expect(
    requestOf("decideExpense", { params: { expenseId: "a/b?" }, body, ifMatch: '"7"', idempotencyKey: key }),
  ).toEqual({
    method: "POST",
    path: "/operator/expenses/a%2Fb%3F/decision",
    json: body,
    headers: { "if-match": '"7"' },
    idempotencyKey: key,
  });
});

test("what the contract does not know, or lacks, does not compile", () => {
  // @ts-expect-error no such operation
  const misspelt = () => requestOf("getMee");
  // @ts-expect-error a part of the path is missing
  const pathless = () => requestOf("getPayslip");
  // @ts-expect-error a write without its key
  const keyless = () => requestOf("answerExpense", { params: { expenseId: "1" }, body: { answer: "yes" } });
  const said = { params: { reportId: "1" }, body: { decision: "approve" }, idempotencyKey: "k" } as const;
  // @ts-expect-error a decision on what was not seen
  const unseen = () => requestOf("decideReport", said);
  const reply = { params: { expenseId: "1" }, body: { reply: "yes" }, idempotencyKey: "k" };
  // @ts-expect-error a word that the body does not take
  const misworded = () => requestOf("answerExpense", reply);
  expect([misspelt, pathless, keyless, unseen, misworded]).toHaveLength(5);
});

test("every operation of the contract can be asked, by its method and path", () => {
  const { paths } = parse(readFileSync(new URL("../../dist/openapi.yaml", import.meta.url), "utf8")) as {
    paths: Record<string, Record<string, { operationId?: OperationId }>>;
  };
  const written = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, { operationId }]) =>
      operationId === undefined ? [] : [[operationId, method.toUpperCase(), path]],
    ),
  );
  expect(written.toSorted()).toEqual(
    Object.entries(OPERATIONS)
      .map(([id, [method, path]]) => [id, method, path])
      .toSorted(),
  );
});
