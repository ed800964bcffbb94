import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { fileToWrite } from "../../src/flows/tidy-file.ts";

const folder = mkdtempSync(join(tmpdir(), "porte-tidy-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ofPerson = (name: string) => ({ reader: { me: async () => ({ name }) } }) as Parameters<typeof fileToWrite>[0];
const expenses = { month: "2026-11", word: "frais", end: "pdf" } as const;
const named = (name: string, file: string | true = true) => fileToWrite(ofPerson(name), file, expenses, folder);

test.each([
  ["Jeanne Martin", "frais-2026-11-jeanne-martin.pdf"],
  ["Hélène d'Œuf-Dubois", "frais-2026-11-helene-d-oeuf-dubois.pdf"],
  ["../../etc/passwd", "frais-2026-11-etc-passwd.pdf"],
  ["山田", "frais-2026-11.pdf"],
])("a file of %s has a name that says what it is", async (name, file) => {
  expect(await named(name)).toBe(join(folder, file));
});

test("a file that is there is not written over, unless it was named", async () => {
  writeFileSync(join(folder, "frais-2026-11-anne.pdf"), "");
  expect(await named("Anne")).toBe(join(folder, "frais-2026-11-anne-2.pdf"));
  writeFileSync(join(folder, "frais-2026-11-anne-2.pdf"), "");
  expect(await named("Anne")).toBe(join(folder, "frais-2026-11-anne-3.pdf"));
  expect(await named("Anne", "frais-2026-11-anne.pdf")).toBe(join(folder, "frais-2026-11-anne.pdf"));
});
