import { expect, test } from "vitest";
import { withContractSections, withKernelSections } from "../../src/domain/line-section.ts";
import { SECTIONS } from "../../src/payroll/contribution.ts";

const slip = <Section extends string>(...sections: readonly Section[]) => ({
  id: "one",
  lines: sections.map((section) => ({ code: "line", section })),
});

test("a section is one word of the contract and one of the kernel, there and back", () => {
  const kept = slip(...SECTIONS);
  const shown = withContractSections(kept);

  expect(shown.lines.map(({ section }) => section).filter((word) => !/^[a-z]+(-[a-z]+)*$/.test(word))).toEqual([]);
  expect(shown.lines[1]?.section).toBe("work-accident");
  expect(withKernelSections(shown)).toEqual(kept);
});

test("a company of an earlier contract names it as the kernel does, and a later one may have another", () => {
  const shown = slip("workAccident", "pets");

  expect(withKernelSections(shown)).toEqual(shown);
});
