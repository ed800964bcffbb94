import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { LEGISLATION } from "../../src/payroll/legislation.ts";
import { SIMULATIONS, SITUATIONS_A_MONTH, YEARS } from "./counts.ts";
import { DIVERGENCES, type Divergence } from "./divergences.ts";
import { MONTHS } from "./examiners.ts";
import { beginnings, figures } from "./figures.ts";
import { CASES_A_RUN } from "./oracle-count.ts";
import type { Example, Figures } from "./published/example.ts";
import { PUBLISHED } from "./published/examples.ts";
import { WORKED } from "./published/portage.ts";

const changes = (all: readonly { readonly changes: readonly unknown[] }[]): number =>
  all.reduce((total, one) => total + one.changes.length, 0);
const cell = (text: string): string => text.replaceAll("|", "\\|");
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

const amount = (value: number, unit: Divergence["unit"]): string =>
  unit === "cents" ? `${(value / 100).toFixed(2)} €` : `${value} €`;
/** Names say what a figure counts in where it is not cents. */
const shown = ([name, value]: [string, number]): string => {
  if (name === "ratePpm") return `rate ${value / 10_000} %`;
  if (/Share$/.test(name)) return `${name} ${value / 100} %`;
  return /^(coefficient|at\d+(Of100)?|limit)$/.test(name) && value < 40_000
    ? `${name} ${value / 10_000}`
    : `${name} ${(value / 100).toFixed(2)}`;
};
const listed = (all: Figures): string => Object.entries(all).map(shown).join(", ");

/** What is computed: the same but for what a named divergence or a rounding changes. */
function computed({ errs, within, ours }: Example): string {
  if (errs !== null) return listed(errs.ours);
  return within === undefined ? "the same" : listed(ours(LEGISLATION));
}

/** Examples whose own page was not opened. */
const QUOTED = PUBLISHED.filter(({ where }) => /quoted|read in a copy|answers kept/.test(where)).length;

function page(): string {
  const all = figures();
  const days = beginnings();
  const erring = PUBLISHED.filter(({ errs }) => errs !== null).length;
  const near = PUBLISHED.filter(({ errs, within }) => errs === null && within !== undefined).length;
  return `# How true is it

Written by the tests from their own data (\`npm run docs:true\`); a page that is out of date fails them. Amounts are in euros.

- **The law typed a second time**: every line and total of ${MONTHS.length} months, to the cent, and ${SITUATIONS_A_MONTH} random situations of each.
- **Every figure changed**: ${all.length} figures of the law by one unit of their last digit (${changes(all)} changes), ${days.length} first days (${changes(days)} changes): each must be noticed.
- **Urssaf's rules**: ${CASES_A_RUN} random cases of 2025 and as many of 2026, every line and total; ${Object.keys(DIVERGENCES).length} named divergences.
- **Published examples**: ${PUBLISHED.length}, of which ${PUBLISHED.length - erring - near} to the cent, ${near} within the publisher's own rounding, ${erring} named divergences.
- **Years**: up to ${YEARS} random years a property (absences, months without money, leave, ends of contracts), ${SIMULATIONS} months settled both ways.

Of the published examples, ${QUOTED} were read as somebody else quotes them, eight payslips of one firm have no public address, and six rows of one
grid rest on three rates that its publisher does not print. More were looked for and could not be opened: a mileage example of the tax administration,
the pages behind reserves of 198.12 and 322.30 €, and a part-time reduction that is not zero.

## Where Urssaf's rules and the law part

${table(
  ["what", "example", "theirs", "ours", "why"],
  Object.values<Divergence>(DIVERGENCES).map(({ what, example, theirs, ours, unit, why }) => [
    what,
    example,
    amount(theirs, unit),
    amount(ours, unit),
    why,
  ]),
)}

## Published examples

${table(
  ["publisher", "what", "theirs", "ours", "why", "where"],
  PUBLISHED.map((one) => [
    one.publisher,
    one.title,
    listed(one.expected),
    computed(one),
    one.errs?.why ?? one.within?.why ?? "",
    one.where,
  ]),
)}

## Worked out from the text

Nobody published these; they are not counted above.

${table(
  ["text", "what", "figures"],
  WORKED.map(({ publisher, title, expected }) => [publisher, title, listed(expected)]),
)}
`;
}

test("the page on how true it is says what the tests hold", async () => {
  await expect(page()).toMatchFileSnapshot("../../docs/how-true.md");
});

test("the README says the same counts", async () => {
  const readme = (await readFile(new URL("../../README.md", import.meta.url), "utf8")).replaceAll(/\s+/g, " ");
  const all = figures();
  const days = beginnings();

  for (const words of [
    `${all.length} figures of the law changed by one unit of its last digit (${changes(all)} changes)`,
    `${days.length} first days moved (${changes(days)} changes)`,
    `[${PUBLISHED.length} published examples]`,
    `over ${CASES_A_RUN.toLocaleString("en").replace(",", " ")} random cases of 2025`,
    `in each of the ${MONTHS.length} months`,
  ])
    expect(readme).toContain(words);
});
