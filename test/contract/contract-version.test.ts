import { Headers } from "node-fetch";
import { expect, test } from "vitest";
import { newerContract } from "../../src/client/contract-version.ts";
import { CONTRACT_VERSION } from "../../src/contract/answers.ts";

const [major = 0, minor = 0] = CONTRACT_VERSION.split(".").map(Number);

test.each([
  [`${major}.${minor + 1}.0`, true],
  [`${major + 1}.0.0`, true],
  [`${major}.${minor + 10}.3`, true],
  [CONTRACT_VERSION, false],
  [`${major}.${minor}.99`, false],
  [`${major - 1}.99.0`, false],
  ["", false],
  ["soon", false],
  ["2", false],
  [`${"9".repeat(400)}.0.0`, false],
  ["2.0.0[31m", false],
])("a company that says that it keeps %j is later than this program: %s", (said, isLater) => {
  expect(newerContract(new Headers({ "portage-contract": said }))).toBe(isLater ? said : null);
});

test("a company that says nothing is not", () => {
  expect(newerContract(new Headers())).toBeNull();
});
