#!/usr/bin/env node
const { dirname, join } = require("node:path");

/** The version of the bundle is that of its package, which is read where the bundle does not say it. */
const versionOf = () => require("../package.json").version;
const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) console.log(versionOf());
else {
  const packageFolder = dirname(__dirname);
  const { inFolder, open } = require("./chunks.js");
  const { load, keep, version = versionOf() } = open(inFolder(join(packageFolder, "dist", "cli")), "cli");
  load(argv[0] === "__complete" ? "complete.cjs" : "main.cjs")
    .main(argv, { version, packageFolder })
    .then((code) => {
      keep();
      process.exit(code);
    });
}
