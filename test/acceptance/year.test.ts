// slow: 25 s
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addMonths, daysOf, lastDay, weekday } from "../../src/domain/calendar.ts";
import { EXPENSE_CATEGORIES, PLAIN_FACTS } from "../../src/domain/expense.ts";
import { isRestDay } from "../../src/domain/holidays.ts";
import { sum } from "../../src/domain/money.ts";
import { deliverAll, keepTyped } from "../../src/flows/activity/outbox.ts";
import { keepExpenses } from "../../src/flows/expenses/drafts.ts";
import { verifyExport } from "../../src/flows/export/verify.ts";
import { markExpenses } from "../../src/flows/local/mark-expenses.ts";
import { markMonth } from "../../src/flows/local/mark-month.ts";
import { restoreProfile } from "../../src/flows/local/restore.ts";
import type { Session } from "../../src/flows/session.ts";
import { fileHash } from "../../src/store/file-hash.ts";
import type { AreaValues } from "../../src/store/records/areas.ts";
import { Records } from "../../src/store/records/records.ts";
import { OWN } from "../../src/store/records/told.ts";
import { localSession } from "../parts/local.ts";
import { openMailServer, type TestMailServer } from "../parts/mail-server.ts";
import { pdfWith } from "../parts/pdf.ts";
import {
  answerOf,
  describeOnOne,
  type Home,
  NOW,
  newHome,
  startCompanyAt,
  type TestCompany,
} from "../parts/programs.ts";

/** A year without a company that has an API, then with one that takes it over, then without one again. */
const MONTHS = Array.from({ length: 12 }, (_none, index) => addMonths("2025-11", index));
/** In the middle of the year another company, with another fee. */
const CHANGED = "2026-05";
const REFUSED = "2026-02";
/** The months that the built program declares; the others leave by the same steps in this process, to the same mail server. */
const TYPED = new Set([MONTHS[0], REFUSED, CHANGED, MONTHS.at(-1)]);
const EXPENSES = 40;
const PLAIN_CATEGORIES = EXPENSE_CATEGORIES.filter((one) => ["restaurant", "transport", "telecom"].includes(one));

