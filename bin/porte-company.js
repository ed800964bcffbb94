#!/usr/bin/env node
const { dirname, join } = require("node:path");
const { version } = require("../package.json");

/** A company that serves keeps its code once it has answered for a while, because it may be killed. */
const SETTLED_MS = 5000;

const packageFolder = dirname(__dirname);
const { inFolder, open } = require("./chunks.js");
const { load, keep } = open(inFolder(join(packageFolder, "dist", "server")), "server");
setTimeout(keep, SETTLED_MS).unref();
load("main.cjs")
  .main(process.argv.slice(2), process.env, { version, packageFolder })
  .then((code) => {
    keep();
    process.exitCode = code;
  });
