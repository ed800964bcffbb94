import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ExpenseFacts } from "../../src/domain/expense.ts";
import { readBank } from "../../src/flows/expenses/bank.ts";
import { ExpenseDrafts } from "../../src/store/expense-drafts.ts";
import { openBank } from "../parts/bank.ts";

const HEADER = "dateOp;dateVal;label;category;amount;comment;accountbalance";
const NOW = new Date("2026-11-25T16:40:00.000Z");

let folder = "";
let drafts: ExpenseDrafts;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "porte-known-"));
  drafts = new ExpenseDrafts(join(folder, "default"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const row = (day: string, label: string, amount: string, balance: string) =>
  [`2026-11-${day}`, `2026-11-${day}`, label, "Voyages", amount, "", balance].join(";");

/** Reads a file and keeps all of its payments; gives what was new, known here, and accepted by the company before. */
async function takenFrom(lines: readonly string[]): Promise<{ added: number; here: number; accepted: number }> {
  const file = join(folder, "statement.csv");
  writeFileSync(file, `${lines.join("\n")}\n`);
  const { payments } = await readBank(await openBank(file), "day-first", { isChosen: () => true, most: 99 });
  const kept = await drafts.add(
    payments.map((line) => {
      const { date, amountCents, label } = line;
      return {
        facts: facts({ date, amountCents, note: label }),
        receipt: null,
        source: line.source(),
        before: line.before(),
      };
    }),
    NOW,
  );
  const added = kept.filter(({ isNew }) => isNew).length;
  return { added, here: kept.length - added, accepted: payments.length - kept.length };
}

const taken = (rows: readonly string[]) => takenFrom([HEADER, ...rows]);

const facts = (said: Pick<ExpenseFacts, "date" | "amountCents" | "note">): ExpenseFacts => ({
  ...said,
  category: "transport",
  vat: [],
  mission: null,
  merchant: null,
  units: 1,
  department: null,
  trip: null,
});

/** Writes a draft as porte did when a line's name was made of all of its cells, its balance with them. */
function keptBefore(written: string, place: number, change: Partial<ExpenseFacts> = {}): void {
  const cells = written.split(";");
  const source = createHash("sha256")
    .update(`bank ${place} ${cells.join("\u001f")}`)
    .digest("hex");
  const amountCents = -Math.round(Number((cells[4] ?? "").replace(",", ".")) * 100);
  const said = { ...facts({ date: cells[0] ?? "", amountCents, note: cells[2] ?? "" }), ...change };
  const draft = {
    schema: 3,
    id: randomUUID(),
    ...said,
    receipt: null,
    source,
    key: randomUUID(),
    isTried: false,
    savedAt: NOW,
  };
  mkdirSync(join(folder, "default", "expenses"), { recursive: true });
  writeFileSync(join(folder, "default", "expenses", `${draft.id}.json`), JSON.stringify(draft));
}

describe("a line that was taken before", () => {
  test("is not taken again with another balance; a second payment of that day is", async () => {
    const coffee = (balance: string) => row("03", "CAFE", "-2,10", balance);
    expect(await taken([coffee("100")])).toEqual({ added: 1, here: 0, accepted: 0 });
    expect(await taken([coffee("80")])).toEqual({ added: 0, here: 1, accepted: 0 });
    expect(await taken([coffee("80"), coffee("80")])).toEqual({ added: 1, here: 1, accepted: 0 });
    expect(await taken([coffee("60"), coffee("60")])).toEqual({ added: 0, here: 2, accepted: 0 });
  });

  test("is not taken again once the company has accepted it; what is removed here may come back", async () => {
    const rows = (balance: string) => [row("03", "HOTEL", "-64,50", balance), row("04", "CAFE", "-2,10", balance)];
    await taken(rows("100"));
    const [hotel, coffee] = (await drafts.list()).toSorted((a, b) => a.date.localeCompare(b.date));
    if (hotel === undefined || coffee === undefined) throw new Error("two are kept");
    drafts.accept(hotel);
    drafts.remove(coffee);
    expect(await drafts.list()).toEqual([]);
    expect(await taken(rows("80"))).toEqual({ added: 1, here: 0, accepted: 1 });
    expect(await taken(rows("60"))).toEqual({ added: 0, here: 1, accepted: 1 });
  });

  test("by an earlier porte is known by its name then, though it was changed since", async () => {
    const hotel = row("03", "HOTEL", "-64,50", "100");
    keptBefore(hotel, 1, { amountCents: 6000, note: "Hôtel, sans le petit déjeuner" });
    expect(await taken([hotel])).toEqual({ added: 0, here: 1, accepted: 0 });
  });

  test("by an earlier porte is known in another export by its day, its amount and its words, each as often as it was kept", async () => {
    const coffee = (balance: string) => row("03", "CAFE  DE LA GARE", "-2,10", balance);
    keptBefore(coffee("100").replace("  ", " "), 1);
    keptBefore(coffee("100").replace("  ", " "), 2);
    const three = ["70", "70", "70"].map(coffee);
    expect(await taken(three)).toEqual({ added: 1, here: 2, accepted: 0 });
    expect(await taken(three)).toEqual({ added: 0, here: 3, accepted: 0 });
    for (const draft of await drafts.list()) drafts.accept(draft);
    expect(await taken(three)).toEqual({ added: 0, here: 0, accepted: 3 });
  });

  test("is known in a later export that has a column more, which says more of it", async () => {
    const lines = (extra: boolean) => [
      `Date;${extra ? "Détail de l'écriture;" : ""}Libellé;Montant`,
      `03/11/2026;${extra ? "CARTE 02/11 HOTEL;" : ""}CARTE X0000;-64,50`,
      `03/11/2026;${extra ? "CARTE 02/11 GARE;" : ""}CARTE X0000;-64,50`,
    ];
    expect(await takenFrom(lines(false))).toEqual({ added: 2, here: 0, accepted: 0 });
    expect(await takenFrom(lines(true))).toEqual({ added: 0, here: 2, accepted: 0 });
  });
});
