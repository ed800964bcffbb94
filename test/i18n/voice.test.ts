import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { catalogueOf } from "../../src/i18n/catalogue.ts";
import { de } from "../../src/i18n/elision.ts";
import { frenchFormat } from "../../src/i18n/format.ts";
import { placeholderIn } from "../../src/i18n/placeholders.ts";

const FOLDER = fileURLToPath(new URL("../../src/i18n/", import.meta.url));

type Lang = "fr" | "en";

interface Said {
  readonly file: string;
  readonly lang: Lang;
  readonly text: string;
}

/** What stands in a sentence for a fact that is pasted into it. */
const FACT = "\u2026";

/** Codes of the contract and of the domain that are words of neither language: nobody says them. */
const CODES =
  /\b(submitted|awaiting-client|questioned|paid-out|meal-away|home-office|base-pay|forfait-days|no-report|not-enough|client-not-paid|report-not-approved|already-paid|nothing-due)\b/;

/** What `docs/voice.md` refuses in French. */
const FRENCH: readonly (readonly [RegExp, string])[] = [
  [/[a-zé]\((e?s|x|aux|nt)\)/, "a plural that is left to choose"],
  [/\bde (une?|les|le) (?!\p{L}+(er|ir|re)\b)/u, "d'une, des, du"],
  [/au lieu de \u2026/, "an article that its fact must bring: au lieu d'une"],
  [/(?<!\p{L})gard(er|ée?s?|e|ent)(?!\p{L})/iu, "enregistrer, conserver, mettre de côté"],
  [/(?<!\p{L})oubli(er|ée?s?|e)(?!\p{L})/iu, "supprimer"],
  [/(?<!\p{L})défai(re|t|te|ts)(?!\p{L})/iu, "annuler"],
  [/laiss(er|ée?s?) de côté/iu, "ignorer"],
  [/\bse (lit|lisent)\b/i, "illisible"],
  [/\b(vous attend|rien n'attend|ce qui attend|j'attends)\b/i, "à faire, à envoyer"],
  [/\ba besoin de --/, "il manque"],
  [/\ben main\b/i, "ce que vous touchez"],
  [/\bs'écarte/i, "écart"],
  [/société (le|la|les) lit\b|client le lit\b/i, "chez la société"],
  [/La société ne connaît pas/, "pas encore de"],
  [/(?<![-/])\b(the|is|of|and|with|not|sent|receipts?|draft|kept|for)\b(?!-)/, "an English word"],
];

/** What `docs/voice.md` refuses in English. */
const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/[a-z]\((e?s)\)/, "a plural that is left to choose"],
  [/\b(kept|keeps?)\b/i, "save, retain"],
  [/\b(forget|forgotten|forgets)\b/i, "delete"],
  [/\bmend(s|ed)?\b/i, "fix"],
  [/\b(left|leave|set) (it )?aside\b(?!,| for| on)/i, "skip"],
  [/\b(take|taken|takes|took|got|get) (it )?back\b/i, "withdraw, recover, reclaim"],
  [/\bwaits? for you\b|\bwaited for\b|\bnothing waits\b/i, "caught up, needs you"],
  [/(?<!there )\bis no (?!longer)[a-z]/i, "is not a"],
  [/\bdoes not (read|suit|fit)\b/, "cannot be read, is not valid"],
  [/\bin hand\b/i, "what you receive"],
  [/\bdrifts?\b/i, "difference"],
  [/way of the money/i, "from turnover to net pay"],
  [/turnover before tax/i, "turnover before VAT"],
  [/\ball the same\b/i, "anyway"],
  [/\bfor instance\b|, such as\b/i, "for example"],
];

/** What is the same in a sentence of either language: what is typed, and what is named. */
function withoutCommands(text: string): string {
  return text
    .replace(/porte(-company)? [a-z][a-z -]*(\u2026|<[^>]*>|--[a-z-]+|[a-z0-9.-]+\.(pdf|csv|json|jpg|jpeg))?/g, "")
    .replace(/--[a-z-]+( [a-z0-9.,=-]+)?/g, "")
    .replace(/\b[\w-]+[=@:][\w.,:=-]+/g, "")
    .replace(/[\w/-]+\.(csv|json|pdf|md|jpg|eta)\b/g, "");
}

/** Reads the sentences of a source: each literal, and each template with its facts left open. */
function sentencesIn(file: string): Said[] {
  const source = ts.createSourceFile(file, readFileSync(`${FOLDER}${file}`, "utf8"), ts.ScriptTarget.Latest, true);
  const found: Said[] = [];
  const visit = (node: ts.Node, lang: Lang): void => {
    if (ts.isImportDeclaration(node)) return;
    const said = langOf(node) ?? lang;
    const text = textOf(node);
    if (text !== null) found.push({ file, lang: said, text });
    ts.forEachChild(node, (child) => visit(child, said));
  };
  visit(source, file.startsWith("en") ? "en" : "fr");
  return found;
}

/** The language that a part of a source begins: `fr: …`, `const frenchReasons = …`. */
function langOf(node: ts.Node): Lang | null {
  const name = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node);
  const text = name ? (node.name?.getText() ?? "") : "";
  if (text === "fr" || text.startsWith("french")) return "fr";
  return text === "en" || text.startsWith("english") ? "en" : null;
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node))
    return ts.isPropertyAssignment(node.parent) && node.parent.name === node ? null : node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(FACT);
}

