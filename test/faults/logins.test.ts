import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isOpenable, issuerAddress, ownPage } from "../../src/client/address.ts";
import { refresh } from "../../src/client/oauth.ts";
import { newHome } from "../parts/programs.ts";

/** What a lying login server says otherwise: of the company, of itself, of the code to type, and of the tokens. */
interface Login {
  readonly service?: object;
  readonly metadata?: object;
  readonly device?: object;
  readonly token?: object;
  /** Answers in its own way; true where it did. */
  readonly answer?: (path: string, outgoing: ServerResponse) => boolean;
}

const at = (path: string, answer: (outgoing: ServerResponse) => void) => ({
  answer: (asked: string, outgoing: ServerResponse) => {
    if (!asked.startsWith(path)) return false;
    answer(outgoing);
    return true;
  },
});
const page = (verification_uri: unknown) => ({ device: { verification_uri } });
const WELL_KNOWN = "/.well-known/";

const busy = (status: number) => (outgoing: ServerResponse) => {
  outgoing.writeHead(status, { "content-type": "application/json", "retry-after": "7" });
  outgoing.end('{"error":"temporarily_unavailable","code":"server.busy"}');
};

const LOGINS: Readonly<Record<string, Login>> = {
  "a page that is a file": page("file:///etc/passwd"),
  "a page that is an option": page("--help"),
  "a page that is a script": page("javascript:alert(1)"),
  "a page on a share": page("smb://evil.example/x"),
  "a page that is a shell": page("ssh://-oProxyCommand=x/"),
  "a page elsewhere": page("https://evil.example/device"),
  "a page with a name in it": page("http://porte@127.0.0.1/device"),
  "a page that is a number": page(7),
  "a whole page elsewhere": { device: { verification_uri_complete: "https://evil.example/?code=1" } },
  "a page with control codes": page("http://127.0.0.1/\u001b]0;owned\u0007\u202e"),
  "a code with control codes": { device: { user_code: "\u001b[31mABCD\u202e\u009b1m\u0007" } },
  "a code that is long": { device: { user_code: "A".repeat(100_000) } },
  "a code that is a number": { device: { user_code: 12 } },
  "a code for ever": { device: { expires_in: 1e308 } },
  "a code that has ended": { device: { expires_in: -1 } },
  "an interval that is none": { device: { interval: "soon" } },
  "a login server in clear elsewhere": { service: { issuer: "http://evil.example" } },
  "a login server that is none": { service: { issuer: "--help" } },
  "a login server that names another": { metadata: { issuer: "https://evil.example" } },
  "tokens asked for elsewhere": { metadata: { token_endpoint: "ELSEWHERE/token" } },
  "codes asked for elsewhere": { metadata: { device_authorization_endpoint: "ELSEWHERE/device" } },
  "no place for codes": { metadata: { device_authorization_endpoint: undefined } },
  "no token": { token: { access_token: undefined } },
  "a token that is a number": { token: { access_token: 4 } },
  "a token of another kind": { token: { token_type: "mac" } },
  "an ID token that is none": { token: { id_token: "\u001b[31m" } },
  "HTML for metadata": at(WELL_KNOWN, (outgoing) => void outgoing.end("<html>")),
  "metadata that are null": at(WELL_KNOWN, (outgoing) => json(outgoing, null)),
  "metadata that are a bomb": at(WELL_KNOWN, (outgoing) => {
    outgoing.setHeader("content-encoding", "gzip").setHeader("content-type", "application/json");
    outgoing.end(gzipSync(Buffer.alloc(64 * 1024 * 1024, " ")));
  }),
  "metadata that never end": at(WELL_KNOWN, (outgoing) => void outgoing.writeHead(200).write("{")),
  "metadata elsewhere": at(WELL_KNOWN, (outgoing) => void outgoing.writeHead(302, { location: "ELSEWHERE/" }).end()),
  "codes that never come": at("/device", (outgoing) => void outgoing.writeHead(200).write("{")),
  "tokens that are cut": at("/token", (outgoing) => {
    outgoing.writeHead(200, { "content-type": "application/json", "content-length": "500" });
    outgoing.write("{", () => outgoing.destroy());
  }),
  "metadata that must wait": at(WELL_KNOWN, busy(503)),
  "codes that must wait": at("/device", busy(429)),
  "tokens that must wait": at("/token", busy(503)),
  "tokens that must wait longer": at("/token", busy(429)),
  "an error with control codes": at("/token", (outgoing) => {
    outgoing.statusCode = 400;
    json(outgoing, { error: "invalid_request", error_description: "\u001b]0;owned\u0007" });
  }),
  "a refusal that is none": at("/token", (outgoing) => {
    outgoing.statusCode = 401;
    outgoing.setHeader("www-authenticate", 'Bearer error="\u009b"').end("");
  }),
};

let server: Server;
let elsewhere: Server;
let url: string;
let other: string;
let asked = 0;

beforeAll(async () => {
  elsewhere = createServer((_incoming, outgoing) => {
    asked += 1;
    outgoing.end();
  });
  other = await listening(elsewhere);
  server = createServer(reply);
  url = await listening(server);
});
afterAll(() => {
  for (const one of [server, elsewhere]) {
    one.closeAllConnections();
    one.close();
  }
});

