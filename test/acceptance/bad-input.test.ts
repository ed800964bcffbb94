// slow: 12 s
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Home, newHome, type Outcome, RECEIPT, ROOT, startCompany, type TestCompany } from "../parts/programs.ts";
import { runHere } from "../parts/run-here.ts";

let company: TestCompany;
let claire: Home;
let karim: Home;

beforeAll(async () => {
  company = await startCompany("PGlite");
  claire = newHome({ url: company.url, token: company.claire.token });
  karim = newHome({ url: company.url, token: company.karim.token });
});
afterAll(async () => {
  await company.stop();
  claire.remove();
  karim.remove();
});

/** One sentence, what to do, the right code, nothing on stdout. */
function refused(outcome: Outcome, code: number, ...words: string[]): void {
  expect(outcome.stdout).toBe("");
  for (const word of words) expect(outcome.stderr).toContain(word);
  expect(outcome.stderr).toMatch(/^Error: .+\n(.*\n)* {2}→ .+\n/m);
  expect(outcome.code).toBe(code);
}

/** What a home holds of the person's own: what the company said is no such thing. */
function kept(home: Home): string[] {
  const folder = join(home.folder, ".local", "share", "porte");
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(join("default", "records")))
    .map(({ name }) => name)
    .filter((name) => name !== "people.json")
    .sort();
}

function csv(name: string, text: string): string {
  const file = join(claire.folder, name);
  writeFileSync(file, text);
  return file;
}

describe("declaring", () => {
  const HEADER = "date,kind,mission,amount\n";
  const cases: [string, () => string[], number, string[]][] = [
    ["an unknown mission", () => ["--days", "2-6", "--mission", "ACMEE"], 2, ["ACMEE", "ACME"]],
    ["a day the month does not have", () => ["--days", "29-31"], 2, ["There is no day 31 in November 2026"]],
    ["a rest day that nobody confirmed", () => ["--days", "6,7,8"], 2, ["Sat 7 Nov 2026", "--rest-days"]],
    ["two ways at once", () => ["--days", "2", "--empty"], 2, ["--days and --empty"]],
    ["a range of rest days alone", () => ["--days", "7-8"], 2, ["--days"]],
    ["nothing at all", () => [], 2, ["--days"]],
    ["a CSV that is not there", () => ["--csv", "/nowhere.csv"], 2, ["/nowhere.csv", "not found"]],
    [
      "a CSV without a column",
      () => ["--csv", csv("a.csv", "date,kind\n2026-11-02,training\n")],
      2,
      ["line 1", "no column found for amount"],
    ],
    ["a CSV without a day", () => ["--csv", csv("j.csv", HEADER)], 2, ["No day is given", "--empty"]],
    [
      "a CSV whose parts are no day",
      () => ["--csv", csv("k.csv", `${HEADER}2026-11-02,mission,ACME,0.7\n`)],
      2,
      ["Mon 2 Nov 2026", "ACME 0.7"],
    ],
    [
      "a CSV with a bad amount",
      () => ["--csv", csv("b.csv", `${HEADER}2026-11-02,mission,ACME,1.2\n`)],
      2,
      ["line 2", '"amount"', "1.2"],
    ],
    [
      "a CSV with a bad day",
      () => ["--csv", csv("c.csv", `${HEADER}2026-11-02,mission,ACME,1\n2026-11-31,mission,ACME,1\n`)],
      2,
      ["line 3", '"date"', "2026-11-31"],
    ],
    [
      "a CSV of another month",
      () => ["--csv", csv("d.csv", `${HEADER}2026-10-02,mission,ACME,1\n`)],
      2,
      ["line 2", "2026-10-02"],
    ],
    [
      "a CSV with an unknown kind",
      () => ["--csv", csv("e.csv", `${HEADER}2026-11-02,holidays,,1\n`)],
      2,
      ["line 2", '"kind"'],
    ],
    ["a CSV with an open quote", () => ["--csv", csv("f.csv", `${HEADER}"2026-11-02,mission,ACME,1\n`)], 2, ["f.csv"]],
    [
      "a CSV with too many cells",
      () => ["--csv", csv("g.csv", `${HEADER}2026-11-02,mission,ACME,1,x,y\n`)],
      2,
      ["line 2"],
    ],
    [
      "a day over 1",
      () => ["--csv", csv("h.csv", `${HEADER}2026-11-02,mission,ACME,1\n2026-11-02,training,,0.5\n`)],
      2,
      ["Mon 2 Nov 2026", "1.5"],
    ],
    [
      "a CSV with a mission of someone else",
      () => ["--csv", csv("i.csv", `${HEADER}2026-11-02,mission,NORD,1\n`)],
      2,
      ["NORD"],
    ],
  ];
  test.each(cases)("%s is refused in a sentence, and nothing is kept", async (_name, words, code, said) => {
    const outcome = await claire.porte("declare", "2026-11", ...words(), "--partial", "--yes");

    refused(outcome, code, ...said);
    expect(kept(claire)).toEqual([]);
  });

  test("a month outside the contract is refused", async () => {
    refused(
      await claire.porte("declare", "2026-10", "--days", "2", "--partial", "--yes"),
      2,
      "October 2026",
      "Sun 1 Nov 2026",
    );
  });

  test("what is no month is refused with examples", async () => {
    refused(await claire.porte("declare", "2026-13", "--days", "2"), 2, "2026-13", "11/2026");
  });

  test("two missions under way need a name", async () => {
    refused(
      await karim.porte("declare", "2026-11", "--days", "2", "--partial", "--yes"),
      2,
      "NORD",
      "SUD",
      "--mission ",
    );
  });

  test("without a terminal the sending must be agreed to beforehand", async () => {
    refused(await claire.porte("declare", "2026-11", "--days", "2"), 2, "--yes");
    expect(kept(claire)).toEqual([]);
  });
});

