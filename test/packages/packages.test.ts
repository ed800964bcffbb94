// slow: 40 s
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONTRACT_VERSION } from "../../src/contract/answers.ts";
import { bindLaw } from "../../src/payroll/law.ts";
import { payslip } from "../../src/payroll/payslip.ts";
import { defaultSituation } from "../../src/payroll/situation.ts";
import { NOW, type Outcome, ROOT, runFile } from "../parts/programs.ts";

const MAX_PACKAGES = 5;
const MAX_BYTES = 10_000_000;
const COMPILER = join(ROOT, "node_modules", "typescript", "bin", "tsc");
/** As strict as a program can be that imports the library. Node's types are all that it needs beside. */
const COMPILED = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2023", "--module", "nodenext"];
COMPILED.push("--resolveJsonModule", "--types", "node", "--typeRoots", join(ROOT, "node_modules", "@types"));

/** A folder that knows nothing of the clone, whose name is as a person's may be. */
const folder = mkdtempSync(join(tmpdir(), "porte é à "));
const here = join(folder, "alone");
const there = join(folder, "company");
const env = { HOME: folder, PORTE_NOW: NOW, PORTE_LANG: "fr", PORTE_CACHE_DIR: join(folder, "cache") };
let tarball = "";
let stop: () => Promise<void> = async () => {};
let access: { url: string; portes: { token: string }[] };