/** A company and its login server, as the lie of the first part of the path makes them. */
function reply({ url: whole = "" }: IncomingMessage, outgoing: ServerResponse): void {
  const [, place = "", path = ""] = /^\/(\d+)(\/.*)$/.exec(whole) ?? [];
  const lie = Object.values(LOGINS)[Number(place)] ?? {};
  if (lie.answer?.(path, outgoing)) return;
  const own = `${url}/${place}`;
  const tells: readonly (readonly [string, object])[] = [
    ["/v1/service", { service: "portage", contract: "1.0.0", company: "x", issuer: own, ...lie.service }],
    [WELL_KNOWN, { issuer: own, ...endpointsOf(own), ...lie.metadata }],
    ["/device", { ...codeOf(own), ...lie.device }],
    ["/token", { access_token: "secret-token", token_type: "bearer", expires_in: 60, ...lie.token }],
  ];
  const told = tells.find(([start]) => path.startsWith(start));
  if (told === undefined) outgoing.statusCode = 404;
  json(outgoing, told?.[1] ?? { code: "company.not_found", facts: { what: "" }, title: "None" });
}

function endpointsOf(own: string): object {
  return {
    token_endpoint: `${own}/token`,
    device_authorization_endpoint: `${own}/device`,
    revocation_endpoint: `${own}/revoke`,
    jwks_uri: `${own}/jwks`,
  };
}

function codeOf(own: string): object {
  return {
    device_code: "d",
    user_code: "ABCD-EFGH",
    verification_uri: `${own}/page`,
    verification_uri_complete: `${own}/page?code=ABCD-EFGH`,
    expires_in: 3,
    interval: 1,
  };
}

function json(outgoing: ServerResponse, value: unknown): void {
  outgoing.setHeader("content-type", "application/json");
  outgoing.end(JSON.stringify(value)?.replaceAll("ELSEWHERE", other));
}

/** Not what was typed; not let in; away or lying; refused by what follows the login. */
const ENDS: ReadonlySet<number> = new Set([2, 3, 4, 5]);

test(`${Object.keys(LOGINS).length} lying login servers: none is obeyed, nothing is kept, and none is a bug in porte`, {
  timeout: 600_000,
}, async () => {
  const wrong: string[] = [];
  const counts = new Map<number, number>();
  const waiting = Object.keys(LOGINS).entries();
  const worker = async () => {
    for (const [place, name] of waiting) {
      const home = newHome();
      const words = ["login", `${url}/${place}`, "--no-browser", "--secret-store", "file", "--timeout", "2"];
      const { stdout, stderr, code } = await home.porteProcess(...words);
      home.remove();
      counts.set(code, (counts.get(code) ?? 0) + 1);
      const said = stdout + stderr;
      if (!ENDS.has(code)) wrong.push(`${name}: ended with ${code}: ${said}`);
      if (/[^\P{Cc}\n\t]|\p{Cf}/u.test(said)) wrong.push(`${name}: showed a control code: ${JSON.stringify(said)}`);
      if (/secret-token|undefined|A{100}/.test(said)) wrong.push(`${name}: showed ${said}`);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  console.log(`liars: ${Object.keys(LOGINS).length} logins, exit codes ${JSON.stringify([...counts])}`);

  expect(wrong).toEqual([]);
  expect(asked).toBe(0);
});

test("a login server that is busy refuses nobody: one logs in, or renews, later", async () => {
  const waiting = Object.keys(LOGINS).filter((name) => name.includes("must wait"));
  for (const name of waiting) {
    const own = `${url}/${Object.keys(LOGINS).indexOf(name)}`;
    const home = newHome();
    const words = ["login", own, "--no-browser", "--secret-store", "file", "--json"];
    const { stderr, code } = await home.porteProcess(...words);
    home.remove();
    const { error } = JSON.parse(stderr.slice(stderr.indexOf('{"error"')));
    expect([name, code, error.code, error.details.retryAfter]).toEqual([name, 4, "server.busy", 7]);
    if (name.startsWith("codes")) continue;
    const server = { url: own, issuer: own, timeoutMs: 5_000, agent: "test" };
    await expect(refresh(server, "secret", 0)).rejects.toMatchObject({ code: "server.busy", facts: { retryAfter: 7 } });
  }
});

describe("what a browser may open", () => {
  const company = { url: "https://portage.example/x", issuer: "https://login.example" };

  test.each(["https://portage.example/device", "https://login.example/device?code=A"])("%s", (said) => {
    expect(ownPage(said, company)).toBe(said);
  });

  test.each([
    "http://portage.example/device",
    "https://evil.example/",
    "https://portage.example.evil.example/",
    "https://portage.example@evil.example/",
    "https://a:b@portage.example/",
    "https://portage.example:444/",
    "file:///etc/passwd",
    "javascript:alert(1)//https://portage.example",
    "--help",
    "-oProxyCommand=x",
    "",
  ])("not %s", (said) => {
    expect(() => ownPage(said, company)).toThrow("server.foreign");
  });

  test("in clear on this very machine only", () => {
    expect(isOpenable(new URL("http://127.0.0.1:8080/"))).toBe(true);
    expect(isOpenable(new URL("http://127.0.0.1.evil.example/"))).toBe(false);
    expect(() => issuerAddress("http://127.0.0.1:8080", "https://portage.example")).toThrow("server.foreign");
    expect(issuerAddress("https://login.example/", "https://portage.example")).toBe("https://login.example");
  });
});

async function listening(one: Server): Promise<string> {
  await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
}
