// Runs a program with settings in its environment, on any system: node tools/with.mjs NAME=value … -- program words…
// A setting that the environment has already is left as it is there. npm says where the programs of its scripts are.
import { spawn } from "node:child_process";

const words = process.argv.slice(2);
const end = words.indexOf("--");
const settings = Object.fromEntries(words.slice(0, end).map((word) => word.split(/=(.*)/s)));
const [program, ...rest] = words.slice(end + 1);
const env = { ...settings, ...process.env };
spawn(program, rest, { stdio: "inherit", env, shell: process.platform === "win32" }).once("exit", (code) => {
  process.exitCode = code ?? 1;
});