describe("adding an expense", () => {
  const add = (...words: string[]) => claire.porte("expenses", "add", ...words);
  const good = ["--amount", "10", "--category", "other"];

  test.each([
    ["a negative amount", [RECEIPT, "--amount=-5", "--category", "other"], ["€5.00", "0.01"]],
    ["an amount with two readings", [RECEIPT, "--amount", "1.500", "--category", "other"], ["€1,500.00", "€1.50"]],
    ["an amount with three decimals", [RECEIPT, "--amount", "12,3456", "--category", "other"], ["12,3456"]],
    ["a tax that its rate makes too large", [RECEIPT, ...good, "--vat", "5,5=0,60"], ["€0.60", "€10.00"]],
    ["a rate that is not in use", [RECEIPT, ...good, "--vat", "19,6=1"], ["19,6", "--vat 10=3.64"]],
    ["a rate given twice", [RECEIPT, ...good, "--vat", "10=0,1", "--vat", "10=0,1"], ["10"]],
    ["what is no amount", [RECEIPT, "--amount", "dix", "--category", "other"], ["dix"]],
    ["an unknown category", [RECEIPT, "--amount", "5", "--category", "lunch"], ["lunch", "restaurant"]],
    ["a day to come", [RECEIPT, ...good, "--date", "2026-11-26"], ["Thu 26 Nov 2026"]],
    ["a VAT above the rate", [RECEIPT, ...good, "--vat", "5"], ["€5.00"]],
    ["an unknown mission", [RECEIPT, ...good, "--mission", "NOPE"], ["NOPE", "ACME"]],
    ["a receipt that is not there", ["/nowhere.pdf", ...good], ["/nowhere.pdf"]],
    ["no amount", [RECEIPT, "--category", "other"], ["--amount"]],
  ])("%s is refused, and nothing is kept", async (_name, words, said) => {
    refused(await add(...words), 2, ...said);
    expect(kept(claire)).toEqual([]);
  });

  test("a receipt above 10 MiB is refused", async () => {
    const file = csv("big.pdf", "%PDF-1.4\n");
    truncateSync(file, 10 * 1024 * 1024 + 1);

    refused(await add(file, ...good), 2, "big.pdf", "10.0 MiB");
  });

  test("a receipt is judged by its content, not its name", async () => {
    refused(await add(csv("fake.pdf", "#!/bin/sh\necho hello\n".repeat(300)), ...good), 2, "fake.pdf");
    refused(await add(csv("empty.pdf", ""), ...good), 2, "empty.pdf");
    const pixel = readFileSync(join(ROOT, "test", "cases", "receipts", "till.jpg"));
    const cut = join(claire.folder, "cut.jpg");
    writeFileSync(cut, pixel.subarray(0, 9_000));
    refused(await add(cut, ...good), 2, "cut.jpg", "damaged");
    writeFileSync(cut, "");
    refused(await add(cut, ...good), 2, "cut.jpg", "empty");
    expect(kept(claire)).toEqual([]);
  });

  test("a day before the contract is refused by the company, and the expense stays to be corrected", async () => {
    const { id } = JSON.parse((await add(RECEIPT, ...good, "--date", "2020-01-02", "--json")).stdout);
    refused(
      await claire.porte("expenses", "submit", "--yes"),
      5,
      "Thu 2 Jan 2020",
      "before the start of your contract",
    );
    await claire.porte("expenses", "edit", id, "--date", "2026-11-19");
    expect(await claire.porte("expenses", "submit", "--yes")).toMatchObject({ code: 0 });
  });
});

