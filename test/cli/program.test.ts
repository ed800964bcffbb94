import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerOf, newHome, ROOT } from "../parts/programs.ts";

const home = newHome();
const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
afterAll(() => home.remove());

/** What is set of the mail server. */
const MAIL = ["host", "port", "security", "user", "from", "password"].map((name) => `mail.${name}`);

describe("porte alone", () => {
  test("before any company, names what works without one, and each of it does", async () => {
    const { stdout, stderr, code } = await home.porte();
    const { try: steps } = await answerOf(home.porte("--json"));

    expect([code, stderr]).toEqual([0, ""]);
    for (const { command } of steps) expect(stdout).toContain(command);
    const [first] = steps;
    expect((await home.porte(...first.command.split(" ").slice(1))).code).toBe(0);
    expect((await home.porte("--lang", "fr")).stdout).toMatch(/^porte : [\s\S]*porte simulate --tjm 550/);
  });

  test("is the status, once there is a company", async () => {
    const there = { PORTE_TOKEN: "t", PORTE_API_URL: "http://127.0.0.1:9" };
    const [alone, status] = await Promise.all([home.run([], { env: there }), home.run(["status"], { env: there })]);

    expect(alone).toEqual(status);
  });

  test("with a word that is no command still names what was meant", async () => {
    const { stderr, code } = await home.porte("--profile", "mine", "statu");

    expect(code).toBe(2);
    expect(stderr).toContain("statu");
  });
});

describe("help", () => {
  test.each(["environment", "exit-codes", "formats", "privacy"])(
    "%s is a page of its own, in both languages",
    async (topic) => {
      const [english, french] = await Promise.all([
        home.porte("help", topic),
        home.porte("--lang", "fr", "help", topic),
      ]);

      expect([english.code, french.code]).toEqual([0, 0]);
      expect(english.stdout.split("\n").length).toBeGreaterThan(5);
      expect(french.stdout).not.toBe(english.stdout);
      expect(Object.keys(await answerOf(home.porte("help", topic, "--json"))).length).toBeGreaterThan(5);
    },
  );

  test("of privacy says that nothing is sent to anybody but the company", async () => {
    expect((await home.porte("help", "privacy")).stdout).toMatch(/^porte sends nothing to anybody but your company\./);
    expect((await home.porte("aide", "confidentialité", "--lang", "fr")).stdout).toMatch(
      /^porte n'envoie rien à personne d'autre que votre société\./,
    );
  });

  test("of what is neither a command nor a topic ends with 2 and lists the topics", async () => {
    const { stdout, stderr, code } = await home.porte("help", "anything", "--json");
    const { error } = JSON.parse(stderr);

    expect([stdout, code, error.code]).toEqual(["", 2, "usage.unknown_topic"]);
    expect(error.details.topics).toEqual(["environment", "exit-codes", "formats", "privacy"]);
  });

  test("with common options before it is the same", async () => {
    expect(await home.porte("--profile", "mine", "help", "privacy")).toEqual(await home.porte("help", "privacy"));
    expect((await home.porte("--profile", "mine", "help", "declare")).stdout).toBe(
      (await home.porte("declare", "--help")).stdout,
    );
  });
});

test("version shows what runs", async () => {
  expect((await home.porte("version")).stdout).toMatch(
    new RegExp(`^porte ${version} · Node ${process.versions.node} · API `),
  );
  expect(await answerOf(home.porte("version", "--json"))).toMatchObject({ version, node: process.versions.node });
});

