import { afterAll, beforeAll, expect, test } from "vitest";
import { type InProcess, openInProcess } from "../parts/in-process.ts";
import { type Home, newHome, RECEIPT } from "../parts/programs.ts";
import { runHere } from "../parts/run-here.ts";

/** What a person types at a moment, how it ends, and what is said. */
interface Line {
  readonly at: string;
  readonly types: string;
  readonly code: number;
  readonly says?: readonly (string | RegExp)[];
}

let company: InProcess;
let claire: Home;

beforeAll(async () => {
  company = await openInProcess();
  claire = newHome({ url: company.url, token: company.access.portes[0]?.token ?? "" });
});
afterAll(async () => {
  await company.close();
  claire.remove();
});

/** A line of a shell, with words in quotes. */
const wordsOf = (line: string) => (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ""));

async function type({ at, types, code, says = [] }: Line) {
  company.setNow(at);
  const [program, ...words] = wordsOf(
    types.replace("RECEIPT", `"${RECEIPT}"`).replace("CLAIRE", company.access.portes[0]?.email ?? ""),
  );
  const staff = {
    PORTE_COMPANY_URL: company.url,
    PORTE_COMPANY_TOKEN: company.access.operator.token,
    PORTE_COMPANY_STATE_DIR: `${claire.folder}/staff`,
  };
  const env = { ...claire.env, ...staff, PORTE_NOW: at, PORTE_LANG: "fr" };
  const ended = await runHere(program === "porte" ? "porte" : "porte-company", words, { env });
  const said = `${ended.stdout}${ended.stderr}`.replaceAll(/[\u00a0\u202f]/g, " ").replaceAll(/\s+/g, " ");
  expect({ types, code: ended.code, said: ended.code === code ? "" : said }).toEqual({ types, code, said: "" });
  for (const words of says) expect(said, `${at} ${types}`).toMatch(words);
  return ended.stdout;
}

/** Approves what waits, and records what the client paid. */
async function paid(at: string, month: string, euros: string) {
  const { items } = JSON.parse(await type({ at, types: "porte-company reports list --json", code: 0 }));
  for (const { report } of items) await type({ at, types: `porte-company reports approve ${report.id}`, code: 0 });
  const payment = `porte-company payments record --porte CLAIRE --mission ACME --month ${month} --amount ${euros}`;
  await type({ at, types: payment, code: 0 });
  return payment;
}

/** How many versions of each month the company ever had from Claire. */
async function sent(): Promise<Record<string, number>> {
  const found = await company.db
    .selectFrom("report_versions as version")
    .innerJoin("activity_reports as report", "report.id", "version.report_id")
    .innerJoin("people", "people.id", "report.person_id")
    .select(({ fn }) => ["report.month", fn.countAll<string>().as("versions")])
    .where("people.email", "=", company.access.portes[0]?.email ?? "")
    .groupBy("report.month")
    .execute();
  return Object.fromEntries(found.map(({ month, versions }) => [month, Number(versions)]));
}

