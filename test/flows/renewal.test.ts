import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Machine, openSession } from "../../src/flows/session.ts";
import { CredentialStore } from "../../src/store/credentials.ts";
import { Settings } from "../../src/store/settings.ts";
import { newMachine, type TestMachine } from "../parts/machine.ts";
import { ME } from "../view/shown.ts";

const DAY_MS = 86_400_000;
/** The company's own moment. */
const COMPANY_NOW = new Date("2026-11-25T16:40:00.000Z");

/** A login server and a company that know one session: each refresh token serves once, and the last access token alone opens. */
let server: Server;
let url: string;
let serial: number;
let isLoginAway: boolean;
beforeAll(async () => {
  server = createServer((asked, answer) => {
    answer.setHeader("date", COMPANY_NOW.toUTCString());
    if (asked.url === "/.well-known/openid-configuration")
      return json(answer, 200, { issuer: url, token_endpoint: `${url}/token`, jwks_uri: `${url}/jwks` });
    if (asked.url === "/v1/me")
      return asked.headers.authorization === `Bearer access-${serial}`
        ? json(answer, 200, ME)
        : json(answer, 401, { code: "auth.refused", title: "no", facts: { url } });
    let form = "";
    asked.on("data", (chunk) => {
      form += chunk;
    });
    asked.on("end", () => {
      if (isLoginAway) return void asked.socket.destroy();
      if (new URLSearchParams(form).get("refresh_token") !== `refresh-${serial}`)
        return json(answer, 400, { error: "invalid_grant" });
      serial += 1;
      json(answer, 200, { ...tokens(), token_type: "bearer", expires_in: 900, id_token: idToken() });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const tokens = () => ({ access_token: `access-${serial}`, refresh_token: `refresh-${serial}` });
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
/** One that ended years ago: no clock of this machine can be so wrong, and none is judged by it. */
const idToken = () => `${part({ alg: "RS256" })}.${part({ iss: url, sub: "1", aud: "porte-cli", exp: 2, iat: 1 })}.AA`;

function json(answer: ServerResponse, status: number, value: object): void {
  answer.writeHead(status, { "content-type": "application/json" });
  answer.end(JSON.stringify(value));
}

let home: TestMachine;
let aheads: number[];
beforeEach(async () => {
  serial = 1;
  isLoginAway = false;
  aheads = [];
  home = newMachine();
  await new Settings(home.machine.folders).inTurn(async (held) =>
    held.keepProfile("default", { url, issuer: url, company: "A", person: "B", secretIn: "file" }),
  );
});
afterEach(() => home.remove());

const store = () => new CredentialStore(home.machine.folders, "file");
const keep = (expiresAtMs: number) =>
  store().keep("default", { accessToken: `access-${serial}`, refreshToken: `refresh-${serial}`, expiresAtMs });
/** A machine whose clock is so many days ahead of the company's. */
const machine = (days: number): Machine => ({
  ...home.machine,
  now: () => new Date(COMPANY_NOW.getTime() + days * DAY_MS),
  onClockOff: (aheadMs) => void aheads.push(Math.round(aheadMs / DAY_MS)),
});

test.each([31, -31])("a clock that is %d days off renews the session, keeps it, and is told", async (days) => {
  await keep(machine(days).now().getTime());
  const session = await openSession(machine(days));
  expect((await session.company.me()).name).toBe(ME.name);
  expect(aheads).toEqual([days]);
  expect((await store().find("default"))?.credentials).toMatchObject({
    accessToken: "access-2",
    refreshToken: "refresh-2",
  });
});

test("a clock that is right again finds its session, whatever end it had noted", async () => {
  await keep(COMPANY_NOW.getTime() + 31 * DAY_MS);
  serial = 2;
  await store().keep("default", {
    accessToken: "access-1",
    refreshToken: "refresh-2",
    expiresAtMs: COMPANY_NOW.getTime() + 31 * DAY_MS,
  });
  const { company } = await openSession(machine(0));
  const names = await Promise.all([company.me(), company.me(), company.me()]);
  expect(names.map(({ name }) => name)).toEqual([ME.name, ME.name, ME.name]);
  expect(serial).toBe(3);
  expect(aheads).toEqual([]);
});

test("a session that is no longer known is refused, once", async () => {
  await store().keep("default", { accessToken: "a", refreshToken: "r", expiresAtMs: null });
  const { company } = await openSession(machine(0));
  await expect(company.me()).rejects.toMatchObject({ code: "auth.refused" });
});

test("a login server that is away leaves the company away, and the session as it was", async () => {
  await keep(COMPANY_NOW.getTime());
  isLoginAway = true;
  const { company } = await openSession(machine(0));
  await expect(company.me()).rejects.toMatchObject({ code: "server.unreachable" });
  expect((await store().find("default"))?.credentials.refreshToken).toBe("refresh-1");
});
