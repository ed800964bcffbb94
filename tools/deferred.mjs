import { fileURLToPath } from "node:url";

/**
 * Functions of our own that few runs of `porte` ever call, and whose text is long: a chunk of its own holds each, which the first call
 * loads, at once, as `import()` could not: who calls has no time to wait, or is asked for a word in the middle of a sentence.
 */
const DEFERRED = [
  /** The sentences of every failure, in both languages. */
  { chunk: "failures", source: "i18n/failures.ts", for: ["i18n/catalogue.ts"], names: ["failuresIn"] },
  /** The row of every failure: a run that succeeds ends with 0. */
  { chunk: "exits", source: "errors/failures.ts", for: ["cli/main.ts", "cli/running.ts"], names: ["exitCodeOf"] },
  /** What a mistake on the command line may have meant. */
  { chunk: "mistakes", source: "cli/mistakes.ts", for: ["cli/explained.ts"], names: ["mistakeOf", "unreadOf"] },
];

const MARK = "\0deferred:";
const SOURCES = fileURLToPath(new URL("../src/", import.meta.url));

/** The chunks that hold them, as inputs of the bundler. */
export const DEFERRED_INPUT = Object.fromEntries(DEFERRED.map(({ chunk, source }) => [chunk, `src/${source}`]));

/** Has who calls them load them by the first call, as a plugin of the bundler. */
export const deferred = {
  name: "deferred",
  resolveId: {
    order: "pre",
    handler(id, importer = "") {
      const found = DEFERRED.find(
        (one) => one.for.some((file) => importer === SOURCES + file) && id.endsWith(`/${one.source.split("/").at(-1)}`),
      );
      return found === undefined ? null : `${MARK}${found.chunk}.js`;
    },
  },
  load(id) {
    if (!id.startsWith(MARK)) return null;
    const { chunk, names } = DEFERRED.find(({ chunk: one }) => id === `${MARK}${one}.js`);
    const calls = names.map((name) => `${name}: (...given) => require(CHUNKS[0]).${name}(...given)`);
    /** A name that the bundler cannot read is left to the loader. */
    return `const CHUNKS = ["./${chunk}.cjs"]; module.exports = { ${calls.join(", ")} };`;
  },
};
