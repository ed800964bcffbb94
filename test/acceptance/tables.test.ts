import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { answerOf, type Home, newHome, startCompany, type TestCompany } from "../parts/programs.ts";
import { openTerminal } from "../parts/terminal.ts";
import { workbookOf } from "../parts/workbook.ts";

const tmux = inject("tmux");
let company: TestCompany;
let claire: Home;

beforeAll(async () => {
  company = await startCompany("PGlite");
  claire = newHome({ url: company.url, token: company.claire.token });
  await claire.porte("expenses", "vehicle", "clio", "--power", "5");
});
afterAll(async () => {
  await company.stop();
  claire.remove();
});

const porte = (...words: string[]) => answerOf(claire.porte(...words, "--json"));
const file = (name: string, content: string | Uint8Array) => {
  const path = join(claire.folder, name);
  writeFileSync(path, content);
  return path;
};

test("a sheet in Windows-1252, a workbook and a tracker's file are declared, and drives and rates are read", async () => {
  const sheet = file(
    "s.csv",
    Buffer.from("date;type;mission;jours\n03/11/2026;mission;ACME;1\n04/11/2026;congés payés;;1\n", "latin1"),
  );
  const workbook = file(
    "s.xls",
    workbookOf({
      A: [
        ["Date", "Mission", "Jours"],
        [{ serial: 46329 }, "ACME", 0.5],
      ],
    }),
  );
  const day = (date: string) => ({ date, entries: [expect.objectContaining({ amount: 1 })] });

  expect(await porte("declare", "2026-11", "--csv", sheet, "--dry-run")).toMatchObject({
    days: [day("2026-11-03"), day("2026-11-04")],
  });
  expect(await porte("declare", "2026-11", "--from", workbook, "--dry-run")).toMatchObject({
    days: [{ date: "2026-11-03", entries: [{ mission: "ACME", amount: 0.5 }] }],
  });

  const trips = file(
    "t.csv",
    "Date;Km;Départ;Arrivée;Aller-retour\n03/11/2026;10;Lyon;Vienne;Aller-retour\n04/11/2026;106,5;Lyon;Grenoble;non\n",
  );
  const kept = await porte("expenses", "mileage", "--csv", trips);
  expect(kept).toMatchObject({
    added: 2,
    expenses: [{ amount: 12.72, trip: { kilometres: 20 } }, { trip: { kilometres: 106.5 } }],
  });
  expect(await porte("expenses", "mileage", "--csv", trips)).toMatchObject({ added: 0 });

  const rates = file("r.csv", "Date, USD, JPY, GBP, \n26 November 2026, 1.1534, 170.12, 0.8656, \n");
  expect(await porte("expenses", "rates", rates)).toMatchObject({
    rates: expect.arrayContaining([{ currency: "USD", first: "2026-11-26", last: "2026-11-26", days: 1 }]),
  });
});

test("a script is told how to say where the columns are, says it once, and the layout is found again", async () => {
  const odd = file("odd.csv", "Quand;Longueur;Pour qui\n02/11/2026;12,5;ACME\n");
  const refused = await claire.porte("expenses", "mileage", "--csv", odd);
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("porte expenses layouts add") });

  expect(
    await porte("expenses", "layouts", "add", "odd", odd, "--kind", "trips", "date=1", "km=Longueur", "mission=3"),
  ).toMatchObject({ name: "odd", columns: { date: 0, km: 1, mission: 2 } });
  expect(await porte("expenses", "mileage", "--csv", odd)).toMatchObject({
    added: 1,
    expenses: [{ mission: "ACME", trip: { kilometres: 12.5 } }],
  });
  expect(await porte("expenses", "layouts")).toMatchObject({ layouts: [{ name: "odd", kind: "trips" }] });
  expect(await porte("expenses", "layouts", "show", "odd")).toMatchObject({
    header: ["quand", "longueur", "pour qui"],
  });
  expect(await porte("expenses", "layouts", "remove", "odd")).toEqual({ name: "odd", removed: true });
  for (const words of [
    ["show", "odd"],
    ["remove", "odd"],
    ["add", "x", odd, "--kind", "trips", "date=9"],
    ["add", "x", odd, "--kind", "trips"],
  ])
    expect(await claire.porte("expenses", "layouts", ...words)).toMatchObject({ code: 2 });
  expect(await claire.porte("expenses", "mileage", "--csv", odd, "--layout", "none")).toMatchObject({ code: 2 });
});

test.skipIf(tmux === null)("somebody at a terminal is asked where the columns are, once", async () => {
  const odd = file("asked.csv", "Quand;Longueur\n03/11/2026;7,5\n");
  const terminal = openTerminal(tmux ?? "", ["expenses", "mileage", "--csv", odd], { env: claire.env, columns: 100 });
  try {
    expect(await terminal.shows(/Which column is "day"/)).toContain("1. Quand · 03/11/2026");
    terminal.type("Enter");
    await terminal.shows(/Which column is "kilometres"/);
    terminal.type("Down", "Enter");
    await terminal.shows(/Name of this layout: \(asked\)/);
    terminal.type("Enter");
    await terminal.shows(/ended with 0/);
  } finally {
    terminal.close();
  }
  expect(await porte("expenses", "layouts")).toMatchObject({
    layouts: [{ name: "asked", columns: { date: 0, km: 1 } }],
  });
  expect(await porte("expenses", "mileage", "--csv", odd)).toMatchObject({ added: 0 });
});