describe("a setting", () => {
  test("that is set holds from the next command on, and says where it comes from", async () => {
    const own = newHome();
    const spoken = (env: Record<string, string | undefined>) => own.run(["config", "get", "lang", "--json"], { env });
    await answerOf(own.porte("config", "set", "lang", "fr", "--json"));

    expect(JSON.parse((await spoken({ PORTE_LANG: undefined })).stdout)).toEqual({
      key: "lang",
      value: "fr",
      source: "file",
      place: join(own.folder, ".config", "porte", "settings.json"),
    });
    expect(JSON.parse((await spoken({ PORTE_LANG: "en" })).stdout)).toMatchObject({
      source: "environment",
      place: "PORTE_LANG",
    });
    expect(
      (await own.run(["help", "privacy"], { env: { PORTE_LANG: undefined, LANG: "en_GB.UTF-8" } })).stdout,
    ).toMatch(/^porte n'envoie/);
    await answerOf(own.porte("config", "set", "lang", "default", "--json"));
    expect(JSON.parse((await spoken({ PORTE_LANG: undefined })).stdout)).toMatchObject({ source: "default" });
    own.remove();
  });

  test("that there is none, or a value that it cannot have, is refused with what there is", async () => {
    const error = async (...words: string[]) =>
      JSON.parse((await home.porte("config", ...words, "--json")).stderr).error;

    expect(await error("get", "colour")).toMatchObject({
      code: "usage.unknown_setting",
      details: { known: ["profile", "lang", "timeout", "color", "exposure-threshold", "remind.quiet", ...MAIL] },
    });
    expect(await error("set", "lang", "de")).toMatchObject({ code: "usage.choice" });
    expect(await error("set", "timeout", "0")).toMatchObject({ code: "input.count" });
    expect(await error("set", "remind.quiet", "la nuit")).toMatchObject({ code: "usage.choice" });
    expect(await error("set", "exposure-threshold", "beaucoup")).toMatchObject({ code: "input.amount" });
    expect((await home.porte("config", "set", "profile", "nobody")).code).toBe(2);
  });

  test("is listed with its value, and so are the folders", async () => {
    const { settings } = await answerOf(home.porte("config", "--json"));
    const { paths } = await answerOf(home.porte("config", "path", "--json"));

    expect(settings.map(({ key }: { key: string }) => key)).toEqual([
      "profile",
      "lang",
      "timeout",
      "color",
      "exposure-threshold",
      "remind.quiet",
      ...MAIL,
    ]);
    for (const { path } of paths) expect(path.startsWith(home.folder)).toBe(true);
  });
});

describe("update-check", () => {
  let registry: Server;
  let asked: string[] = [];
  let latest = "99.0.0";
  const env = () => ({ npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/` });

  beforeAll(async () => {
    registry = createServer(({ url = "" }, response) => {
      asked.push(url);
      response.writeHead(latest === "" ? 404 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify({ name: "porte", version: latest }));
    });
    await new Promise<void>((resolve) => registry.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => registry.close());

  test("asks the registry once, and no other command does", async () => {
    asked = [];
    for (const words of [[], ["version"], ["help", "privacy"], ["simulate", "--tjm", "550"]])
      await home.run(words, { env: env() });
    expect(asked).toEqual([]);

    const { stdout, stderr, code } = await home.run(["update-check"], { env: env() });
    expect([code, asked]).toEqual([0, ["/porte/latest"]]);
    expect(stdout).toContain("99.0.0");
    expect(stderr).toContain("127.0.0.1");
  });

  test("says that the latest is installed", async () => {
    latest = version;
    expect(await answerOf(home.run(["update-check", "--json"], { env: env() }))).toMatchObject({
      newer: false,
      latest: version,
    });
  });

  test("ends with 4 where no registry answers", async () => {
    latest = "";
    const unknown = await home.run(["update-check", "--json"], { env: env() });
    const away = await home.run(["update-check", "--json"], { env: { npm_config_registry: "http://127.0.0.1:9" } });

    expect([unknown, away].map(({ code, stderr }) => [code, JSON.parse(stderr).error.code])).toEqual([
      [4, "server.registry"],
      [4, "server.registry"],
    ]);
    const said = [unknown, away].map(({ stderr }) => JSON.parse(stderr).error.message);
    expect(said[0]).toMatch(/is not published on http:\S+\.$|answered with an error/);
    expect(said[1]).toBe("The registry http://127.0.0.1:9 does not answer (connection refused).");
  });
});
