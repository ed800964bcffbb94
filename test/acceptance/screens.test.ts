// slow: 60 s
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import {
  answerOf,
  type Home,
  newHome,
  type Outcome,
  RECEIPT,
  startCompany,
  type TestCompany,
} from "../parts/programs.ts";
import { steadied } from "../parts/steadied.ts";
import { openShell, type Shell } from "../parts/terminal.ts";

/** The main screens, at the four widths of a terminal, in both languages: what a person reads, as it stands there. */
const SCREENS = [
  "status",
  "month 2026-11 --no-input",
  "declare show 2026-11",
  "declare 2026-12 --all mission=ACME --leave 24 --half 7 --dry-run",
  "declare list",
  "missions list",
  "expenses list",
  "account 2026-11",
  "payslips get 2026-11",
  "simulate --tjm 550 --expenses 120 --margins",
  "simulate --gross 4500 --explain",
];
const WIDTHS = [60, 80, 100, 120] as const;
const tmux = inject("tmux");

let company: TestCompany;
let claire: Home;
let shell: Shell;
let ids: readonly string[] = [];

/** A command that succeeds; what it said is shown where it does not. */
const done = async (outcome: Promise<Outcome>) => {
  const { code, stderr } = await outcome;
  expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
};

async function liveMonth(): Promise<void> {
  const declared = ["declare", "2026-11", "--partial", "--yes"];
  await done(claire.porte(...declared, "--all", "mission=ACME", "--half", "6"));
  await done(claire.porte(...declared, "--all", "mission=ACME", "--leave", "6"));
  const bistro = [
    "--amount",
    "45,00",
    "--category",
    "restaurant",
    "--date",
    "2026-11-17",
    "--note",
    "BISTROT DU PORT · 0042",
  ];
  await done(claire.porte("expenses", "add", RECEIPT, ...bistro));
  await done(claire.porte("expenses", "submit", "--yes"));
  const { items: expenses } = await answerOf(company.staff("expenses", "list", "--json"));
  for (const { expense } of expenses) await done(company.staff("expenses", "approve", expense.id));
  const { items: reports } = await answerOf(company.staff("reports", "list", "--json"));
  for (const { report } of reports) await done(company.staff("reports", "approve", report.id));
  const payment = ["--mission", "ACME", "--month", "2026-11", "--amount", "12350"];
  await done(company.staff("payments", "record", "--porte", company.claire.email, ...payment));
  await done(company.staff("payroll", "run", "2026-11"));
  const hotel = ["--amount", "112,40", "--category", "lodging", "--department", "06", "--date", "2026-11-18"];
  const photo = join(claire.folder, "hotel.pdf");
  writeFileSync(photo, spawnSync("cat", [RECEIPT]).stdout);
  await done(
    claire.porte(
      "expenses",
      "add",
      photo,
      ...hotel,
      "--note",
      "HÔTEL DE LA GARE ET DES VOYAGEURS",
      "--mission",
      "ACME",
    ),
  );
}

beforeAll(async () => {
  company = await startCompany("PGlite");
  claire = newHome({ url: company.url, token: company.claire.token });
  await liveMonth();
  const { expenses } = await answerOf(claire.porte("expenses", "list", "--json"));
  /** One that was sent is shown by the name that it had before. */
  ids = expenses.flatMap(({ id, draftId }: { id: string; draftId: string | null }) => [id, draftId ?? id]);
  shell = openShell(tmux, { env: claire.env, columns: 120, rows: 2_000 });
}, 120_000);
afterAll(async () => {
  shell.close();
  claire.remove();
  await company.stop();
});

describe.skipIf(tmux === "").each(["fr", "en"])("in %s,", (lang) => {
  test.each(WIDTHS)("every main screen stands on %i columns", async (width) => {
    const commands = SCREENS.map((words) => ["porte", ...words.split(" ")]);
    const shown = steadied(await shell.run(commands, { width, lang }), ids);

    await expect(shown).toMatchFileSnapshot(`screens/${lang}-${width}.txt`);
    expect(shown.split("\n").filter((line) => line.length > width)).toEqual([]);
    expect(shown).not.toMatch(/\p{L}…\p{L}|\d…|…\d/u);
  });

  test.each(WIDTHS)("the month that is filled stands on %i columns", async (width) => {
    const shown = await shell.draws(["porte", "declare", "2026-12"], { width, lang, until: /q ?: /, leave: "q" });

    await expect(shown).toMatchFileSnapshot(`screens/grid-${lang}-${width}.txt`);
  });
});
