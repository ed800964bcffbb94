#!/usr/bin/env node
const { dirname, join } = require("node:path");
const { version } = require("../package.json");

const packageFolder = dirname(__dirname);
require("./chunks.js")
  .open(join(packageFolder, "dist", "server"))
  .load("main.cjs")
  .main(process.argv.slice(2), process.env, { version, packageFolder })
  .then((code) => {
    process.exitCode = code;
  });