describe("reaching a company", () => {
  const servers: Server[] = [];
  afterAll(() => {
    for (const server of servers) server.close();
  });
  const answering = async (status: number, type: string, body: string, headers: Record<string, string> = {}) => {
    const server = createServer((_request, response) => {
      response.writeHead(status, { "content-type": type, ...headers }).end(body);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const login = async (...words: string[]) => {
    const home = newHome();
    const outcome = await home.porte("login", ...words);
    expect(existsSync(join(home.folder, ".config"))).toBe(false);
    home.remove();
    return outcome;
  };

  test("an address in clear that is not this machine is refused before anything is sent", async () => {
    refused(await login("http://portage.example"), 2, "http://portage.example", "https://");
  });

  test("what is no address is refused", async () => {
    refused(await login("ftp://portage.example"), 2, "ftp://portage.example");
  });

  test("nobody there is said so", async () => {
    refused(await login("http://127.0.0.1:9"), 4, "http://127.0.0.1:9", "connection refused");
  });

  test.each([
    ["a web page", 200, "text/html", "<h1>Hello</h1>"],
    ["another API", 200, "application/json", '{"hello":"world"}'],
    ["broken JSON", 200, "application/json", '{"service":'],
    ["a 404", 404, "text/html", "no"],
    ["a 401 in JSON", 401, "application/json", "{}"],
  ])("%s is known not to be a portage company", async (_name, status, type, body) => {
    refused(await login(await answering(status, type, body)), 4, "not a portage company");
  });

  test("a company out of order is said so", async () => {
    refused(await login(await answering(500, "application/problem+json", "{}")), 4, "500");
  });

  test("a company that asks for a long pause is not waited for", async () => {
    const url = await answering(503, "application/problem+json", "{}", { "retry-after": "120" });

    refused(await login(url), 4, "120 s");
  });

  test("a pause is asked for by an instant too, on the company's own clock", async () => {
    const url = await answering(503, "application/problem+json", "{}", {
      date: "Wed, 25 Nov 2026 16:40:00 GMT",
      "retry-after": "Wed, 25 Nov 2026 16:42:00 GMT",
    });

    refused(await login(url), 4, "120 s");
  });

  test("a redirection is not followed with a token", async () => {
    const url = await answering(302, "text/html", "", { location: "http://127.0.0.1:9/" });
    const home = newHome({ url, token: "secret" });

    refused(await home.porte("whoami"), 4);
    home.remove();
  });

  test("control codes of a company never reach the terminal", async () => {
    const body = JSON.stringify({ title: "\u001b[31mred\u0007", detail: "\u001b]0;owned\u0007text" });
    const home = newHome({ url: await answering(409, "application/problem+json", body), token: "secret" });

    const { stderr, code } = await home.porte("whoami");

    expect(code).toBe(5);
    expect(stderr).toContain("text");
    expect(stderr.replaceAll("\n", "")).toBe(stripVTControlCharacters(stderr).replaceAll(/\p{Cc}/gu, ""));
    home.remove();
  });

  test("an unreachable company loses nothing of a month that was typed", async () => {
    const home = newHome({ url: "http://127.0.0.1:9", token: "secret" });

    refused(await home.porte("declare", "2026-11", "--days", "2", "--partial", "--yes"), 4, "Nothing is lost");
    home.remove();
  });

  test("a wrong token, an empty one and none at all are told apart", async () => {
    const wrong = newHome({ url: company.url, token: "porte_wrong" });
    refused(await wrong.porte("missions"), 3, "PORTE_TOKEN: it is wrong, expired or revoked", "Correct PORTE_TOKEN");
    wrong.remove();
    const none = newHome();
    refused(await none.run(["missions"], { env: { PORTE_API_URL: company.url } }), 3, "porte login");
    refused(
      await none.run(["login", company.url, "--with-token"], { input: "\n" }),
      2,
      "Standard input holds no token",
    );
    const logged = await none.run(["login", company.url, "--with-token", "--secret-store", "file"], {
      input: `${company.claire.token}\n`,
    });
    expect(logged.code).toBe(0);
    expect((await none.porte("whoami")).code).toBe(0);
    none.remove();
  });

  test("the operator's rights are not a porté's", async () => {
    const { code, stderr } = await newHomeless(
      "reports",
      "list",
      "--url",
      company.url,
      "--token",
      company.claire.token,
    );

    expect(code).toBe(5);
    expect(stderr).toContain('does not have the right "manage the company"');
    expect(stderr).toContain("--token-file, or PORTE_COMPANY_TOKEN");
  });
});

const newHomeless = (...words: string[]): Promise<Outcome> =>
  runHere("porte-company", words, { env: { PORTE_LANG: "en" } });

describe("typing a command", () => {
  const cases: [string, string[], string[]][] = [
    ["an unknown command", ["declar"], ['"porte declar"', "Did you mean porte declare?"]],
    ["an unknown option", ["simulate", "--tmj", "500"], ['"--tmj"', "Did you mean --tjm?"]],
    ["a missing value", ["simulate", "--tjm"], ["--tjm"]],
    ["a missing argument", ["missions", "show"], ["reference"]],
    ["an argument too many", ["whoami", "me"], ["whoami"]],
    ["an unknown language", ["--lang", "de", "whoami"], ['"de"', "fr or en"]],
    ["no wait at all", ["--timeout", "0", "whoami"], ["0"]],
    ["nothing to simulate", ["simulate"], ["--tjm"]],
    ["two things to simulate", ["simulate", "--tjm", "500", "--gross", "3000"], ["--tjm and --gross"]],
    ["a fee above everything", ["simulate", "--tjm", "500", "--fee", "120"], ["120"]],
    ["a fee on a gross pay", ["simulate", "--gross", "3000", "--fee", "7"], ["--gross and --fee"]],
    ["a turnover that pays nobody", ["simulate", "--turnover", "10"], ["€10.00"]],
    [
      "a month before the first row",
      ["simulate", "--gross", "3000", "--date", "2023-12"],
      ["December 2023", "1 Jan 2024"],
    ],
    [
      "a law that is not there",
      ["simulate", "--gross", "3000", "--law", "nowhere.json"],
      ["nowhere.json", "not found"],
    ],
    ["a negative rate", ["simulate", "--gross", "3000", "--mobility-rate=-1"], ["-1"]],
  ];
  test.each(cases)("%s is refused with the way out", async (_name, words, said) => {
    refused(await claire.porte(...words), 2, ...said);
  });

  const companyCases: [string, string[], string[]][] = [
    ["an unknown command", ["serv"], ['"porte-company serv"', "Did you mean porte-company serve?"]],
    ["a missing argument", ["reports", "approve"], ["<id>", "porte-company reports approve --help"]],
    ["a missing option", ["payments", "record"], ["--amount", "porte-company payments record"]],
    ["an unknown option", ["serve", "--prot", "1"], ['"--prot"', "Did you mean --port?"]],
  ];
  test.each(companyCases)("to porte-company, %s is refused with the way out", async (_name, words, said) => {
    refused(await newHomeless(...words), 2, ...said);
  });

  test("with --json a failure is one document on stderr", async () => {
    const { stdout, stderr, code } = await claire.porte(
      "declare",
      "2026-11",
      "--days",
      "6,7,8",
      "--partial",
      "--yes",
      "--json",
    );

    expect(stdout).toBe("");
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({
      error: {
        code: "activity.problems",
        details: { problems: [{ day: "2026-11-07", code: "confirm_rest_day" }, { day: "2026-11-08" }] },
      },
    });
  });
});