const sources = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ts") && /^(fr|en|failures)\/|^names\.ts$/.test(name),
);
const sentences = sources.flatMap(sentencesIn).filter(({ text }) => /\p{L}{3} |\p{L} \u2026/u.test(text));

describe("no sentence", () => {
  test("says what docs/voice.md refuses, in either language", () => {
    const refused = sentences.flatMap(({ file, lang, text }) =>
      (lang === "fr" ? FRENCH : ENGLISH)
        .filter(([pattern]) => pattern.test(withoutCommands(text)))
        .map(([, instead]) => `${file}: ${text} → ${instead}`),
    );

    expect(refused).toEqual([]);
    expect(sentences.length).toBeGreaterThan(1500);
  });

  test("begins with a small letter, but where it begins with a name that has one", () => {
    const small = sentences
      .filter(
        ({ text }) => /^\p{Ll}[^\u2026]* .*(?<!\b\p{L}{1,4})[.?!]$/u.test(text) && !/^(porte|openssl)\b/.test(text),
      )
      .map(({ file, text }) => `${file}: ${text}`);

    expect(small).toEqual([]);
  });

  test("shows a placeholder that has no word in French", async () => {
    const same = [
      "base",
      "code",
      "codes",
      "cv",
      "euros",
      "mission",
      "mode",
      "options",
      "question",
      "shell",
      "table",
      "version",
      "zone",
    ];
    const pages = ["surface.txt", "surface-staff.txt"].map((name) =>
      readFileSync(new URL(`../cli/${name}`, import.meta.url), "utf8"),
    );
    const terms = pages
      .flatMap((page) => page.match(/<[^<>]+>/g) ?? [])
      .flatMap((term) => term.match(/[a-z|]+/g) ?? []);

    expect([...new Set(terms)].filter((term) => placeholderIn.fr(term) === term && !same.includes(term))).toEqual([]);
    expect(terms.length).toBeGreaterThan(100);
  });

  test("names a code of the contract or of the program", () => {
    const isHelp = (text: string) => /\b(ou|or) (hours|expert|none|an amount|un montant)\b|--/.test(text);
    const named = sentences
      .filter(({ text }) => CODES.test(withoutCommands(text)) && !isHelp(text))
      .map(({ file, text }) => `${file}: ${text}`);
    const codes = sentences
      .filter(({ text }) =>
        /\b[a-z]+[A-Z][a-z]\w*|\bE[A-Z]{3,}\b|\bCSV_/.test(withoutCommands(text).replace(/iCalendar/g, "")),
      )
      .map(({ file, text }) => `${file}: ${text}`);

    expect([...named, ...codes]).toEqual([]);
  });
});

describe("in French, what was said badly is said well:", async () => {
  const fr = await catalogueOf("fr");
  const en = await catalogueOf("en");
  const { failures } = fr;
  const line = 2;

  test.each<[string, string]>([
    [
      failures["company.already"]({ kind: "report", what: "2026-11", state: "withdrawn" }).what,
      "Le rapport de novembre 2026 est déjà retiré.",
    ],
    [
      failures["company.refused"]({
        detail: "",
        problem: { code: "company.not_found", facts: { kind: "payslip", what: "2026-11" } },
      }).what,
      "Pas encore de bulletin pour novembre 2026.",
    ],
    [
      failures["expense.no_file"]({ month: "2026-11" }).what,
      "Choisir un fichier : --pdf dossier.pdf ou --csv frais.csv",
    ],
    [
      failures["csv.malformed"]({ file: "a.csv", line, column: "date", value: "x", expected: "month" }).what,
      "a.csv, ligne 2, colonne « date » : « x » au lieu d'un jour du mois déclaré.",
    ],
    [
      failures["csv.malformed"]({ file: "a.csv", line: 1, column: "x", value: "y", expected: "header" }).what,
      "a.csv, ligne 1, colonne « x » : « y » au lieu des colonnes date, kind, mission et amount (project est facultative).",
    ],
    [fr.undo.done(fr.undo.acts.vehicle("clio")), "Annulé : véhicule (clio)."],
    [fr.waiting, "Connexion à la société…"],
    [fr.expenses.lacking(1), "1 frais n'est pas parti : il lui manque un justificatif."],
    [fr.expenses.lacking(2), "2 frais ne sont pas partis : il leur manque un justificatif."],
    [fr.expenses.tripsKept(2, "12 €"), "2 trajets enregistrés, 12 €. Rien n'est encore envoyé."],
    [
      failures["law.not_covered"]({ month: "2027-01", first: "2024-01-01", last: "2026-12-31" }).what,
      "Les taux de janvier 2027 ne sont pas encore dans porte.",
    ],
    [fr.simulate.noDrift, "Aucun écart."],
    [fr.pay.reserve, "Réserve (mise de côté, elle est à vous)"],
    [fr.status.allDone, "Vous êtes à jour."],
    [
      failures["check.yours"]({ month: "2026-11", steps: ["receipts"] }).what,
      "Il vous reste à faire pour novembre 2026 : les justificatifs.",
    ],
    [
      failures["run.interrupted"]({ kept: true, isLeft: true, resume: null }).what,
      "Brouillon enregistré : rien n'est envoyé.",
    ],
    [en.status.allDone, "You're all caught up."],
    [en.expenses.rules.vat(), "this VAT cannot be reclaimed"],
    [en.simulate.report.waterfall, "From turnover to net pay"],
    [de(frenchFormat.month("2026-10")), "d'octobre 2026"],
  ])("%s", (said, wanted) => {
    expect(said).toBe(wanted);
  });
});
