import { readFileSync } from "node:fs";
import { createServer as createProxy } from "node:http";
import { createServer, type Server } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Home, newHome, ROOT } from "../parts/programs.ts";

const CASES = join(ROOT, "test", "cases", "tls");
const AUTHORITY = join(CASES, "authority.pem");
const PASSWORD = "s3cret-of-the-proxy";

const portOf = (server: Server | ReturnType<typeof createProxy>) => (server.address() as AddressInfo).port;
const opened = (server: Server | ReturnType<typeof createProxy>) =>
  new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

/** Something that answers over TLS, and refuses every token: a command that gets so far ends with 3. */
const agents: string[] = [];
const served = (certificate: "right" | "expired" | "name") => {
  const pem = readFileSync(join(CASES, `${certificate}.pem`), "utf8");
  return createServer({ key: pem, cert: pem }, (request, response) => {
    agents.push(request.headers["user-agent"] ?? "");
    response.writeHead(401, { "content-type": "application/problem+json" }).end('{"status":401}');
  });
};
const servers = { right: served("right"), expired: served("expired"), name: served("name") };
const clear = createProxy((_request, response) => response.end("{}"));

/** A proxy that counts what goes through it; it knows where `company.test` is, and asks for a password where it is told to. */
const tunnels: string[] = [];
let refuses: number | null = null;
const proxy = createProxy((_request, response) => response.writeHead(500).end());
proxy.on("connect", (request, socket) => {
  socket.on("error", () => undefined);
  tunnels.push(`${request.url} ${request.headers["proxy-authorization"] ?? ""}`);
  if (refuses !== null) return void socket.end(`HTTP/1.1 ${refuses} No\r\n\r\n`);
  const far = connect(portOf(servers.right), "127.0.0.1", () => {
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    far.pipe(socket).pipe(far);
  });
  far.on("error", () => undefined);
});

let home: Home;
beforeAll(async () => {
  await Promise.all([...Object.values(servers), clear, proxy].map(opened));
  home = newHome({ url: "", token: "token" });
});
afterAll(() => {
  for (const server of [...Object.values(servers), clear, proxy]) {
    server.closeAllConnections();
    server.close();
  }
  home.remove();
});
beforeEach(() => {
  tunnels.length = 0;
  agents.length = 0;
  refuses = null;
});

const whoami = (url: string, env: Readonly<Record<string, string | undefined>>) =>
  home.runProcess(["whoami", "--json"], { env: { PORTE_API_URL: url, ...env } });
const errorOf = ({ stderr, code }: { stderr: string; code: number }) => {
  const { error } = JSON.parse(stderr);
  return [code, error.code, error.details.fault];
};

describe("a company over TLS", () => {
  const at = (server: Server | ReturnType<typeof createProxy>) => `https://localhost:${portOf(server)}`;
  const known = { NODE_EXTRA_CA_CERTS: AUTHORITY };

  test("is believed once its authority is known, and is told who asks", async () => {
    expect(errorOf(await whoami(at(servers.right), known))).toEqual([3, "auth.refused", undefined]);
    expect(agents[0]).toMatch(/^porte\/\d+\.\d+\.\d+ /);
  });

  test.each([
    ["of an unknown authority", () => servers.right, {}, "authority"],
    ["that has expired", () => servers.expired, known, "expired"],
    ["in another name", () => servers.name, known, "name"],
    ["that is none", () => clear, known, "clear"],
  ])("with a certificate %s is named as what it is", async (_name, server, env, fault) => {
    expect(errorOf(await whoami(at(server()), env))).toEqual([4, "server.tls", fault]);
  });

  test("is told the same way to who logs in", async () => {
    const outcome = await home.runProcess(["login", at(servers.expired), "--with-token", "--json"], {
      env: known,
      input: "t",
    });
    expect(errorOf(outcome)).toEqual([4, "server.tls", "expired"]);
  });
});

describe("a proxy", () => {
  const url = "https://company.test";
  const through = (extra: Readonly<Record<string, string | undefined>>) => ({
    NODE_EXTRA_CA_CERTS: AUTHORITY,
    ...extra,
  });
  const address = (user = "") => `http://${user}127.0.0.1:${portOf(proxy)}`;

  test.each([
    ["HTTPS_PROXY", () => ({ HTTPS_PROXY: address() })],
    ["https_proxy", () => ({ https_proxy: address() })],
    ["ALL_PROXY", () => ({ ALL_PROXY: address() })],
    ["an address without its scheme", () => ({ HTTPS_PROXY: `127.0.0.1:${portOf(proxy)}` })],
    ["NO_PROXY for others", () => ({ HTTPS_PROXY: address(), NO_PROXY: "other.test,.example" })],
  ])("is followed as %s says", async (_name, env) => {
    expect(errorOf(await whoami(url, through(env())))).toEqual([3, "auth.refused", undefined]);
    expect([...new Set(tunnels)]).toEqual(["company.test:443 "]);
  });

  test("is told its password, and nobody else is", async () => {
    const env = through({ HTTPS_PROXY: address(`me:${PASSWORD}@`) });
    await whoami(url, env);
    expect([...new Set(tunnels)]).toEqual([
      `company.test:443 Basic ${Buffer.from(`me:${PASSWORD}`).toString("base64")}`,
    ]);

    refuses = 407;
    const refused = await home.runProcess(["whoami", "--verbose"], { env: { PORTE_API_URL: url, ...env } });
    expect(refused.code).toBe(4);
    expect(refused.stderr).toContain(`http://127.0.0.1:${portOf(proxy)}`);
    expect(`${refused.stdout}${refused.stderr}`).not.toContain(PASSWORD);
  });

  test.each([
    ["asks for a password", 407, "login"],
    ["lets nobody through", 403, "refused"],
  ])("that %s is named, with exit 4", async (_name, status, fault) => {
    refuses = status;
    expect(errorOf(await whoami(url, through({ HTTPS_PROXY: address() })))).toEqual([4, "server.proxy", fault]);
  });

  test.each([
    ["does not answer", "http://127.0.0.1:9", "away"],
    ["is of a kind that cannot be followed", `socks5://u:${PASSWORD}@127.0.0.1:1080`, "address"],
    ["is no address", `http://u:${PASSWORD}@[`, "address"],
  ])("that %s is named, without its password", async (_name, named, fault) => {
    const outcome = await whoami(url, through({ HTTPS_PROXY: named }));
    expect(errorOf(outcome)).toEqual([4, "server.proxy", fault]);
    expect(outcome.stderr).not.toContain(PASSWORD);
  });

  test.each([
    ["this machine by name", () => `https://localhost:${portOf(servers.right)}`, {}],
    ["this machine by number", () => `https://127.0.0.1:${portOf(servers.right)}`, {}],
    ["what NO_PROXY names", () => "https://nobody.invalid", { NO_PROXY: "nobody.invalid" }],
    ["what no_proxy names", () => "https://a.nobody.invalid", { no_proxy: ".nobody.invalid" }],
  ])("is not used for %s", async (_name, asked, env) => {
    await whoami(asked(), through({ HTTPS_PROXY: address(), HTTP_PROXY: address(), ...env }));
    expect(tunnels).toEqual([]);
  });
});
