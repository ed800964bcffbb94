// Manual pages of both programs, in both languages, from the tables of commands: a page for each word after `porte`, one for
// `porte-company`. npm links those of one language only: French, which porte speaks where nothing else is asked for.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

const TITLES = {
  fr: {
    name: "NOM",
    commands: "COMMANDES",
    globals: "OPTIONS COMMUNES",
    examples: "EXEMPLES",
    exits: "CODES DE SORTIE",
    also: "VOIR AUSSI",
  },
  en: {
    name: "NAME",
    commands: "COMMANDS",
    globals: "COMMON OPTIONS",
    examples: "EXAMPLES",
    exits: "EXIT STATUS",
    also: "SEE ALSO",
  },
};

/** Writes all pages to dist/man/<language>/man1. */
export async function writeManPages(table) {
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  for (const lang of Object.keys(TITLES)) {
    const folder = join(ROOT, "dist", "man", lang, "man1");
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const [name, text] of Object.entries(manPages(table, await table.catalogueOf(lang), lang, version)))
      await writeFile(join(folder, `${name}.1`), text);
  }
}

/** The name of a command's page; `porte-company` is the other program's. */
export function pageName({ name }) {
  return name === "company" ? "porte-company-sheet" : `porte-${name}`;
}

/** The pages of one language, each by its name. */
export function manPages(table, say, lang, version) {
  const words = { say, titles: TITLES[lang], version, globals: table.globals };
  const own = table.porte.map((spec) => [pageName(spec), pageOf(words, `porte ${spec.name}`, spec)]);
  return {
    porte: mainPage(words, "porte", say.help.about, table.porte),
    ...Object.fromEntries(own),
    "porte-company": companyPage(words, table["porte-company"]),
  };
}

function mainPage(words, name, about, specs) {
  const { say, titles, globals } = words;
  const topics = say.topics.filter(({ lines }) => lines.length > 0);
  return page(words, name, about, [
    synopsis(`${name} [options] <command>`),
    section(titles.examples, examplesOf(say.help.firstSteps)),
    section(
      titles.commands,
      specs.map((spec) => entry(`\\fBporte ${plain(spec.name)}\\fR`, sentence(say, spec))),
    ),
    section(
      titles.globals,
      globals.map((option) => optionEntry(say, option)),
    ),
    ...topics.map(({ title, lines }) =>
      section(
        title.toUpperCase(),
        lines.map(([term, text]) => entry(bold(term), text)),
      ),
    ),
    exits(words),
    section(titles.also, [specs.map((spec) => `${bold(`porte\\-${plain(spec.name)}`)}(1)`).join(", ")]),
  ]);
}

function pageOf(words, command, spec) {
  const { say, titles } = words;
  const samples = say.help.samples[spec.name] ?? [];
  return page(words, command.replace(" ", "-"), sentence(say, spec), [
    ...usagesOf(command, spec).map((usage, index) => (index === 0 ? synopsis(usage) : `.PP\n${usageText(usage)}`)),
    ...(samples.length === 0 ? [] : [section(titles.examples, examplesOf(samples))]),
    ...inputsOf(words, spec, "OPTIONS"),
    ...(spec.commands.length === 0
      ? []
      : [
          section(
            titles.commands,
            spec.commands.flatMap((sub) => subOf(words, command, sub)),
          ),
        ]),
    exits(words),
    section(titles.also, [`${bold("porte")}(1)`]),
  ]);
}

function companyPage(words, specs) {
  const { say, titles } = words;
  return page(words, "porte-company", say.company.about, [
    synopsis("porte-company [options] <command>"),
    section(
      titles.commands,
      specs.flatMap((spec) => subOf(words, "porte-company", spec)),
    ),
    exits(words),
  ]);
}

/** A subcommand with its arguments and options, and those below it. */
function subOf(words, before, spec) {
  const command = `${before} ${spec.name}`;
  const inputs = Object.values(spec.inputs).filter(({ isHidden }) => !isHidden);
  const own = inputs.map((input) => optionEntry(words.say, input));
  const head = `.SS ${plain(usagesOf(command, spec)[0])}\n${line(sentence(words.say, spec))}`;
  return [[head, ...own].join("\n"), ...spec.commands.flatMap((sub) => subOf(words, command, sub))];
}

function inputsOf({ say }, spec, title) {
  const inputs = Object.values(spec.inputs).filter(({ isHidden }) => !isHidden);
  return inputs.length === 0
    ? []
    : [
        section(
          title,
          inputs.map((input) => optionEntry(say, input)),
        ),
      ];
}

function usagesOf(command, { inputs, load }) {
  const all = Object.values(inputs);
  const places = all.filter(({ term }) => !term.startsWith("-")).map(({ term }) => term);
  const options = all.length === places.length ? [] : ["[options]"];
  return [[command, ...(load === null ? ["<command>"] : []), ...options, ...places].join(" ")];
}

function optionEntry(say, input) {
  const choices = input.choices === null ? "" : ` (${input.choices.join(", ")})`;
  return entry(bold(input.term), `${helpOf(say, input)}${choices}`);
}

function examplesOf(samples) {
  return samples.map(([command, what]) => entry(bold(command), what));
}

function exits({ say, titles }) {
  return section(
    titles.exits,
    say.help.exitCodes.map(([code, what]) => entry(bold(code), what)),
  );
}

function page({ version, titles }, name, about, sections) {
  const head = `.\\" made from the table of commands: tools/man-pages.mjs\n.TH ${plain(name.toUpperCase())} 1 "" "porte ${version}" "porte"`;
  return [
    head,
    `.SH ${titles.name}`,
    `${plain(name)} \\- ${plain(about.replace(/^porte(-company)? ?: /, ""))}`,
    ...sections,
    "",
  ].join("\n");
}

function section(title, entries) {
  return [`.SH ${plain(title)}`, ...entries].join("\n");
}

function synopsis(usage) {
  return `.SH SYNOPSIS\n${usageText(usage)}`;
}

function usageText(usage) {
  const [first = "", ...rest] = usage.split(/(?= [[<])/);
  return `${bold(first)}${plain(rest.join(""))}`;
}

function entry(term, text) {
  return `.TP\n${term}\n${line(text)}`;
}

function bold(text) {
  return `\\fB${plain(text)}\\fR`;
}

/** A line of text: one that begins as a request of roff is no request. */
function line(text) {
  const flat = plain(text.replace(/\s+/g, " "));
  return /^[.']/.test(flat) ? `\\&${flat}` : flat;
}

/** A text as roff takes it: backslashes and hyphens are signs of its own. */
function plain(text) {
  return text.replace(/\\(?!-)/g, "\\e").replace(/(?<!\\)-/g, "\\-");
}

function sentence(say, spec) {
  const text = helpOf(say, spec);
  return text === "" ? spec.name : text;
}

/** The words of a key of help, as `src/cli/help-words.ts` finds them. */
function helpOf(say, { help }) {
  const parts = help?.split(".") ?? [];
  let found = parts.length === 2 ? say.help : say;
  for (const part of parts) found = found[part];
  return typeof found === "string" ? found : "";
}
