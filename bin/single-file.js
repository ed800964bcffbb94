// `porte` as one file: Node, with this program, its chunks and its files inside (tools/single-file.mjs makes it).
const { createRequire } = require("node:module");
const { getRawAsset } = require("node:sea");
const { version } = require("../package.json");
const { open, packFrom } = require("./chunks.js");

const bytes = getRawAsset("cli.pack");
const bundle = {
  pack: packFrom(bytes.byteLength, (position, length) => Buffer.from(bytes, position, length)),
  filename: (name) => `/porte/${name}`,
  text: (name) => {
    throw new Error(`${name}: this program is damaged`);
  },
  require: createRequire(process.execPath),
};
const { load, keep } = open(bundle, "cli");
const argv = process.argv.slice(2);
load(argv[0] === "__complete" ? "complete.cjs" : "main.cjs")
  .main(argv, { version, packageFolder: "" })
  .then((code) => {
    keep();
    process.exit(code);
  });
