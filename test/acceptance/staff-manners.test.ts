import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { COMPANY, NOW, type Outcome, runFile } from "../parts/programs.ts";
import { runHere } from "../parts/run-here.ts";

const ESC = "\u001b";
const folder = mkdtempSync(join(tmpdir(), "porte-manners-"));
const hasStrace = spawnSync("strace", ["-e", "trace=none", "true"]).status === 0;

let lie: (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let url: string;
let tokens: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/v1/me") return nobody(response);
    tokens.push(request.headers.authorization);
    lie(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  tokens = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Who asks is asked once a token; this company does not say, and the line is closed so that the next request shows where it begins. */
const nobody = (response: ServerResponse) => {
  const facts = { type: "about:blank", title: "no", status: 404, code: "company.not_found", facts: { what: "me" } };
  const headers = { "content-type": "application/problem+json", connection: "close" };
  response.writeHead(404, headers).end(JSON.stringify(facts));
};

const says = (body: string, status = 200, type = "application/json") => {
  lie = (_request, response) => void response.writeHead(status, { "content-type": type }).end(body);
};
/** What a trace of the system's calls shows of a key: its file alone is renamed and removed under that name. */
const STEPS: readonly (readonly [string, RegExp])[] = [
  ["synced", /\bf(data)?sync\(/],
  ["sent", /\bconnect\(.*AF_INET/],
  ["named", /\brename\(.*acts\/\w+\.json"\)/],
  ["removed", /\bunlink\(".*acts\/\w+\.json"\)/],
];
const env = (more: Record<string, string> = {}) => ({
  PORTE_COMPANY_STATE_DIR: join(folder, "state"),
  PORTE_NOW: NOW,
  PORTE_LANG: "en",
  ...more,
});
const staff = (words: string[], more: Record<string, string> = { PORTE_COMPANY_TOKEN: "a-token" }, input = "") =>
  runHere("porte-company", words, { env: env({ PORTE_COMPANY_URL: url, ...more }), input });
const PAYMENT = ["payments", "record", "--porte", "c@porte.example", "--mission", "ACME", "--amount", "1000"];

describe("the staff's program, before a company that is none", () => {
  test.each(["{}", "null", "[]", '{"items":[{}]}', "<html>", '{"items":[],"nextCursor":7}'])(
    "says of %s that no company answers",
    async (body) => {
      says(body);
      const outcomes = await Promise.all([staff(["reports", "list"]), staff(PAYMENT)]);
      expect(outcomes.map(({ code, stdout }) => ({ code, stdout }))).toEqual([
        { code: 4, stdout: "" },
        { code: 4, stdout: "" },
      ]);
    },
  );

  test("follows it nowhere, and no further than it can end", async () => {
    let asked = 0;
    lie = (_request, response) => {
      asked += 1;
      response.writeHead(302, { location: `${url}/elsewhere` }).end();
    };
    expect((await staff(["reports", "list"])).code).toBe(4);
    expect(asked).toBeLessThan(4);
    says('{"items":[],"nextCursor":"again"}');
    expect((await staff(["reports", "list"])).code).toBe(4);
  });

  test("waits no longer than it is told to", async () => {
    lie = () => undefined;
    const outcome = await staff(["reports", "list", "--timeout", "1"]);
    expect(outcome).toMatchObject({ code: 4, stderr: expect.stringContaining("1") });
  });

  test("shows nothing that a terminal would obey", async () => {
    const title = `no${ESC}]0;x\u0007${ESC}[31m \u202Ered`;
    says(
      JSON.stringify({ type: "about:blank", title, status: 403, code: "x.y", facts: {} }),
      403,
      "application/problem+json",
    );
    const { stderr, code } = await staff(PAYMENT);
    expect(code).toBe(5);
    expect(stderr).toContain("red");
    expect(stderr.match(/[^\P{C}\n]/gu)).toBeNull();
  });

  test("sends its token in clear to no other machine", async () => {
    const outcome = await staff(["reports", "list", "--url", "http://company.example"]);
    expect(outcome).toMatchObject({ code: 2, stdout: "" });
  });

  test("takes its token from a file, from standard input or from the environment", async () => {
    says('{"items":[],"nextCursor":null}');
    const file = join(folder, "token");
    writeFileSync(file, "from-file\n", { mode: 0o600 });
    const list = ["reports", "list", "--json"];
    const outcomes: Outcome[] = [
      await staff([...list, "--token-file", file]),
      await staff([...list, "--token-file", "-"], {}, "from-stdin\n"),
      await staff(list, { PORTE_COMPANY_TOKEN_FILE: file }),
      await staff(list, { PORTE_COMPANY_TOKEN: "from-env" }),
    ];
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(tokens).toEqual(["from-file", "from-stdin", "from-file", "from-env"].map((token) => `Bearer ${token}`));
    expect((await staff(list, {})).stderr).toContain("--token-file");
    expect((await staff([...list, "--token-file", "-"], {}, "\n")).code).toBe(2);
  });

  test.skipIf(!hasStrace)("has each key on the disk before it is sent, and its end once it is answered", async () => {
    const id = "00000000-0000-7000-8000-000000000001";
    says(JSON.stringify({ id, amountCents: 100_000, feeCents: 7_000, balanceCents: 93_000 }), 201);
    const calls = join(folder, "calls");
    const program = [process.execPath, ...COMPANY, ...PAYMENT];
    const traced = ["-f", "-o", calls, "-e", "trace=fsync,fdatasync,rename,unlink,connect", ...program];

    const { code } = await runFile("strace", traced, {
      env: env({ PORTE_COMPANY_URL: url, PORTE_COMPANY_TOKEN: "another-token" }),
    });

    expect(code).toBe(0);
    const { stdout } = await runFile("cat", [calls], {});
    const order = stdout.split("\n").flatMap((line) => STEPS.find(([, what]) => what.test(line))?.[0] ?? []);
    expect(order.slice(order.indexOf("sent") + 1)).toEqual(["synced", "named", "synced", "sent", "removed", "synced"]);
  });
});