test("three months across the end of a year, with nothing sent by accident", async () => {
  /* November, as a newcomer types it. */
  await type({ at: "2026-11-02T08:00:00.000Z", types: "porte", code: 0, says: [/Vous êtes à jour/] });
  await type({
    at: "2026-11-10T18:00:00.000Z",
    types: "porte declare novembre --all mission=ACME",
    code: 2,
    says: [/--yes/],
  });
  await type({
    at: "2026-11-10T18:01:00.000Z",
    types: "porte declare novembre --days 3..6 --mission ACME --yes",
    code: 2,
    says: [/--partial/],
  });
  await type({
    at: "2026-11-10T18:02:00.000Z",
    types: "porte declare 2026-12 --all mission=ACME --yes",
    code: 2,
    says: [/--ahead/],
  });
  await type({
    at: "2026-11-10T18:03:00.000Z",
    types: "porte declare 2027-04 --all mission=ACME --ahead --yes",
    code: 2,
    says: [/31\/03\/2027/],
  });
  expect(await sent()).toEqual({});
  await type({
    at: "2026-11-19T12:00:00.000Z",
    types: "porte frais add RECEIPT 21,40 restaurant hier --vat 1,95 --mission ACME",
    code: 0,
  });
  await type({ at: "2026-11-19T12:01:00.000Z", types: "porte expenses submit", code: 0 });
  await type({ at: "2026-11-19T12:02:00.000Z", types: "porte expenses submit", code: 2 });
  await type({ at: "2026-11-25T17:00:00.000Z", types: "porte declare courant --all mission=ACME --dry-run", code: 0 });
  expect(await sent()).toEqual({});
  await type({ at: "2026-11-25T17:01:00.000Z", types: "porte declare courant --all mission=ACME --yes", code: 0 });
  await type({ at: "2026-11-25T17:02:00.000Z", types: "porte declare courant --all mission=ACME --yes", code: 0 });
  expect(await sent()).toEqual({ "2026-11": 1 });
  const payment = await paid("2026-11-30T09:00:00.000Z", "2026-11", "13000");
  await type({ at: "2026-11-30T09:01:00.000Z", types: payment, code: 5, says: [/--force/] });
  await type({ at: "2026-11-30T09:02:00.000Z", types: "porte-company payroll run 2026-11", code: 0 });
  await type({ at: "2026-12-01T08:00:00.000Z", types: "porte payslips get", code: 0, says: [/Net payé/] });

  /* December, with leave, queued on its last evening. Its pay is received in January, whose neutral grid porte does not have: nobody pays by guess. */
  await type({ at: "2026-12-24T10:00:00.000Z", types: "porte declare --all mission=ACME --leave 25", code: 2 });
  await type({
    at: "2026-12-24T10:01:00.000Z",
    types: "porte declare --all mission=ACME --leave 28..31 --dry-run",
    code: 0,
  });
  expect(await sent()).toEqual({ "2026-11": 1 });
  /* A quarter to midnight in Paris, then a quarter past: the month meant is the same, said as one that is over. */
  await type({
    at: "2026-12-31T22:45:00.000Z",
    types: "porte declare --all mission=ACME --leave 28..31 --offline --yes --json",
    code: 0,
    says: [/"queued"/],
  });
  expect(await sent()).toEqual({ "2026-11": 1 });
  await type({ at: "2026-12-31T23:15:00.000Z", types: "porte sync", code: 0, says: [/décembre 2026/] });
  await type({
    at: "2026-12-31T23:16:00.000Z",
    types: "porte declare 12 --all mission=ACME --leave 28..31 --yes",
    code: 0,
  });
  expect(await sent()).toEqual({ "2026-11": 1, "2026-12": 1 });
  await paid("2027-01-04T09:00:00.000Z", "2026-12", "11700");
  await type({ at: "2027-01-04T09:02:00.000Z", types: "porte-company payroll run 2026-12", code: 5 });
  await type({ at: "2027-01-06T08:00:00.000Z", types: "porte payslips get dernier", code: 5, says: [/décembre 2026/] });

  /* January, whose law porte does not have yet: it is declared, simulated as an estimate, and not paid by guess. */
  await type({ at: "2027-01-29T17:00:00.000Z", types: "porte declare janvier --all mission=ACME --yes", code: 0 });
  await type({
    at: "2027-01-29T17:01:00.000Z",
    types: "porte simulate --tjm 650 --date janvier",
    code: 0,
    says: [/janvier 2027/],
  });
  await paid("2027-01-29T17:02:00.000Z", "2027-01", "13000");
  await type({ at: "2027-01-31T09:00:00.000Z", types: "porte-company payroll run 2027-01", code: 5 });
  await type({ at: "2027-02-01T09:00:00.000Z", types: "porte status", code: 0 });
  expect(await sent()).toEqual({ "2026-11": 1, "2026-12": 1, "2027-01": 1 });
  const expenses = await company.db
    .selectFrom("expenses")
    .select("amount_cents")
    .where("amount_cents", "=", 2140)
    .execute();
  expect(expenses).toHaveLength(1);
});
