import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { DockerfileParser, type From, type Instruction, type JSONInstruction } from "dockerfile-ast";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { parse } from "yaml";
import { ROOT, run } from "../parts/programs.ts";

const DEPLOY = join(ROOT, "templates", "deploy");
const textOf = (name: string) => readFileSync(join(DEPLOY, name), "utf8");
const runs = promisify(execFile);

/** Settings that are secrets, so that no flag takes them. */
const SECRETS = ["PORTE_COMPANY_RECEIPT_KEY"];

let flags: Set<string>;
let settings: Set<string>;

beforeAll(async () => {
  const { stdout } = await run("porte-company", ["serve", "--help"]);
  flags = new Set(stdout.match(/--[a-z][a-z-]+/g));
  const names = [...flags].map((flag) => `PORTE_COMPANY_${flag.slice(2).replaceAll("-", "_").toUpperCase()}`);
  settings = new Set([...names, ...SECRETS]);
});

/** The options of a command line, each with the word that follows it. */
function optionsOf(words: readonly string[]): Map<string, string> {
  return new Map(words.flatMap((word, at) => (word.startsWith("--") ? [[word, words[at + 1] ?? ""]] : [])));
}

/** Checks that the program has every setting that a text names, by itself or as a file. */
function expectKnown(text: string): void {
  const named = (text.match(/PORTE_COMPANY_[A-Z_]+/g) ?? []).map((name) => name.replace(/_FILE$/, ""));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !settings.has(name))).toEqual([]);
}

const seconds = (text = "") => Number(/^(\d+)s?$/.exec(text)?.[1]);

