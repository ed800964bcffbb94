import { readFileSync } from "node:fs";
import { connect } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mailbox, openMailbox } from "../parts/mailbox.ts";
import { send, Visitor } from "../parts/oauth.ts";
import { describeOnOne, RECEIPT, startCompany, type TestCompany } from "../parts/programs.ts";

const CLIENT = "achats@acme.example";
const FILE_NAME = "arret-maladie-de-claire.pdf";

describeOnOne("a company that is operated", {}, (database) => {
  let mailbox: Mailbox;
  let company: TestCompany;
  let keys = 0;
  beforeAll(async () => {
    mailbox = await openMailbox();
    const mail = ["--smtp", `smtp://127.0.0.1:${mailbox.port}`, "--mail-from", "paie@portage.example"];
    company = await startCompany(database, ...mail, "--log-level", "trace", "--body-wait", "1");
  });
  afterAll(async () => {
    await company.stop();
    await mailbox.stop();
  });

  const write = async (token: string, method: string, path: string, body: object | FormData, headers = {}) => {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${company.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        "idempotency-key": `operable-${process.pid}-${keys++}-abcdefgh`,
        ...(isForm ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      body: isForm ? body : JSON.stringify(body),
    });
    return { status: answer.status, text: await answer.text() };
  };

  test("its log names no client link, code, address, person or file, at any level, one JSON object a line", async () => {
    const { claire, operator } = company;
    const contact = { porteEmail: claire.email, mission: "ACME", email: CLIENT, language: "fr" };
    expect(await write(operator.token, "POST", "/v1/operator/client-contacts", contact)).toMatchObject({ status: 200 });
    const days = [
      { date: "2026-11-03", entries: [{ kind: "mission", mission: "ACME", projectCode: null, amount: 1 }] },
    ];
    const month = await write(
      claire.token,
      "PUT",
      "/v1/activity-reports/2026-11",
      { days, restDaysConfirmed: true },
      { "if-none-match": "*" },
    );
    expect(month.status, month.text).toBe(200);
    const [mail] = await mailbox.received(CLIENT, 1);
    const link = new URL(/http:\S+\/client\/\S+/.exec(mail?.text ?? "")?.[0] ?? "");
    expect((await fetch(link)).status).toBe(200);
    const receipt = new FormData();
    receipt.append("file", new Blob([readFileSync(RECEIPT)], { type: "application/pdf" }), FILE_NAME);
    expect(await write(claire.token, "POST", "/v1/receipts", receipt)).toMatchObject({ status: 201 });
    const visitor = new Visitor(company.url, "203.0.113.7");
    const { access_token, refresh_token, code } = await visitor.login(claire);
    expect(access_token).toBeDefined();
    for (const path of ["/v1/payslips/none", `/none/${CLIENT}`, "/%E0%A4%A", `/interaction/${code}`])
      await send(company.url, "GET", path, { headers: { authorization: `Bearer ${access_token}` } });

    const lines = company.said().trim().split("\n");
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) });
    expect(lines.some((line) => line.includes('"reqId":"req_') && line.includes("/client/*"))).toBe(true);
    const secrets = [link.pathname.slice("/client/".length), CLIENT, FILE_NAME, code, access_token, refresh_token];
    const named = [...secrets, claire.token, claire.email, claire.password, "Claire", "Morel", "203.0.113.7"];
    for (const one of named) expect(company.said()).not.toContain(one);
    expect(company.said()).not.toMatch(/\/interaction\/(?!:uid)/);
  });

  test.skipIf(database === "PGlite")("a failure of the tables names no row, in the answer or in the log", async () => {
    const client = new pg.Client({ connectionString: company.database ?? "" });
    await client.connect();
    await client.query("alter table payments add constraint no_pay check (amount_cents <> 12345)");
    const payment = { porteEmail: company.claire.email, mission: "ACME", month: "2026-11", receivedOn: "2026-11-25" };
    const paid = await write(company.operator.token, "POST", "/v1/operator/payments", {
      ...payment,
      amountCents: 12_345,
    });
    await client.query("alter table payments drop constraint no_pay");
    await client.end();

    expect(paid.status).toBe(400);
    expect(paid.text).not.toMatch(/Failing row|payments|12345/);
    expect(company.said()).not.toMatch(/Failing row|12345/);
  });

  test("its metrics count answers by route, and are this machine's alone", async () => {
    await fetch(`${company.url}/v1/me`);
    const told = await (await fetch(`${company.url}/metrics`)).text();

    expect(told).toMatch(/^porte_requests_total\{method="GET",route="\/v1\/me",status="401"\} \d+$/m);
    expect(told).toMatch(/^porte_request_duration_seconds_bucket\{method="GET",route="\/v1\/me",le="\+Inf"\} \d+$/m);
    expect(told).toMatch(/^nodejs_eventloop_lag_p99_seconds [\d.e-]+$/m);
    expect(/^porte_database_sessions\{state="idle"\} \d+$/m.test(told)).toBe(database === "PostgreSQL");
    for (const line of told.trim().split("\n"))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? [\d.e+-]+)$/);
    expect(told).not.toMatch(/@|Claire/);
    const proxied = await send(company.url, "GET", "/metrics", { headers: { "x-forwarded-for": "203.0.113.7" } });
    expect(proxied.status).toBe(404);
  });

  test("a body that brings nothing more is cut, and told so", async () => {
    const { port } = new URL(company.url);
    const heard = await new Promise<string>((resolve) => {
      let text = "";
      const line = connect(Number(port), "127.0.0.1", () =>
        line.write(
          "POST /oauth/token HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 90\r\n\r\nclient_id=",
        ),
      );
      line.on("data", (chunk) => {
        text += chunk;
      });
      line.once("close", () => resolve(text));
    });
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
  });

  test("a form that is refused for its size leaves its line to the next request", async () => {
    const { Agent } = await import("node:http");
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const big = await send(company.url, "POST", "/oauth/token", { headers, body: "a".repeat(300_000), agent });
    const next = await send(company.url, "GET", "/v1/me", { agent });
    agent.destroy();

    expect({ big: big.status, next: next.status }).toEqual({ big: 413, next: 401 });
  });
});
