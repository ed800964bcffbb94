import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { components } from "../../src/contract/types.ts";
import { MOVEMENT_KINDS, type MovementKind } from "../../src/domain/local/filed.ts";
import { asEntries } from "../../src/flows/local/own-account.ts";
import { catalogueOf } from "../../src/i18n/catalogue.ts";
import { PURSE_ACCOUNTS } from "../../src/portage/ledger.ts";
import { ownEntries } from "../../src/portage/own-account.ts";
import { NO_PROVISIONS } from "../../src/portage/waterfall.ts";
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

const noted = (kind: MovementKind, amountCents: number) =>
  ({
    ...{ id: kind, month: "2026-10", day: "2026-10-31", kind, amountCents },
    ...{ label: `noted "${kind}"`, source: "typed" as const },
  }) as const;
const PAY = {
  ...{ day: null, employerCents: 250_000, employeeCents: 120_000, withholdingCents: 30_000, netPaidCents: 400_000 },
  ...{ reserveCents: 40_000, kept: NO_PROVISIONS, released: NO_PROVISIONS },
};
/** An account without a company: what is worked out of a month, and every kind of money that may be noted. */
const OWN = asEntries(
  ownEntries({
    declared: [{ month: "2026-11", turnoverCents: 1_000_000 }],
    termsOf: () => ({
      fee: { feePpm: 70_000, feeCapCents: null, feeBase: "turnover" },
      charges: [{ name: "RC", amountCents: 1_234 }],
    }),
    pays: [{ ...PAY, month: "2026-11" }],
    expenses: [{ id: "e1", month: "2026-11", cents: 5_050 }],
    movements: MOVEMENT_KINDS.map((kind, index) => noted(kind, kind === "payment" ? 900_000 : -1_000 * (index + 1))),
  }) ?? [],
);

/** The histories of a seed; the same for both programs, so that each runs once for all of them. */
const HISTORIES = [...fc.sample(histories, { seed: 19, numRuns: 5 }), OWN];
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