describe("the image", () => {
  const file = DockerfileParser.parse(textOf("Dockerfile"));
  const stages = file.getFROMs();
  const last = stages.at(-1)?.getRange().start.line ?? 0;
  const inLast = file.getInstructions().filter((instruction) => instruction.getRange().start.line >= last);
  const wordsOf = (keyword: string) => {
    const found = inLast.filter((instruction) => instruction.getKeyword() === keyword).at(-1);
    return (found as JSONInstruction).getJSONStrings().map((word) => word.getJSONValue());
  };

  test("is made of instructions that are known, in two stages of the Node that the package asks for", () => {
    const known = "FROM WORKDIR COPY RUN ENV USER VOLUME EXPOSE HEALTHCHECK ENTRYPOINT CMD".split(" ");
    const keywords = file.getInstructions().map((instruction: Instruction) => instruction.getKeyword());
    expect(keywords.filter((keyword) => !known.includes(keyword))).toEqual([]);
    expect(stages.map((stage: From) => stage.getImage())).toEqual(["node:20-slim", "node:20-slim"]);
    expect(stages[0]?.getBuildStage()).toBe("build");
  });

  test("runs as nobody in particular, and says how it is", () => {
    const user = inLast.filter((instruction) => instruction.getKeyword() === "USER").at(-1);
    expect(user?.getArgumentsContent()).toBe("node");
    const health = inLast.find((instruction) => instruction.getKeyword() === "HEALTHCHECK");
    expect(health?.getArgumentsContent()).toContain("http://127.0.0.1:8080/healthz");
  });

  test("starts the program by options that it has", () => {
    expect(wordsOf("ENTRYPOINT")).toEqual(["node", "/opt/porte/bin/porte-company.js"]);
    const [command, ...words] = wordsOf("CMD");
    expect(command).toBe("serve");
    expect([...optionsOf(words).keys()].filter((option) => !flags.has(option))).toEqual([]);
  });

  test("copies what there is, and sends nothing else to be copied", () => {
    const sources = file.getCOPYs().flatMap((copy) => {
      const words = copy.getArguments().map((word) => word.getValue());
      return words.slice(0, -1).map((word) => word.replace(/^\/porte\//, ""));
    });
    const made = ["dist", "node_modules", "."];
    expect(sources.filter((name) => !made.includes(name) && !existsSync(join(ROOT, name)))).toEqual([]);
    const [first, ...sent] = textOf("Dockerfile.dockerignore").trim().split("\n");
    expect(first).toBe("**");
    expect(sent.filter((line) => !existsSync(join(ROOT, line.replace(/^!/, ""))))).toEqual([]);
  });

  test("holds no secret", () => {
    for (const name of readdirSync(DEPLOY))
      expect(textOf(name)).not.toMatch(/(password|secret|token|key)[ \t]*[:=][ \t]*["']?[\w+]{8,}/i);
  });
});

test("every library that the build leaves in place is one of the package's own: npm puts it where the programs look", () => {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const own = new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies)]);
  const [, left = ""] =
    /LEFT_IN_PLACE = \[([^\]]+)\]/.exec(readFileSync(join(ROOT, "tools", "build.mjs"), "utf8")) ?? [];
  const names = [...left.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
  expect(names).toContain("pg");
  expect(names.filter((name) => !own.has(name))).toEqual([]);
});

describe("the compose file", () => {
  const { services, secrets } = parse(textOf("compose.yaml"), { merge: true });
  const servers = [services["server-1"], services["server-2"]];

  test.skipIf(inject("compose") === "")("is one to Debian's docker-compose", async () => {
    const folder = mkdtempSync(join(tmpdir(), "porte-compose-"));
    for (const name of ["compose.yaml", "Caddyfile"]) cpSync(join(DEPLOY, name), join(folder, name));
    mkdirSync(join(folder, "secrets"));
    for (const { file } of Object.values<{ file: string }>(secrets)) writeFileSync(join(folder, file), "x");
    const { stdout } = await runs(inject("compose"), ["-f", join(folder, "compose.yaml"), "config"]);
    rmSync(folder, { recursive: true });
    expect(Object.keys(parse(stdout).services).sort()).toEqual(["database", "proxy", "server-1", "server-2"]);
  });

  test("names settings that the program has, and reads secrets from files alone", () => {
    expectKnown(textOf("compose.yaml"));
    for (const { environment, secrets: given } of servers) {
      const files = Object.entries<string>(environment).filter(([name]) => name.endsWith("_FILE"));
      expect(files.map(([, file]) => basename(file))).toEqual(given);
    }
  });

  test("leaves a server more time to stop than the server takes, and believes its proxy alone", () => {
    const { networks } = parse(textOf("compose.yaml"));
    const words = DockerfileParser.parse(textOf("Dockerfile")).getCMDs().at(-1)?.getJSONStrings() ?? [];
    const limit = optionsOf(words.map((word) => word.getJSONValue())).get("--stop-limit");
    for (const { stop_grace_period, environment, ports } of servers) {
      expect(seconds(stop_grace_period)).toBeGreaterThan(seconds(limit) + 10);
      expect(environment.PORTE_COMPANY_TRUST_PROXY).toBe(networks.front.ipam.config[0].subnet);
      expect(ports).toBeUndefined();
    }
    expect(services.database.networks).toEqual(["inside"]);
    expect(textOf("Caddyfile")).toMatch(/@private path \/metrics \/healthz \/readyz\n\trespond @private 404/);
  });
});

/** The commands of the staff's program that a page gives to type: its words, its options, and where it stands. */
function commandsIn(name: string): { words: string[]; options: string[]; name: string }[] {
  const text = readFileSync(join(ROOT, name), "utf8");
  const typed = [...text.matchAll(/`([^`\n]*porte-company [^`\n]+)`|^ {4,}(.*porte-company [^\n]+)$/gm)];
  return typed.flatMap(([, span, line = ""]) => {
    const [, said = ""] = /porte-company ([^#|;]+)/.exec(span ?? line) ?? [];
    const tokens = said.trim().split(/\s+/);
    const at = tokens.findIndex((token) => !/^[a-z]+$/.test(token));
    const words = at === -1 ? tokens : tokens.slice(0, at);
    return [{ words, options: said.match(/--[a-z][a-z-]+/g) ?? [], name }];
  });
}

test("every command that the pages give is one that the program has, with its options", async () => {
  const pages = readdirSync(join(ROOT, "docs")).filter((name) => name.endsWith(".md"));
  const commands = [...pages.map((name) => `docs/${name}`), "README.md"].flatMap(commandsIn);
  const paths = new Set(commands.map(({ words }) => words.slice(0, 2).join(" ")));
  const helpOf = async (path: string): Promise<[string, string]> => {
    const english = { env: { PORTE_LANG: "en" } };
    return [path, (await run("porte-company", [...path.split(" "), "--help"], english)).stdout];
  };
  const helps = new Map(await Promise.all([...paths].map(helpOf)));

  const unknown = commands.flatMap(({ words, options, name }) => {
    const help = helps.get(words.slice(0, 2).join(" ")) ?? "";
    const [, found = ""] = /Usage: porte-company ([a-z ]*)/.exec(help) ?? [];
    const isThere = words.join(" ").startsWith(found.trim()) && found.trim() !== "";
    const lacking = options.filter((option) => !help.includes(option));
    return isThere && lacking.length === 0 ? [] : [`${name}: ${words.join(" ")} ${lacking.join(" ")}`];
  });
  expect(unknown).toEqual([]);
  expect(commands.length).toBeGreaterThan(25);
});

describe("the systemd unit", () => {
  const name = "porte-company@.service";
  const valuesOf = (directive: string) =>
    textOf(name)
      .split("\n")
      .flatMap((line) => (line.startsWith(`${directive}=`) ? [line.slice(directive.length + 1)] : []));

  test.skipIf(inject("systemd") === "")("is one to systemd, and shuts the server in", async () => {
    const folder = mkdtempSync(join(tmpdir(), "porte-unit-"));
    const unit = textOf(name).replace("/usr/bin/node", process.execPath);
    writeFileSync(join(folder, name), unit);
    const { stderr } = await runs(inject("systemd"), ["verify", "--man=no", join(folder, name)]);
    expect(stderr.split("\n").filter((line) => line.includes(name))).toEqual([]);
    const strict = ["security", "--offline=true", "--threshold=20", "--no-pager", join(folder, name)];
    await expect(runs(inject("systemd"), strict)).resolves.toBeDefined();
    rmSync(folder, { recursive: true });
  });

  test("starts the program by options and settings that it has, and leaves it time to stop", () => {
    const words = (valuesOf("ExecStart")[0] ?? "").split(" ");
    const options = optionsOf(words);
    expect(words.slice(0, 3)).toEqual(["/usr/bin/node", "/opt/porte/bin/porte-company.js", "serve"]);
    expect([...options.keys()].filter((option) => !flags.has(option))).toEqual([]);
    expect(seconds(valuesOf("TimeoutStopSec")[0])).toBeGreaterThan(seconds(options.get("--stop-limit")) + 10);
    expectKnown(textOf(name));
    expectKnown(textOf("environment.example"));
  });

  test("reads secrets from files that it is given", () => {
    const given = valuesOf("LoadCredential").map((value) => value.split(":")[0]);
    const read = valuesOf("Environment").flatMap((value) => /_FILE=%d\/(.+)$/.exec(value)?.[1] ?? []);
    expect(read).toEqual(given);
  });
});
