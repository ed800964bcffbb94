import { expect, test } from "vitest";
import { newHome } from "../parts/programs.ts";

const home = newHome();
const simulate = (...words: string[]) => home.porte("simulate", "--tjm", "550", ...words);

test("a month without its year is read back, on stderr alone; with --json it is there as 2026-10", async () => {
  const said = await simulate("--month", "octobre");
  const json = await simulate("--month", "octobre", "--json");

  expect(said).toMatchObject({ code: 0, stderr: expect.stringContaining("October 2026.") });
  expect(json).toMatchObject({ code: 0, stderr: "" });
  expect(JSON.parse(json.stdout).input.date).toBe("2026-10");
});

test("a month with its year is not, and what has several meanings is refused with them", async () => {
  expect((await simulate("--month", "octobre 2026")).stderr).not.toContain("October 2026.");
  const refused = await simulate("--pay-date", "5/1");

  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(/Write Mon 5 Jan 2026 or Tue 5 Jan 2027\./);
});
