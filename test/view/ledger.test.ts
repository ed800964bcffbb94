import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { components } from "../../src/contract/types.ts";
import { catalogueOf } from "../../src/i18n/catalogue.ts";
import { PURSE_ACCOUNTS } from "../../src/portage/ledger.ts";
import { accountJson } from "../../src/view/account.ts";
import { ledgerText } from "../../src/view/answer/ledger.ts";
import { histories } from "../parts/history.ts";

type Entry = components["schemas"]["AccountEntry"];

const say = await catalogueOf("fr");
const ACCOUNT = {
  month: "2026-12",
  balanceCents: 0,
  activityCents: 0,
  reserveCents: 0,
  totals: [],
  businessContributionCents: 0,
};
const wholeOf = (entries: readonly Entry[]) =>
  accountJson({ say }, { account: ACCOUNT, entries, causes: null, isWhole: true });

/** The histories of a seed; the same for both programs, so that each runs once for all of them. */
const HISTORIES = fc.sample(histories, { seed: 19, numRuns: 5 });
const there = (program: string) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
const isThere = { hledger: there("hledger"), beancount: there("bean-check") };

/** What each purse holds, by our own sums. */
const expected = (entries: readonly Entry[]) =>
  Object.entries(PURSE_ACCOUNTS).map(([fund, account]) => [
    account,
    entries.filter((one) => one.fund === fund).reduce((total, { amountCents }) => total + amountCents, 0),
  ]);

describe("a ledger of two years", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "porte ledger "));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const files = (ledger: "hledger" | "beancount") =>
    HISTORIES.map((entries, index) => {
      const file = join(folder, `${index}.${ledger}`);
      writeFileSync(file, ledgerText(ledger, wholeOf(entries)));
      return file;
    });

  test("the programs are there where every check runs", () => {
    expect(process.env.CI === undefined || (isThere.hledger && isThere.beancount)).toBe(true);
  });

  test.skipIf(!isThere.hledger)(
    "is taken by hledger, whose balances are ours to the cent (skipped without hledger)",
    () => {
      for (const [index, file] of files("hledger").entries()) {
        const csv = execFileSync(
          "hledger",
          ["-f", file, "--strict", "bal", "Assets", "-E", "-N", "--flat", "-O", "csv"],
          {
            encoding: "utf8",
          },
        );
        const found = [...csv.matchAll(/^"(Assets:[^"]+)","(-?[\d.]+)(?: EUR)?"/gm)].map(([, account, amount]) => [
          account,
          Math.round(Number(amount) * 100),
        ]);
        expect(new Map(found as [string, number][])).toEqual(
          new Map(expected(HISTORIES[index] ?? []) as [string, number][]),
        );
      }
    },
  );

  test.skipIf(!isThere.beancount)(
    "is taken by beancount, whose balances are ours to the cent (skipped without beancount)",
    () => {
      const script = [
        "import sys, json",
        "from beancount import loader",
        "from beancount.core import realization, inventory",
        "out = []",
        "for file in sys.argv[1:]:",
        "    entries, errors, options = loader.load_file(file)",
        "    real = realization.realize(entries)",
        "    sums = {}",
        "    for account in realization.iter_children(real):",
        "        if account.account.startswith('Assets:'):",
        "            units = account.balance.get_currency_units('EUR').number",
        "            sums[account.account] = int(units * 100)",
        "    out.append({'errors': [error.message for error in errors], 'sums': sums})",
        "print(json.dumps(out))",
      ].join("\n");
      const said = execFileSync("/usr/bin/python3", ["-c", script, ...files("beancount")], { encoding: "utf8" });
      const found: { errors: string[]; sums: Record<string, number> }[] = JSON.parse(said);
      for (const [index, { errors, sums }] of found.entries()) {
        expect(errors).toEqual([]);
        for (const [account, cents] of expected(HISTORIES[index] ?? []))
          expect([account, sums[account ?? ""]]).toEqual([account, cents]);
      }
    },
  );

  test("each month is asserted, and a month alone begins with what was held before it", () => {
    const [entries = []] = HISTORIES;
    const { month = "" } = entries[0] ?? {};
    const own = entries.filter((one) => one.month === month);
    const opening = { activityCents: 123, reserveCents: -5, provisionCents: 0 };
    const shown = { account: { ...ACCOUNT, month, opening }, entries: own, causes: null, isWhole: false };
    const text = ledgerText("hledger", accountJson({ say }, shown));

    expect(text).toMatch(
      /opening balances\n {4}Assets:Portage:Activity {2}1\.23 EUR\n {4}Assets:Portage:Reserve {2}-0\.05 EUR\n {4}Equity:Portage:Opening {2}-1\.18 EUR/,
    );
    const { opening: _unknown, ...older } = shown.account;
    expect(ledgerText("hledger", accountJson({ say }, { ...shown, account: older }))).not.toContain(" = ");
  });

  test("what a client is called ends no line and opens no string", () => {
    const entry: Entry = {
      ...{ id: "e", day: "2026-11-03", month: "2026-11", kind: "client-payment", fund: "activity", amountCents: 100 },
      ...{ label: '* (x) "a"\\\n2026-01-01 ; b | c', recordedAt: "2026-11-03T00:00:00Z", recordedBy: "x" },
    };
    expect(ledgerText("beancount", wholeOf([entry]))).toContain(`* "* (x) 'a'/ 2026-01-01 ; b | c"`);
    expect(ledgerText("hledger", wholeOf([entry]))).toContain(
      `2026-11-03 x) "a"\\ 2026-01-01 , b / c  ; month: 2026-11`,
    );
  });
});
