#!/usr/bin/env node
import("../dist/server/main.js")
  .then(({ main }) => main(process.argv.slice(2), process.env))
  .then((code) => {
    process.exitCode = code;
  });
