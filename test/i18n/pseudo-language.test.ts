import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runIn } from "../../src/cli/main.ts";
import type { Catalogue } from "../../src/i18n/catalogue.ts";
import { TYPED } from "../cli/command-lines.ts";
import { type InProcess, openInProcess } from "../parts/in-process.ts";
import { NOW, ROOT } from "../parts/programs.ts";
import { pseudoCatalogue, unmarked } from "../parts/pseudo.ts";

let company: InProcess;
let env: Record<string, string>;
let folder: string;
let pseudo: Catalogue;

beforeAll(async () => {
  company = await openInProcess();
  folder = mkdtempSync(join(tmpdir(), "porte-pseudo-"));
  const { PORTE_TOKEN = "" } = company.machineOf("claire").machine().env;
  env = { HOME: folder, PORTE_NOW: NOW, PORTE_LANG: "fr", PORTE_API_URL: company.url, PORTE_TOKEN };
  pseudo = await pseudoCatalogue();
}, 60_000);
afterAll(async () => {
  await company.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command in the language of the test; gives all that it says. */
async function said(line: string): Promise<string> {
  const file = join(folder, "said");
  const descriptor = openSync(file, "w");
  const surroundings = {
    env,
    home: folder,
    stdin: () => Readable.from([]),
    descriptors: { stdout: descriptor, stderr: descriptor },
    onInterrupt: () => undefined,
    catalogue: async () => pseudo,
  };
  try {
    await runIn(surroundings, line.split(" "), { version: "0.0.0", packageFolder: ROOT });
  } finally {
    closeSync(descriptor);
  }
  return readFileSync(file, "utf8");
}

/** What a text may have of its own: names that are typed, what a person or a company wrote, addresses, files, and texts of law. */
const OWN = [
  /\S*[/@\\]\S*/g,
  /\bporte(-company)?( [\p{L}|-]+)*/gu,
  /(?<![\p{L}\d])--?[a-z][a-z0-9-]*/gu,
  /\b[0-9a-f]{8}[0-9a-f-]*\b/g,
  /\b[A-Z]{2,}[A-Z0-9_-]*\b/g,
  /\b(Claire Morel|Acme Conseil|Exemple Portage|Refonte du système de commande|Nice|default)\b/g,
  /** A text of law is cited as it is named. */
  /\b(art|CSS|CGI|CCH|CCN|ANI|C\. trav|BOSS|arrêté|loi|décret|ordonnance|[Cc]onvention|[Cc]ontrat de la société|circulaire|taux notifié)\b.*/g,
];

/** The words that are neither of the catalogue nor a text's own. */
function wordsOf(text: string): string[] {
  const left = OWN.reduce((rest, own) => rest.replace(own, " "), unmarked(text));
  return [...new Set(left.match(/\p{L}{2,}/gu) ?? [])];
}

/** What is typed and answered, in this order: each kind of answer, and each kind of mistake. */
const LINES = [
  "status",
  "whoami",
  "missions",
  "missions show ACME",
  "declare 2026-11 --all mission=ACME --half 6 --yes",
  "declare 2026-11 --all mission=ACME --leave 5 --yes",
  "declare list",
  "declare show 2026-11",
  "declare history 2026-11",
  "declare proof 2026-11",
  "declare 2026-12 --all mission=ACME --dry-run",
  "expenses add templates/receipt.pdf --amount 45,00 --category restaurant --date 2026-11-17",
  "expenses vehicle clio --power 5",
  "expenses mileage 120 --date 2026-11-18 --from Nice --to Nice",
  "expenses list",
  "expenses check",
  "expenses submit --yes",
  "expenses rules",
  "account",
  "payslips list",
  "month 2026-11 --no-input",
  "month 2026-10 --no-input",
  "sync",
  "undo --list",
  "simulate --tjm 550 --expenses 120 --margins",
  "simulate --paid 3000 --days 18",
  "simulate --tjm 550 --months 3",
  "payslips get 2026-10",
  "declare 2026-13",
  "declare 2026-10 --days 40 --yes",
  "declare 2026-10 --days 3 --mission NOBODY --yes",
  "expenses add /nowhere.pdf --amount 1,5x",
  "expenses remove 00000000",
  "simulate",
  "nothing",
  "status --nothing",
] as const;

describe("no sentence is outside the catalogue:", () => {
  const paths = [...new Set(TYPED.map(([, path]) => path))];
  const names = new Set(paths.flatMap((path) => path.split(/[ -]/)));

  test.each(paths)("porte %s --help", async (path) => {
    const left = wordsOf(await said(`${path} --help`));

    expect(left.filter((word) => !names.has(word))).toEqual([]);
  });

  test("porte simulate --explain, its texts of law apart", async () => {
    const line = "simulate --gross 4500 --explain";
    const { payslip } = JSON.parse(await said(`${line} --json`));
    const sources: string[] = payslip.lines.map(({ source }: { source: string }) => source);
    const text = sources.reduce((left, source) => left.replaceAll(source, ""), await said(line));

    expect(wordsOf(text)).toEqual([]);
  });

  /** The random parts of the identifiers that were seen: what is shown of one may be letters alone. */
  const ids = new Set<string>();

  test.each(LINES)("porte %s", async (line) => {
    const text = await said(line);
    const { expenses } = JSON.parse(await said("expenses list --json"));
    for (const { id } of expenses) ids.add(id.split("-").at(-1));
    const left = [...ids].reduce((rest, id) => rest.replace(new RegExp(`\\b${id.slice(0, 4)}\\w*`, "g"), " "), text);

    expect(wordsOf(left)).toEqual([]);
  });
});
