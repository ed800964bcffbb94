#!/usr/bin/env node
const { dirname } = require("node:path");
const { version } = require("../package.json");

const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) console.log(version);
else
  require("../dist/cli/main.cjs")
    .main(argv, { version, packageFolder: dirname(__dirname) })
    .then((code) => {
      process.exitCode = code;
    });
