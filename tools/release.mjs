// Prepares a release, and says what stands in its way: packs both packages twice and compares, writes their hashes and their
// lists of libraries to dist/release. Nothing leaves this machine unless `--publish` is given, in a workflow that npm trusts:
// it then signs where each package was built ("provenance").
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PACKAGES, pack } from "./packages.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const FOLDER = join(ROOT, "dist", "release");
const isForReal = process.argv.includes("--publish");

const { version, repository } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
const obstacles = [...(await ofTheClone()), ...ofTheWorkflow()];
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const tarballs = [];
for (const name of Object.keys(PACKAGES)) tarballs.push(await packedTwice(name));
await writeFile(join(FOLDER, "SHA256SUMS"), tarballs.map(({ file, hash }) => `${hash}  ${basename(file)}\n`).join(""));

const commands = tarballs.map(({ file }) => ["publish", file, "--provenance", "--access", "public"]);
for (const { file, hash } of tarballs) console.log(`${hash}  ${file}`);
for (const words of commands) console.log(`${isForReal ? "" : "would run: "}npm ${words.join(" ")}`);
for (const obstacle of obstacles) console.log(`in the way: ${obstacle}`);
if (isForReal && obstacles.length === 0)
  for (const words of commands) if (spawnSync("npm", words, { stdio: "inherit" }).status !== 0) process.exitCode = 1;
if (isForReal && obstacles.length > 0) process.exitCode = 1;

/** A release is a commit, whose changes are told. */
async function ofTheClone() {
  const found = [];
  const git = (...words) => spawnSync("git", words, { cwd: ROOT, encoding: "utf8" }).stdout?.trim();
  if (git("status", "--porcelain") !== "") found.push("some files are not committed");
  if (git("tag", "--points-at", "HEAD")?.split("\n").includes(`v${version}`) !== true)
    found.push(`no tag v${version} here`);
  const changes = await readFile(join(ROOT, "CHANGELOG.md"), "utf8");
  const title = changes.split("\n").find((line) => line.startsWith(`## ${version}`));
  if (title === undefined || title.includes("not yet released")) found.push(`CHANGELOG.md has no day for ${version}`);
  if (repository === undefined) found.push("package.json names no repository: npm compares it with where it was built");
  return found;
}

/** npm signs for a workflow that proves who it is. */
function ofTheWorkflow() {
  const isTrusted = ["ACTIONS_ID_TOKEN_REQUEST_URL", "SIGSTORE_ID_TOKEN"].some((name) => process.env[name]);
  return isTrusted ? [] : ["this is no workflow that can prove where it runs, so there would be no provenance"];
}

async function packedTwice(name) {
  const [first, second] = [await hashOf(name), await hashOf(name)];
  if (first.hash !== second.hash) throw new Error(`${name}: packed twice, and not the same`);
  const file = join(FOLDER, basename(first.tarball));
  await copyFile(first.tarball, file);
  await copyFile(join(ROOT, "dist", "packages", name, "sbom.cdx.json"), join(FOLDER, `${name}-${version}.cdx.json`));
  return { file, hash: first.hash };
}

async function hashOf(name) {
  const { tarball } = await pack(name);
  return {
    tarball,
    hash: createHash("sha256")
      .update(await readFile(tarball))
      .digest("hex"),
  };
}
