import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where sentences are shown, and so must come from the catalogue. */
const ROOMS = ["src/view", "src/cli", "src/commands", "src/server"];

/** What may be French outside of the catalogue, and why. */
const ALLOWED: readonly (readonly [file: string, text: RegExp, why: string])[] = [
  ["src/commands/list.ts", /^(déclarer|défaire|mois|frais|société)$/, "an alias that is typed"],
  ["src/commands/program/commands.ts", /^réglages$/, "an alias that is typed"],
  ["src/cli/meanings.ts", /^(jours?|nb-jours|frais|le)$/, "a word that is typed for a command or an option"],
  ["src/server/pages/payslip/model.ts", /^Arrêté du /, "the name of a legal text, which is cited as it is"],
  ["src/server/company/seed.ts", /./, "names of people and firms of the company that is made up for a trial"],
  ["src/server/life/metrics.ts", /^le="/, "a label of Prometheus"],
  ["src/server/payslips/routes.ts", /^bulletin-$/, "the name of a file that is downloaded"],
];

const LETTERS = /[àâäçéèêëîïôöùûüœ«»\u00a0\u202f]/i;
const PUNCTUATION = /\S [:;?!](\s|$)|^ [:;?!] /;
const WORDS = /\b(le|la|les|des|du|une|est|sont|pour|avec|dans|sur|votre|mois|jour|jours|frais|bulletin|signé)\b/i;

const isFrench = (text: string) => LETTERS.test(text) || PUNCTUATION.test(text) || WORDS.test(text);

/** Says which texts of a source are French: each literal, and each part of a template. */
function frenchIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && isFrench(node.text) && !isSql(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A question to the database is tagged `sql`, or begins as one. */
function isSql(node: ts.Node & { readonly text: string }): boolean {
  return /\b(select|from|where|case when|order by|insert|update|join)\b/i.test(node.text);
}

test("no sentence is French but those of the catalogue", () => {
  const files = ROOMS.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `${room}/${name}`),
  );
  const found = files.flatMap((file) => frenchIn(file).map((text) => [file, text] as const));
  const isAllowed = ([file, text]: (typeof found)[number]) =>
    ALLOWED.some(([of, pattern]) => of === file && pattern.test(text));

  expect(found.filter((one) => !isAllowed(one))).toEqual([]);
  expect(ALLOWED.filter(([file, text]) => !found.some(([of, said]) => of === file && text.test(said)))).toEqual([]);
  expect(files.length).toBeGreaterThan(200);
});

test("no page's template has a sentence of its own", () => {
  const pages = readdirSync(join(root, "templates/pages")).filter((name) => name.endsWith(".eta"));
  const texts = [...pages.map((name) => `pages/${name}`), "report.eta"].map((name) => {
    const text = readFileSync(join(root, "templates", name), "utf8");
    const bare = text.replace(/<style[\s\S]*?<\/style>|<%[\s\S]*?%>/g, "").replace(/<[^>]*>/g, " ");
    return [name, bare.match(/\p{L}{2,}/gu)] as const;
  });

  expect(texts).toEqual(texts.map(([name]) => [name, null]));
});
