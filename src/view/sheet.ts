import type { CompanySheet, Way } from "../domain/local/sheet.ts";
import { factsOf, SHEET_FACTS, type SheetFacts } from "../domain/local/sheet-facts.ts";
import { sheetTerms } from "../portage/sheet-terms.ts";
import type { RenderOptions } from "./look.ts";
import { inputText } from "./simulation/assumptions.ts";
import { pairs, table } from "./table.ts";

type FactName = keyof SheetFacts;

/** What a sheet says, a fact a line; what nobody said is named below. */
export function sheetText(look: RenderOptions, sheet: CompanySheet): string {
  const { sheet: words } = look.say;
  const facts = factsOf(sheet);
  const isAlong = valueText(look, sheet, "deliver") === valueText(look, sheet, "deliverExpenses");
  const known = [...SHEET_FACTS, ...Object.keys(sheet.terms)]
    .filter((name) => !(isAlong && name === "deliverExpenses"))
    .flatMap((name) => {
      const value = valueText(look, sheet, name);
      return value === null ? [] : [[labelOf(look, name), value] as const];
    });
  const unknown = TOLD.filter((name) => facts[name] === null).map((name) => words.labels[name]);
  return [
    known.length === 0 ? "" : pairs(look, known),
    unknown.length === 0 ? "" : look.paint.soft(words.unknown(unknown)),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** What is asked for first: where nobody said it, that is told. */
const TOLD: readonly FactName[] = [
  ...(["company", "contract", "category", "level", "since"] as const),
  ...(["fee", "deliver", "reportDay", "payDay", "name"] as const),
];

/** What two sheets say otherwise, one beside the other. */
export function sheetChangesText(
  look: RenderOptions,
  { before, after, changes }: { before: CompanySheet; after: CompanySheet; changes: readonly string[] },
): string {
  const { sheet: words } = look.say;
  const columns = [{ title: words.fact }, { title: words.before }, { title: words.after }];
  const rows = changes.map((name) => [
    labelOf(look, name),
    valueText(look, before, name) ?? words.none,
    valueText(look, after, name) ?? words.none,
  ]);
  return table(look, columns, rows);
}

function isFact(name: string): name is FactName {
  return (SHEET_FACTS as readonly string[]).includes(name);
}

function labelOf({ say }: RenderOptions, name: string): string {
  const terms: Readonly<Record<string, string>> = say.simulate.names;
  return isFact(name) ? say.sheet.labels[name] : (terms[name] ?? name);
}

/** A fact or a term in words; null where nobody said it. */
function valueText(look: RenderOptions, sheet: CompanySheet, name: string): string | null {
  if (isFact(name)) return factText(look, factsOf(sheet), name);
  if (sheet.terms[name] === undefined) return null;
  return inputText(look, name, (sheetTerms(sheet, NO_DAY) as Readonly<Record<string, unknown>>)[name] ?? null);
}

/** No term of a sheet is a day that is read beside today's. */
const NO_DAY = "2026-01-01";

function factText({ say }: RenderOptions, facts: SheetFacts, name: FactName): string | null {
  const { format, simulate, sheet: words } = say;
  const { contract, category, level, since, until, taxRate, fee, feeCap, feeBase, expenseCap } = facts;
  const percent = (ppm: number | null) => (ppm === null ? null : format.percent(ppm));
  const day = (one: string | null) => (one === null ? null : format.day(one));
  const texts: Partial<Record<FactName, string | null>> = {
    contract: contract && simulate.contracts[contract],
    category: category && simulate.statuses[category],
    level: level && simulate.levels[level],
    since: day(since),
    until: day(until),
    alsaceMoselle: facts.alsaceMoselle === null ? null : say.words[facts.alsaceMoselle ? "yes" : "no"],
    taxRate: percent(taxRate),
    fee: percent(fee),
    feeCap: feeCap === null ? null : format.euros(feeCap),
    feeBase: feeBase && simulate.feeBases[feeBase],
    expenseCap: expenseCap && words.capOf[expenseCap.basis](format.percent(expenseCap.ratePpm)),
    deliver: wayText(say, facts.deliver),
    deliverExpenses: wayText(say, facts.deliverExpenses),
    reportDay: facts.reportDay === null ? null : words.reportDay(facts.reportDay),
    payDay: facts.payDay === null ? null : words.payDay(facts.payDay),
  };
  return texts[name] ?? (facts[name] as string | null);
}

function wayText({ sheet: { ways } }: RenderOptions["say"], way: Way | null): string | null {
  if (way === null) return null;
  if (way.by === "mail") return ways.mail(way.to, ways.via[way.via]);
  return way.by === "folder" ? ways.folder(way.folder) : ways.print;
}
