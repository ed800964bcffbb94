import { createRequire } from "node:module";

/**
 * What a library loads or does at once and is never needed here, replaced in the bundles: each costs every command's start,
 * or the company's. What a program would miss fails with its reason.
 */
const REPLACED = [
  {
    /** Nothing is left out: most commands import what may need it, and need none of it. */
    from: /\/src\/(?!server\/)/,
    id: /^node:crypto$/,
    why: "",
    code: () => whenUsed("node:crypto"),
  },
  {
    library: "fastify-openapi-glue",
    id: /^@seriousme\/openapi-schema-validator$/,
    why: "contracts that the build has not checked and resolved",
    code: () => `module.exports = { Validator: class {
      async validate(contract) {
        this.specification = contract;
        this.version = contract.openapi.slice(0, 3);
        return { valid: true };
      }
      resolveRefs() { return this.specification; }
    } };`,
  },
  {
    library: "commander",
    id: /^node:child_process$/,
    why: "commands that are programs of their own",
    code: (fail) => `module.exports = { spawn: ${fail} };`,
  },
  {
    library: "fetch-blob",
    id: /^\.\/streams\.cjs$/,
    why: "streams for a Node that has none",
    code: () => "module.exports = {};",
  },
  {
    library: "node-fetch",
    id: /^node:https$/,
    why: "",
    /** Nothing is left out: TLS is loaded by the first request that is made over it. A company on this machine needs none. */
    code: () => `module.exports = { get request() { return require("node:https").request; } };`,
  },
  {
    library: "node-fetch",
    id: /^node:zlib$/,
    why: "",
    /** Nothing is left out: what unpacks is loaded by the first answer that comes packed. */
    code: () => whenUsed("node:zlib"),
  },
  {
    library: "node-fetch",
    id: /^fetch-blob\/from\.js$/,
    why: "bodies made from paths",
    code: (fail) => `export { default as Blob } from "fetch-blob";
      export { default as File } from "fetch-blob/file.js";
      export const blobFrom = ${fail}, blobFromSync = blobFrom, fileFrom = blobFrom, fileFromSync = blobFrom;`,
  },
  {
    library: "conf",
    id: /^node:assert$/,
    why: "assertions",
    code: () => `const { isDeepStrictEqual } = require("node:util");
      module.exports = { deepEqual(one, other) { if (!isDeepStrictEqual(one, other)) throw new Error("not equal"); } };`,
  },
  {
    library: "conf",
    id: /^semver$/,
    why: "settings that are migrated",
    code: (fail) => `module.exports = { satisfies: ${fail}, gt: ${fail}, lte: ${fail} };`,
  },
  {
    library: "conf",
    id: /^atomically$/,
    why: "settings that half a file may stand for",
    code: (fail) => `module.exports = { writeFileSync: ${fail} };`,
  },
  {
    library: "conf",
    id: /^ajv\/|^ajv-formats$/,
    why: "settings that are checked by a schema",
    code: (fail) => `module.exports = { Ajv2020: class { constructor() { (${fail})(); } }, default: ${fail} };`,
  },
  {
    library: "pdfkit",
    id: /^fontkit$/,
    why: "fonts that are not every reader's own",
    code: (fail) => `export const create = ${fail};`,
  },
  {
    library: "pdfkit",
    id: /^@noble\/ciphers\/aes$/,
    why: "documents with a password",
    code: (fail) => `export const cbc = ${fail}, ecb = cbc;`,
  },
];

/** What a library looks for beside its own file, which a bundle does not have: the text that asks, and what stands for it. */
const REWRITTEN = [
  {
    /** Its colours for archives, and the widths of letters of every font: `porte` writes in two of them. */
    file: /\/pdfkit\/js\/pdfkit\.node\.mjs$/,
    texts: [
      [/new URL\('\.\/data\/[^']+', import\.meta\.url\)\.href/, '""'],
      [/const require\$1 = createRequire\(import\.meta\.url\);/, ""],
      [/^ {2}'?(?!Helvetica)[A-Z][A-Za-z-]*'?: \(\) => require\$1\('#standard-fonts\/\w+'\),?$/gm, ""],
      [/^.*\(\) => require\$1\('#standard-fonts\/\w+Oblique'\),?$/gm, ""],
      [/require\$1\('#standard-fonts\/(\w+)'\)/g, "own$1"],
    ],
    head: `import ownHelvetica from "pdfkit/standard-fonts/Helvetica";
import ownHelveticaBold from "pdfkit/standard-fonts/HelveticaBold";
`,
  },
];

const MARK = "\0left-out:";

/** A library of Node's that is loaded by the first use of any of its functions. */
function whenUsed(name) {
  const getters = Object.getOwnPropertyNames(createRequire(import.meta.url)(name)).map(
    (one) => `get ${one}() { return require("${name}").${one}; }`,
  );
  return `module.exports = { ${getters.join(",\n")} };`;
}

function indexOf(id, importer = "") {
  return REPLACED.findIndex(
    ({ library, from, id: pattern }) =>
      (from?.test(importer) ?? importer.includes(`/node_modules/${library}/`)) && pattern.test(id),
  );
}

/** Says whether an import is one of them: the bundler must not leave it to Node. */
export function isLeftOut(id, importer) {
  return indexOf(id, importer) !== -1;
}

/** A library that no longer asks so stops the build: what stood there must be looked at again. */
function replaced(text, found, instead, id) {
  const next = text.replace(found, instead);
  if (next === text) throw new Error(`${id}: no ${found}`);
  return next;
}

/** Replaces them, as a plugin of the bundler. */
export const leftOut = {
  name: "left-out",
  resolveId(id, importer) {
    const index = indexOf(id, importer);
    return index === -1 ? null : `${MARK}${index}.js`;
  },
  transform(code, id) {
    const rewritten = REWRITTEN.find(({ file }) => file.test(id));
    if (rewritten === undefined) return null;
    const { head, texts } = rewritten;
    return head + texts.reduce((text, [found, instead]) => replaced(text, found, instead, id), code);
  },
  load(id) {
    if (!id.startsWith(MARK)) return null;
    const { library, why, code } = REPLACED[Number.parseInt(id.slice(MARK.length), 10)];
    return code(`() => { throw new Error(${JSON.stringify(`${library}: ${why} are left out of this bundle`)}); }`);
  },
};
