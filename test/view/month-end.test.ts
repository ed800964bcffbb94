import { expect, test } from "vitest";
import { monthEndJson } from "../../src/view/month-end.ts";

test("a script reads who is waited for by the name of today, and by that of before", () => {
  const step = { step: "declare", state: "waiting", since: "2026-11-25T08:00:00.000Z" } as const;
  const end = { month: "2026-11", transferDate: null, restStatement: null };
  const steps = (["me", "client", "company", "machine", null] as const).map((waitingOn) => ({ ...step, waitingOn }));

  expect(monthEndJson({ ...end, steps })).toEqual({
    ...end,
    steps: ["you", "client", "company", "machine", null].map((ball, index) => ({ ...steps[index], ball })),
  });
});
