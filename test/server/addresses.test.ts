import { Agent } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newCode, send, Visitor } from "../parts/oauth.ts";
import { freePort } from "../parts/postgres.ts";
import { describeOnOne, startCompany, type TestCompany } from "../parts/programs.ts";

const ELSEWHERE = {
  host: "evil.example",
  "x-forwarded-host": "evil.example",
  "x-forwarded-proto": "https",
  "x-forwarded-port": "444",
  forwarded: "host=evil.example;proto=https",
};
const DISCOVERY = "/.well-known/openid-configuration";

/** Every address that the company tells of itself, whatever it is asked as. */
async function addressesOf(url: string): Promise<string[]> {
  const answers = await Promise.all([
    send(url, "GET", DISCOVERY, { headers: ELSEWHERE }),
    newCode(url, ELSEWHERE),
    send(url, "GET", "/device", { headers: ELSEWHERE }),
  ]);
  return answers.flatMap(({ text }) => text.match(/https?:\/\/[^/"\s]+/g) ?? []);
}

describe("every address that the company tells is the one that it was given", () => {
  test("behind a proxy", async () => {
    const port = await freePort();
    const company = await startCompany(
      "PGlite",
      ...["--port", String(port), "--public-url", "https://portage.example", "--trust-proxy", "1"],
    );
    const told = await addressesOf(`http://127.0.0.1:${port}`);
    await company.stop();
    expect(told.length).toBeGreaterThan(8);
    expect([...new Set(told)]).toEqual(["https://portage.example"]);
  });

  test("by itself", async () => {
    const company = await startCompany("PGlite");
    const told = await addressesOf(company.url);
    await company.stop();
    expect(told.length).toBeGreaterThan(8);
    expect([...new Set(told)]).toEqual([company.url]);
  });
});

describeOnOne("the pages of a login", {}, (database) => {
  let company: TestCompany;

  beforeAll(async () => {
    company = await startCompany(database, "--trust-proxy", "1");
  });
  afterAll(() => company.stop());

  test("refuse what was never begun with a page that says so", async () => {
    const visitor = new Visitor(company.url, "198.51.100.1");
    const uid = "a".repeat(43);
    const answers = await Promise.all([
      visitor.get("/device/x"),
      visitor.get(`/device/${uid}`),
      visitor.post("/device", { user_code: "BBBB-BBBB" }),
      visitor.post(`/device/${uid}`),
      visitor.get(`/interaction/${uid}`),
      ...["sign-in", "approve", "deny", "other"].map((act) => visitor.post(`/interaction/${uid}/${act}`)),
    ]);
    for (const { status, headers, text } of answers) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      if (status !== 404)
        expect([headers["content-type"], text]).toEqual([
          expect.stringContaining("text/html"),
          expect.stringContaining("porte login"),
        ]);
    }
  });

  test("let nobody approve before it is known who approves, nor sign in twice, nor in another's place", async () => {
    const visitor = new Visitor(company.url, "198.51.100.2");
    const { user_code } = JSON.parse((await newCode(company.url, visitor.from)).text);
    const path = await visitor.confirm(user_code);
    for (const act of ["approve", "other"]) expect((await visitor.post(`${path}/${act}`)).status).toBe(400);
    const next = await visitor.follow(await visitor.signIn(path, company.claire));
    expect((await visitor.signIn(path, company.claire)).status).toBe(400);
    expect((await visitor.signIn(next.path, company.karim)).status).toBe(400);
    const stranger = new Visitor(company.url, "198.51.100.3");
    expect((await stranger.post(`${next.path}/approve`)).status).toBe(400);
    expect((await visitor.follow(await visitor.post(`${next.path}/approve`))).page.status).toBe(200);
  });

  test("refuse fields that are no text, or there twice", async () => {
    const visitor = new Visitor(company.url, "198.51.100.4");
    const { user_code } = JSON.parse((await newCode(company.url, visitor.from)).text);
    const path = await visitor.confirm(user_code);
    expect((await visitor.signIn(path, { email: "a\0b", password: "c\0d" })).status).toBe(400);
    const twice = `email=${company.claire.email}&email=b&password=${company.claire.password}`;
    expect((await visitor.postText(`${path}/sign-in`, twice)).status).toBe(400);
  });

  test("hear a form out that they refuse, and serve the next one on its line", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const headers = { "content-type": "application/x-www-form-urlencoded", "x-forwarded-for": "198.51.100.5" };
    const body = Buffer.alloc(300_000, "a");
    for (const path of ["/oauth/token", "/oauth/device", "/oauth/revoke", "/device"]) {
      const length = { ...headers, "content-length": String(body.length) };
      for (const sent of [length, { ...headers, "transfer-encoding": "chunked" }]) {
        const refused = await send(company.url, "POST", path, { headers: sent, body, agent });
        expect(refused.status).toBeGreaterThanOrEqual(400);
        expect(refused.status).toBeLessThan(500);
        expect((await send(company.url, "GET", "/v1/service", { agent })).status).toBe(200);
      }
    }
    agent.destroy();
  });
});
