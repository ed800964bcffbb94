// slow: 15 s
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { understoodPath } from "../parts/command-line.ts";
import { type InProcess, openInProcess } from "../parts/in-process.ts";
import { type Home, newHome, RECEIPT, ROOT, TIMESHEET } from "../parts/programs.ts";

/** What stands for a path, which may have spaces. */
const FILES: Readonly<Record<string, string>> = { TIMESHEET, RECEIPT, PDF: `${ROOT}dist/forms-test.pdf` };

const SCHEMAS = JSON.parse(readFileSync(new URL("../../templates/answers.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ strict: false, formats: { date: true, "date-time": true } });

let company: InProcess;
let claire: Home;

beforeAll(async () => {
  company = await openInProcess();
  const token = company.access.portes.find(({ email }) => email.startsWith("claire"))?.token ?? "";
  claire = newHome({ url: company.url, token });
});
afterAll(async () => {
  await company.close();
  claire.remove();
});

/** A schema that allows no field but those that it names: what an answer holds beside them is then seen. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, closed(part)]));
  const isNamed = "properties" in schema && !("additionalProperties" in schema);
  return isNamed ? { ...parts, additionalProperties: false } : parts;
}

/** What a person types in a month, each line answered by JSON; those after it stand on those before. */
const LIVED = [
  "",
  "whoami",
  "status",
  "missions",
  "missions show ACME",
  "missions set ACME --day-length 7,5",
  "declare 2026-11 --csv TIMESHEET --dry-run",
  "declare 2026-11 --csv TIMESHEET --yes",
  "declare list",
  "declare show 2026-11",
  "declare proof 2026-11",
  "declare history 2026-11",
  "declare match point=ACME",
  "undo",
  "declare get 2026-11 --pdf PDF",
  "expenses add RECEIPT --amount 21,40 --category restaurant --date 2026-11-17",
  "expenses list",
  "expenses check",
  "expenses rules",
  "expenses rates",
  "expenses vehicle mine --power 5",
  "expenses mileage 40 --vehicle mine --date 2026-11-18 --from Lyon --to Vienne",
  "expenses recurring phone --amount 30 --category telecom",
  "expenses submit --yes",
  "expenses layouts list",
  "month 2026-11",
  "sync",
  "undo --list",
  "payslips list",
  "account",
  "simulate --tjm 550 --margins --plot",
  "simulate --tjm 550 --year",
  "simulate --gross 4000 --save mine",
  "simulate --saved",
  "law",
  "law show pmss",
  "config list",
  "config get lang",
  "config set timeout 20",
  "config path",
  "schema payslips list",
  "schema",
  "completion bash",
  "version",
  "help formats",
  "logout",
];

describe("each answer of a lived month", () => {
  test.each(LIVED)("porte %s --json holds what its schema says, and nothing else", async (line) => {
    const argv = [
      ...line
        .split(" ")
        .filter(Boolean)
        .map((word) => FILES[word] ?? word),
      "--json",
    ];
    const path = await understoodPath(argv);
    const { stdout } = await claire.porte(...argv);
    const validate = ajv.compile(closed(SCHEMAS[path ?? "?"]) as object);

    expect([path, validate(JSON.parse(stdout)) || validate.errors]).toEqual([path, true]);
  });
});

describe("an answer in another form", () => {
  const out = async (...words: string[]) => (await claire.porte(...words)).stdout;
  const refused = async (...words: string[]) => {
    const { stdout, stderr, code } = await claire.porte(...words, "--json");
    return { stdout, code, error: JSON.parse(stderr).error };
  };

  test("has the fields that were asked for, in their order, list or not", async () => {
    expect(await out("missions", "--json", "--fields", "client,reference")).toMatch(
      /^\{"missions":\[\{"client":"[^"]+","reference":"ACME"\}/,
    );
    expect(JSON.parse(await out("missions", "show", "ACME", "--fields", "reference"))).toEqual({ reference: "ACME" });
  });

  test("of a field that is not there, names those that are, before anything is done", async () => {
    const { stdout, code, error } = await refused(
      "expenses",
      "add",
      "--amount",
      "5",
      "--category",
      "other",
      "--fields",
      "id,montant",
    );

    expect([stdout, code, error.code, error.details.field]).toEqual(["", 2, "usage.unknown_field", "montant"]);
    expect(error.details.known).toEqual(expect.arrayContaining(["id", "amount", "category"]));
    expect(error.hint).toContain("amount");
  });

  test("passes through jq: texts as they are, the rest as JSON", async () => {
    expect(await out("missions", "--jq", ".missions[0].reference")).toBe("ACME\n");
    expect(await out("missions", "--jq", ".missions[0] | {reference}")).toBe('{"reference":"ACME"}\n');
    expect(await out("missions", "--jq", "empty")).toBe("");
  });

  test("by a filter that is none, or that fits no answer, is refused", async () => {
    const none = await refused("declare", "2026-12", "--empty", "--yes", "--jq", ".[");
    expect([none.stdout, none.code, none.error.code]).toEqual(["", 2, "usage.filter"]);
    expect(await out("declare", "list", "--json", "--jq", '[.reports[] | select(.month == "2026-12")] | length')).toBe(
      "0\n",
    );

    const { code, error } = await refused("missions", "--jq", ".missions.reference");
    expect([code, error.code]).toEqual([2, "usage.filter"]);
    expect(error.message).toMatch(/Cannot index array/);
  });

  test("is its identifiers, one a line", async () => {
    expect(await out("missions", "--quiet")).toMatch(/^ACME\n/);
    expect(await out("missions", "show", "ACME", "-q")).toBe("ACME\n");
    expect(await claire.porte("simulate", "--tjm", "550", "-q")).toMatchObject({
      stdout: "",
      code: 2,
      stderr: expect.stringContaining("has no identifier"),
    });
  });

  test("is CSV of its plain fields, or of those that were asked for", async () => {
    const [heads, first] = (await out("missions", "--format", "csv")).split("\n");

    expect(heads).toBe(
      "reference,client,title,start,end,dailyRate,projectCodes,state,reason,purchaseOrder,daysOrdered,daysLeft,unbilledDays,place,siren,siret,proposal.id,proposal.kind,proposal.state",
    );
    expect(first).toMatch(/^ACME,.*,650,/);
    expect(await out("payslips", "--format", "csv", "--fields", "month,netPaid")).toBe("month,netPaid\n");
    expect((await refused("whoami", "--format", "csv")).error.code).toBe("usage.conflict");
    expect((await claire.porte("whoami", "--format", "csv")).stderr).toMatch(/does not answer with a list/);
  });

  test("is a sheet that Excel opens in French, whatever the run speaks", async () => {
    const text = await out("expenses", "list", "--format", "csv-fr");
    const [heads = "", ...rows] = text.split("\r\n");

    expect(text.startsWith("\ufeff")).toBe(true);
    expect(heads.slice(1).split(";")).toEqual(expect.arrayContaining(["date", "catégorie", "montant", "état", "TVA"]));
    expect(rows.join("\n")).toMatch(/17\/11\/2026;restaurant;21,40;/);
  });

  test("in a form that it does not have is refused with those that it has", async () => {
    const choices = async (...words: string[]) => (await refused(...words, "--format", "xls")).error.details.choices;
    const plain = ["text", "json", "csv", "csv-fr"];
    expect(await choices("missions")).toEqual(plain);
    expect(await choices("account", "track")).toEqual(plain);
    expect(await choices("account")).toEqual([...plain, "hledger", "beancount"]);
  });

  test("that the company refuses is told once to people: which one it is, then why", async () => {
    const add = ["expenses", "add", RECEIPT, "--amount", "7", "--category", "other", "--date", "2026-10-05"];
    expect(await claire.porte(...add)).toMatchObject({ code: 0 });
    const { code, stderr } = await claire.porte("expenses", "submit", "2026-10", "--yes");
    const [, ...told] = stderr.split("1 expense was not sent: it stays saved here.\n");
    expect([code, told]).toEqual([
      5,
      [
        "  Mon 5 Oct 2026, €7.00:\nError: Mon 5 Oct 2026 is before the start of your contract (Sun 1 Nov 2026).\n  → Check the date.\n",
      ],
    ]);
  });

  test("in two forms at once is refused", async () => {
    for (const words of [
      ["--quiet", "--json"],
      ["--format", "csv", "--json"],
      ["--format", "text", "--fields", "month"],
    ])
      expect([words, JSON.parse((await claire.porte("payslips", ...words, "--json")).stderr).error.code]).toEqual([
        words,
        "usage.conflict",
      ]);
    expect((await claire.porte("payslips", "--format", "xml")).code).toBe(2);
  });
});