beforeAll(async () => {
  tarball = await packed("porte");
  mkdirSync(here);
  writeFileSync(join(here, "package.json"), "{}");
  const words = ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", tarball];
  const { status, stderr } = spawnSync("npm", words, { cwd: here, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  await installCompany(await packed("porte-company"));
  await startCompany();
});
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Packs as `npm run pack:porte` does once the build is there: the last line printed is the tarball's path. */
async function packed(name: string): Promise<string> {
  const { stdout, stderr, code } = await runFile(process.execPath, [join(ROOT, "tools", "pack.mjs"), name], {});
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout.trimEnd().split("\n").at(-1) ?? "";
}

/** Lays the company's package as npm would, with what its manifest asks for and nothing else: no registry is needed. */
async function installCompany(file: string): Promise<void> {
  const own = join(there, "node_modules", "porte-company");
  mkdirSync(own, { recursive: true });
  expect(spawnSync("tar", ["xzf", file, "-C", own, "--strip-components=1"]).status).toBe(0);
  const { dependencies } = JSON.parse(readFileSync(join(own, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    const place = join(there, "node_modules", name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), place);
  }
}

async function startCompany(): Promise<void> {
  const program = join(there, "node_modules", "porte-company", "bin", "porte-company.js");
  const words = [program, "serve", "--demo", "--data", join(folder, "data"), "--port", "0", "--json"];
  const child = spawn(process.execPath, words, { cwd: there, env, stdio: ["ignore", "pipe", "inherit"] });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  stop = async () => {
    child.kill();
    await gone;
  };
  access = JSON.parse(await new Promise((resolve) => createInterface({ input: child.stdout }).once("line", resolve)));
}

function porte(...words: string[]): Promise<Outcome> {
  const token = access.portes[0]?.token;
  return runFile(process.execPath, [join(here, "node_modules", ".bin", "porte"), ...words], {
    env: { ...env, PORTE_API_URL: access.url, PORTE_TOKEN: token },
  });
}

function filesUnder(place: string): string[] {
  const all = readdirSync(place, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe("the command line's package", () => {
  test(`installs ${MAX_PACKAGES} packages and ${MAX_BYTES / 1e6} MB at most, without a network`, () => {
    const files = filesUnder(join(here, "node_modules"));
    const manifests = files.filter((file) => /node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(file));
    expect(manifests.length).toBeGreaterThan(0);
    expect(manifests.length).toBeLessThanOrEqual(MAX_PACKAGES);
    expect(files.reduce((bytes, file) => bytes + statSync(file).size, 0)).toBeLessThanOrEqual(MAX_BYTES);
  });

  test("is a library too: another program imports the payroll, the client and the contract, with their types", async () => {
    const example = join(here, "example.mjs");
    copyFileSync(join(ROOT, "test", "packages", "library.example.mjs"), example);
    const wrong = 'import { call } from "porte/client";\nexport const me = call({} as never, "getMee", {} as never);\n';
    writeFileSync(join(here, "wrong.mts"), wrong);
    const both = [example, join(here, "wrong.mts")];
    const compiled = await runFile(process.execPath, [COMPILER, ...COMPILED, "--allowJs", "--checkJs", ...both], {});
    expect(compiled.code).toBeGreaterThan(0);
    /** Of the two, what is wrong is refused alone, by its name. */
    const [refused, ...others] = compiled.stdout.split("\n").filter((line) => /: error TS\d+:/.test(line));
    expect({ refused, others }).toEqual({ refused: expect.stringMatching(/wrong\.mts.*"getMee"/), others: [] });

    const run = await runFile(process.execPath, ["--no-warnings", example], {
      env: { ...env, PORTE_API_URL: access.url, PORTE_TOKEN: access.portes[0]?.token },
    });
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: "" });
    const { netPaidCents } = payslip(bindLaw("2026-11", defaultSituation("2026-11")), 400_000, "neutral");
    expect(JSON.parse(run.stdout)).toMatchObject({ netPaidCents, name: "Claire Morel", contract: CONTRACT_VERSION });
  });

  test("declares a month, and reads a PDF, with the company's package", async () => {
    const templates = join(here, "node_modules", "porte", "templates");
    const declared = await porte("declare", "2026-11", "--csv", join(templates, "timesheet.csv"), "--yes", "--json");
    expect({ ...declared, stdout: JSON.parse(declared.stdout).state ?? "" }).toMatchObject({ code: 0, stderr: "" });
    const receipt = ["expenses", "add", join(templates, "receipt.pdf"), "--read", "--category", "meal-away", "--json"];
    const kept = await porte(...receipt);
    expect(kept).toMatchObject({ code: 0, stderr: "" });
    expect(kept.stdout).toContain('"amount":21.4,');
  });

  test("plays the tour without a company and names the package of one, and the keyring's where it is not there", async () => {
    const tour = await porte("demo");
    expect(tour).toMatchObject({ code: 0, stdout: expect.stringContaining("npm install -g porte porte-company") });
    expect(tour.stdout).toMatch(/2026-10\S*\.pdf/);
    const login = await runFile(
      process.execPath,
      [join(here, "node_modules", ".bin", "porte"), "login", access.url, "--with-token"],
      {
        env,
        input: access.portes[0]?.token ?? "",
      },
    );
    expect(login.stdout).toContain("@napi-rs/keyring");
    const asked = await runFile(process.execPath, [join(here, "node_modules", ".bin", "porte"), "whoami"], { env });
    expect(asked.stdout).toContain("npm install -g @napi-rs/keyring");
  });

  test("has the licence of each library that it holds, and their list", () => {
    const own = join(here, "node_modules", "porte");
    const { components } = JSON.parse(readFileSync(join(own, "sbom.cdx.json"), "utf8"));
    const notices = readFileSync(join(own, "THIRD-PARTY-NOTICES.txt"), "utf8");
    const inside = components.filter(({ name }: { name: string }) => name !== "keyring");
    for (const { group, name, version } of inside)
      expect(notices).toContain(`${group === undefined ? "" : `${group}/`}${name} ${version} (`);
    expect(inside.length).toBeGreaterThan(50);
  });

  test("has no path of the machine that built it", () => {
    const texts = filesUnder(join(here, "node_modules", "porte")).map((file) => readFileSync(file, "latin1"));
    expect(texts.filter((text) => text.includes(ROOT))).toEqual([]);
  });
});

test("the same bytes are packed twice, whatever the times and the modes of the files", async () => {
  const hashOf = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");
  const first = hashOf(tarball);
  const before = process.umask(0o077);
  const again = await packed("porte").finally(() => process.umask(before));
  expect(hashOf(again)).toBe(first);
});
