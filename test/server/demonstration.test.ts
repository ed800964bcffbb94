import { afterAll, beforeAll, expect, test } from "vitest";
import { signIn } from "../../src/server/auth/password.ts";
import { type InProcess, openInProcess } from "../parts/in-process.ts";

let company: InProcess;
beforeAll(async () => {
  company = await openInProcess();
});
afterAll(() => company.close());

test("everybody of the demonstration signs in with the password that it shows, and with no other", async () => {
  const { operator, staff, portes } = company.access;
  const people = [operator, ...staff, ...portes];
  const known = new Set(people.map(({ password }) => password));

  expect(known.size).toBe(5);
  for (const [index, { email, password }] of people.entries()) {
    expect(await signIn(company.db, email, password), email).not.toBeNull();
    const another = people[(index + 1) % people.length]?.password ?? "";
    expect(await signIn(company.db, email, another), email).toBeNull();
  }
});
