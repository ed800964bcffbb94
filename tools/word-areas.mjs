import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

/** Areas of which nearly every run of `porte` says a word: they are loaded with the language. */
const ALWAYS = ["common", "help", "labels"];

const I18N = fileURLToPath(new URL("../src/i18n/", import.meta.url));
const LANGS = ["fr", "en"];
const LOADER = "\0word-areas.js";
const IMPORT = /^import \{ ([\w, ]+) \} from "(\.\/\w\w\/([\w-]+)\.ts)";\n/gm;

/** The areas that a language imports, and the names by which it has their words. */
function areasOf(lang) {
  const found = readFileSync(`${I18N}${lang}.ts`, "utf8").matchAll(IMPORT);
  return Array.from(found, ([line, names, file, area]) => ({
    line,
    names: names.split(", "),
    file: I18N + file.slice(2),
    area,
    chunk: `words-${lang}-${area}`,
  })).filter(({ area }) => !ALWAYS.includes(area));
}

const AREAS = Object.fromEntries(LANGS.map((lang) => [lang, areasOf(lang)]));

/** The keys of the words that each name stands for, which only the words themselves say. */
const keys = await keysOf(Object.values(AREAS).flat());

async function keysOf(areas) {
  const entry = "\0words";
  const { output } = await build({
    input: entry,
    platform: "node",
    plugins: [
      {
        name: "words",
        resolveId: (id) => (id === entry ? entry : null),
        load: (id) =>
          id === entry
            ? areas.map(({ names, file }) => `export { ${names.join(", ")} } from ${JSON.stringify(file)};`).join("\n")
            : null,
      },
    ],
    write: false,
    output: { format: "cjs", codeSplitting: false },
  });
  const exports = {};
  new Function("exports", "require", output[0].code)(exports, createRequire(import.meta.url));
  return Object.fromEntries(Object.entries(exports).map(([name, words]) => [name, Object.keys(words)]));
}

/** The chunks that hold an area each, as inputs of the bundler. */
export const WORD_INPUT = Object.fromEntries(
  Object.values(AREAS)
    .flat()
    .map(({ chunk, file }) => [chunk, file]),
);

/** Has a language load an area by the first of its words that is asked for, as a plugin of the bundler. */
export const wordAreas = {
  name: "word-areas",
  resolveId: (id) => (id === LOADER ? LOADER : null),
  /** A name that the bundler cannot read is left to the loader. */
  load: (id) =>
    id === LOADER
      ? `const BESIDE = ["./", ".cjs"]; exports.wordsIn = (chunk) => require(BESIDE[0] + chunk + BESIDE[1]);`
      : null,
  transform: {
    order: "pre",
    handler(code, id) {
      const lang = basename(id, ".ts");
      if (id !== `${I18N}${lang}.ts` || !LANGS.includes(lang)) return null;
      return AREAS[lang].reduce(withoutArea, `import { wordsIn } from ${JSON.stringify(LOADER)};\n${code}`);
    },
  },
};

/** Takes an area out of the text of a language: what it was spread or named as is asked of its chunk. */
function withoutArea(code, { line, names, chunk }) {
  const asked = (name) => `return wordsIn(${JSON.stringify(chunk)}).${name}`;
  return names.reduce(
    (text, name) => {
      const spread = keys[name].map((key) => `get ${key}() { ${asked(name)}.${key}; },`).join(" ");
      const next = text
        .replace(`...${name},`, () => spread)
        .replace(new RegExp(`(\\w+): ${name},`), (_, key) => `get ${key}() { ${asked(name)}; },`);
      if (next === text || next.includes(`${name},\n`)) throw new Error(`${chunk}: ${name} is used otherwise`);
      return next;
    },
    code.replace(line, ""),
  );
}