describeOnOne("a whole year", {}, (database) => {
  const homes: Home[] = [];
  const machine = (...given: Parameters<typeof newHome>) => {
    const home = newHome(...given);
    homes.push(home);
    return home;
  };
  let mails: TestMailServer;
  let company: TestCompany;
  let home: Home;
  let folder: string;
  beforeAll(async () => {
    mails = await openMailServer();
    home = machine();
    folder = join(home.folder, "dossier");
  });
  afterAll(async () => {
    for (const { remove } of homes) remove();
    await company?.stop();
    await mails.stop();
  });

  /** What a command answers at an instant. */
  const at = (instant: string, ...words: string[]) =>
    answerOf(home.run([...words, "--json"], { env: { PORTE_NOW: instant } }));
  const filed = (of: Session) =>
    new Records(of.folder).latest("filed-reports", OWN).flatMap(({ value }) => value ?? []);
  const accountOf = (of: Session) => of.reader.account(MONTHS.at(-1) ?? "");

  const missionOf = (month: string) => (MONTHS.indexOf(month) % 2 === 0 ? "ACME" : "NORD");
  /** The home early in the month after. */
  const after = (month: string) => localSession(home, () => new Date(`${addMonths(month, 1)}-03T09:00:00.000Z`));
  const changeCompany = () => {
    const to = ["--deliver", "mail:cra@nord.example", "--via", "smtp"];
    const second = ["--company", "Nord Portage", "--fee", "5", "--fee-cap", "400", ...to];
    return at(`${CHANGED}-02T08:00:00.000Z`, "company", "set", ...second);
  };
  const declared = async (month: string, ...words: string[]) =>
    expect(await at(`${lastDay(month)}T16:00:00.000Z`, ...words)).toMatchObject({
      state: "submitted",
      delivery: { state: "delivered", to: month < CHANGED ? "cra@sud.example" : "cra@nord.example" },
    });
  const declaredHere = async (month: string) => {
    const session = await localSession(home, () => new Date(`${lastDay(month)}T16:00:00.000Z`));
    const entries = [{ kind: "mission" as const, mission: missionOf(month), projectCode: null, amount: 1 }];
    const worked = daysOf(month).filter((date) => weekday(date) < 6 && !isRestDay(date, false));
    const days = worked.map((date) => ({ date, entries }));
    await keepTyped(session, { month, days, restDaysConfirmed: false, restStatement: null }, "queued", null);
    expect((await deliverAll(session)).sent).toMatchObject([{ report: { state: "submitted" } }]);
  };
  const refusedOnce = async (month: string) => {
    const refused = { mark: "refused", file: undefined, reason: "le 27 est un congé", on: undefined } as const;
    await markMonth(await after(month), month, refused);
    await declared(
      month,
      "declare",
      month,
      "--all",
      `mission=${missionOf(month)}`,
      "--except",
      "27",
      "--partial",
      "--yes",
    );
  };

  const begin = async () => {
    const who = ["--name", "Claire Morel", "--email", "claire.morel@example.fr"];
    const first = ["--company", "Portage du Sud", "--fee", "7", "--contract", "cdi", "--category", "cadre"];
    const begun = "2025-11-03T08:00:00.000Z";
    await at(begun, "init", ...first, ...who, "--deliver", "mail:cra@sud.example", "--via", "smtp", "--yes");
    for (const [key, value] of [
      ["mail.host", "127.0.0.1"],
      ["mail.port", String(mails.port)],
      ["mail.security", "none"],
    ] as const)
      await at(begun, "config", "set", key, value);
    await at(begun, "missions", "add", "ACME", "--client", "Acme", "--tjm", "650", "--from", "2025-11-03");
    await at(begun, "missions", "add", "NORD", "--client", "Nord SA", "--tjm", "480,55", "--from", "2025-11-03");
  };

  test("is declared month by month, by mail; a month is refused and corrected, a company changes", async () => {
    await begin();
    for (const month of MONTHS) {
      if (month === CHANGED) await changeCompany();
      if (TYPED.has(month)) await declared(month, "declare", month, "--all", `mission=${missionOf(month)}`, "--yes");
      else await declaredHere(month);
      if (month === REFUSED) await refusedOnce(month);
      const file = join(home.folder, "signed.pdf");
      writeFileSync(file, pdfWith({ lines: [`Bon pour accord ${month}`] }));
      await markMonth(await after(month), month, { mark: "approved", file, reason: undefined, on: undefined });
    }
    expect(mails.taken).toHaveLength(13);
    const reports = filed(await localSession(home));
    expect(reports.map(({ state, version }) => [state, version])).toEqual(
      MONTHS.map((month) => ["approved", month === REFUSED ? 2 : 1]),
    );
  }, 60_000);

  test("has its expenses leave and paid back, its payslips filed, and an account that is rebuilt to the cent", async () => {
    const session = await localSession(home);
    const said = Array.from({ length: EXPENSES }, (_none, index) => {
      const file = join(home.folder, `receipt-${index}.pdf`);
      writeFileSync(file, pdfWith({ lines: [`Total ${index}`] }));
      const category = PLAIN_CATEGORIES[index % PLAIN_CATEGORIES.length] ?? "restaurant";
      const date = `${MONTHS[index % 12]}-${String(3 + Math.floor(index / 12)).padStart(2, "0")}`;
      const facts = { ...PLAIN_FACTS, category, date, amountCents: 1_005 + 37 * index, merchant: `Café n° ${index}` };
      return { facts, receipt: { file, mediaType: "application/pdf" }, source: null };
    });
    await keepExpenses(session, said);
    expect((await at(NOW, "expenses", "submit", "--yes")).sent).toHaveLength(EXPENSES);
    expect(mails.taken).toHaveLength(13 + 12);
    for (const month of MONTHS) await markExpenses(session, month, { mark: "paid" });

    const slips = join(home.folder, "slips");
    mkdirSync(slips);
    for (const [index, month] of MONTHS.entries()) {
      const [year, number] = month.split("-");
      const lines = [`Periode du 01/${number}/${year} au ${lastDay(month).slice(8)}/${number}/${year}`];
      const pay = [`Salaire brut  ${4_500 + index},00`, `Net paye  ${3_300 + index},${10 + index}`];
      writeFileSync(join(slips, `${month}.pdf`), pdfWith({ lines: [...lines, "Claire Morel", ...pay] }));
    }
    expect((await at(NOW, "payslips", "add", "--from", slips)).added).toHaveLength(12);

    expect(await at(NOW, "export", folder)).toMatchObject({ missing: [], offline: false });
    expect(await verifyExport(folder)).toMatchObject({ isWhole: true, faults: [] });
    expect((await at(NOW, "export", folder)).written).toBe(0);
    const { balanceCents } = await session.reader.account("2026-11");
    const rebuilt = execFileSync("node", ["tools/rebuild-account.mjs", folder], { encoding: "utf8" });
    expect(JSON.parse(rebuilt)).toMatchObject({ isEqual: true, manifestCents: balanceCents });

    const entries = await session.reader.allEntries();
    const of = (kind: string, month: string) =>
      sum(entries.filter((one) => one.kind === kind && one.month === month).map(({ amountCents }) => amountCents));
    const turnoverOf = (month: string) => filed(session).find((one) => one.month === month)?.turnoverCents ?? 0;
    /** The fee of each company, as it was agreed there, whoever the company is now. */
    for (const month of MONTHS) {
      const turnover = turnoverOf(month);
      const fee = month < CHANGED ? Math.round(turnover * 0.07) : Math.min(40_000, Math.round(turnover * 0.05));
      expect([month, of("management-fee", month)]).toEqual([month, -fee]);
    }
  }, 60_000);

  test("goes to another machine as it is", async () => {
    const other = machine();
    const [here, there] = [await localSession(home), await localSession(other)];
    const made = await restoreProfile(there, folder);
    expect(made).toMatchObject({ months: MONTHS, differing: [], faults: [], left: [] });
    expect(made.added).toMatchObject({ expenses: EXPENSES, "filed-payslips": 12, "filed-reports": 12, dossiers: 12 });
    expect(await accountOf(there)).toEqual(await accountOf(here));
    const again = await answerOf(other.porte("export", join(other.folder, "all"), "--json"));
    const { files } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    /** What a list says of where a file lies on its machine is that machine's. */
    const isOfMachine = ({ path }: { path: string }) => /^reports\.(jsonl|csv)$/.test(path);
    const hashes = (all: { path: string; sha256: string }[]) =>
      all.filter((one) => !isOfMachine(one)).map(({ path, sha256 }) => [path, sha256]);
    expect(hashes(again.files)).toEqual(hashes(files));
  }, 60_000);

  test("is taken over by a company, once, and comes back equal to the cent and the hash", async () => {
    company = await startCompanyAt(NOW, database);
    const taken = await answerOf(company.staff("people", "import", folder, "--json"));
    expect(taken).toMatchObject({ person: { email: "claire.morel@example.fr" }, known: [], refused: [], left: [] });
    expect(taken.added.map(({ month, company: lived }: { month: string; company: string }) => [month, lived])).toEqual(
      MONTHS.map((month) => [month, month < CHANGED ? "Portage du Sud" : "Nord Portage"]),
    );

    const { email } = taken.person;
    const contract = ["--kind", "cdi", "--category", "cadre", "--level", "senior", "--from", "2026-11-01"];
    await answerOf(company.staff("contracts", "add", "--porte", email, ...contract, "--json"));
    const { token } = await answerOf(
      company.staff("tokens", "add", "--email", email, "--name", "export", "--scopes", "read", "--json"),
    );
    const connected = machine({ url: company.url, token });
    const { reports } = await answerOf(connected.porte("declare", "list", "--json"));
    expect(reports.filter(({ state }: { state: string }) => state === "locked")).toHaveLength(12);
    const back = join(connected.folder, "back");
    expect(await answerOf(connected.porte("export", back, "--json"))).toMatchObject({ missing: [] });

    const again = machine();
    expect(await answerOf(again.porte("init", "--from", back, "--json"))).toMatchObject({
      months: MONTHS,
      differing: [],
      faults: [],
    });
    const [here, there] = [await localSession(home), await localSession(again)];
    expect(facts(there)).toEqual(facts(here));
    expect(papersOf(there)).toEqual(papersOf(here));
  }, 90_000);

  /** What was said of each month, to the cent. */
  function facts(of: Session) {
    const records = new Records(of.folder);
    const all = <Name extends "filed-payslips" | "expenses">(area: Name): AreaValues[Name][] =>
      records.latest(area, OWN).flatMap(({ value }) => value ?? []) as AreaValues[Name][];
    const sorted = <Item extends object>(items: readonly Item[]) => items.map((one) => JSON.stringify(one)).toSorted();
    return {
      reports: filed(of).map(({ documents: _documents, proof: _proof, delivery: _delivery, ...said }) => said),
      payslips: sorted(
        all("filed-payslips").map(({ month, netPaidCents, grossCents, transferDate, name }) => ({
          ...{ month, netPaidCents, grossCents, transferDate, name },
        })),
      ),
      expenses: sorted(
        all("expenses").map(
          ({ id, date, category, amountCents, vat, merchant, note, mission, state, payslipMonth }) => ({
            ...{ id, date, category, amountCents, vat, merchant, note, mission, state, payslipMonth },
          }),
        ),
      ),
    };
  }

  /** The hash of each paper of a month as it stands: what left, what answered, the payslips, the receipts. */
  function papersOf(of: Session) {
    const records = new Records(of.folder);
    const receipts = records.latest("expenses", OWN).flatMap(({ value }) => value?.receiptId ?? []);
    const payslips = records.latest("filed-payslips", OWN).flatMap(({ value }) => value?.document.sha256 ?? []);
    const reports = filed(of).flatMap(({ documents, proof }) => [...documents, ...(proof === null ? [] : [proof])]);
    return {
      receipts: receipts.map((file) => fileHash(records.documentFile(file))).toSorted(),
      payslips: payslips.toSorted(),
      reports: reports.map(({ sha256 }) => sha256).toSorted(),
    };
  }
});
