import { expect, test } from "vitest";
import { LEGISLATION } from "../../../src/payroll/legislation.ts";
import { unmet } from "./example.ts";
import { PUBLISHED } from "./examples.ts";
import { WORKED } from "./portage.ts";

for (const example of PUBLISHED)
  test(`${example.publisher} publishes it: ${example.title}`, () => {
    expect(unmet(example, LEGISLATION)).toEqual([]);
  });

for (const example of WORKED)
  test(`${example.publisher} gives it: ${example.title}`, () => {
    expect(unmet(example, LEGISLATION)).toEqual([]);
  });

test("each named divergence changes a published figure, and names why", () => {
  for (const { errs, expected, title } of PUBLISHED) {
    if (errs === null) continue;
    expect(errs.why, title).not.toBe("");
    for (const [name, ours] of Object.entries(errs.ours)) expect(expected[name], `${title}, ${name}`).not.toBe(ours);
  }
});

test("at least twenty-five published examples are computed", () => {
  const erring = PUBLISHED.filter(({ errs }) => errs !== null).length;
  const agreeing = PUBLISHED.filter(({ errs, within }) => errs === null && within === undefined).length;
  const near = PUBLISHED.length - erring - agreeing;
  console.log(
    `published: ${PUBLISHED.length} examples, ${agreeing} agree to the cent, ${near} within the publisher's own rounding, ${erring} named divergences`,
  );

  expect(PUBLISHED.length).toBeGreaterThanOrEqual(25);
  expect(new Set(PUBLISHED.map(({ title }) => title)).size).toBe(PUBLISHED.length);
});
