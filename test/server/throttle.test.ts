// slow: 20 s
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newCode, send, Visitor } from "../parts/oauth.ts";
import { describeOnOne, startCompany, startCompanyIn, type TestCompany } from "../parts/programs.ts";

const times = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => make(index));

const statusesOf = async (answers: Promise<{ status: number }>[]) =>
  (await Promise.all(answers)).map(({ status }) => status);

describeOnOne("behind a proxy that was declared", {}, (database) => {
  let company: TestCompany;
  let next = 0;
  /** Someone who was not here before. */
  const visitor = (address?: string) => {
    next += 1;
    return new Visitor(company.url, address ?? `198.51.100.${next}`);
  };
  const atSignIn = async (who: Visitor) => {
    const { user_code } = JSON.parse((await newCode(company.url, who.from)).text);
    return who.confirm(user_code);
  };

  beforeAll(async () => {
    company = await startCompany(database, "--trust-proxy", "127.0.0.0/8", "--api-rate", "1");
  });
  afterAll(() => company.stop());

  test("ten wrong passwords a minute are one address's own; from another one the right password goes in", async () => {
    const guesser = visitor("192.0.2.1");
    const path = await atSignIn(guesser);
    const guess = (index: number) =>
      guesser.signIn(path, { email: `nobody-${index}@porte.example`, password: "wrong" });
    const statuses = await statusesOf(times(14, guess));
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);

    const other = visitor();
    expect((await other.signIn(await atSignIn(other), company.karim)).status).toBe(303);
  });

  test("wrong passwords for one account wait longer and longer, from however many addresses; who signed in here before goes in", async () => {
    const known = visitor();
    expect((await known.signIn(await atSignIn(known), company.claire)).status).toBe(303);
    const [guesser, unknown] = [visitor(), visitor()];
    const [path, unknownPath, knownPath] = [await atSignIn(guesser), await atSignIn(unknown), await atSignIn(known)];
    const guess = (index: number) => {
      guesser.address = `203.0.113.${index}`;
      return guesser.signIn(path, { email: company.claire.email.toUpperCase(), password: "wrong" });
    };
    const answers = await Promise.all(times(12, guess));
    const right = await unknown.signIn(unknownPath, company.claire);
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(refused).toHaveLength(7);
    expect(Number(refused[0]?.headers["retry-after"])).toBeGreaterThan(0);
    expect(refused[0]?.text).toContain("Réessayez dans");

    expect(right.status).toBe(429);
    expect((await known.signIn(knownPath, company.claire)).status).toBe(303);
  });

  test("the page of the code has one spelling, and a limit", async () => {
    const guesser = visitor("192.0.2.2");
    const ask = (path: string) => send(company.url, "GET", path, { headers: guesser.from });
    for (const path of ["/device/", "//device", "/DEVICE", "/%64evice", "/device?x#y", "/device%2F", "/device/."])
      expect([path, (await ask(path)).status]).toEqual([path, path === "/device?x#y" ? 200 : 404]);

    const statuses = await statusesOf(times(40, (index) => ask(index % 2 === 0 ? "/device" : "/%64evice")));

    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(8);
    expect((await visitor().get("/device")).status).toBe(200);
  });

  test("new logins, clients' links and the steps of a login have limits that no link and no code goes round", async () => {
    const { from } = visitor("192.0.2.3");
    const get = (path: string) => send(company.url, "GET", path, { headers: from });
    const codes = await Promise.all(times(25, () => newCode(company.url, from)));
    expect(codes.filter(({ status }) => status === 200)).toHaveLength(20);
    expect(Number(codes.find(({ status }) => status === 429)?.headers["retry-after"])).toBeGreaterThan(0);

    const links = await statusesOf(times(40, (index) => get(`/client/link-${index}.1.x`)));
    expect(links.filter((status) => status === 429)).toHaveLength(10);
    const steps = await statusesOf(times(70, (index) => get(`/interaction/step-${index}`)));
    expect(steps.filter((status) => status === 429)).toHaveLength(10);
  });

  test("one caller's questions are bounded in memory, and write no row", async () => {
    const ask = (token: string) =>
      send(company.url, "GET", "/v1/me", { headers: { authorization: `Bearer ${token}` } });
    const before = await rowsOf(company);
    const answers = await Promise.all(times(30, () => ask(company.claire.token)));

    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers["retry-after"])).toBeGreaterThan(0);
    expect(JSON.parse(refused[0]?.text ?? "")).toMatchObject({ code: "server.busy", status: 429 });
    expect((await ask(company.karim.token)).status).toBe(200);
    const wrong = await statusesOf(times(60, () => ask("porte_wrong")));
    expect(wrong.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect(await rowsOf(company)).toBe(before);
  });
});

/** What the company has written so far, as its database counts it; 0 where the database is inside the company. */
async function rowsOf({ database }: TestCompany): Promise<number> {
  if (database === null) return 0;
  const client = new pg.Client(database);
  await client.connect();
  const { rows } = await client.query(
    "select count(*)::integer + coalesce(sum(count), 0)::integer as n from rate_limits",
  );
  await client.end();
  return rows[0].n;
}

/** Shows the program a clock that is 90 seconds late. */
const LATE = "const { now } = Date; Date.now = () => now() - 90_000;";

describeOnOne("where no proxy was declared, and the program's clock is late", {}, (database) => {
  let company: TestCompany;

  beforeAll(async () => {
    const late = `--import=data:text/javascript,${encodeURIComponent(LATE)}`;
    company = await startCompanyIn({ NODE_OPTIONS: late }, database);
  });
  afterAll(() => company.stop());

  test("what a request says of where it comes from is not believed, and the limits hold", async () => {
    const guesser = new Visitor(company.url, "192.0.2.1");
    const { user_code } = JSON.parse((await newCode(company.url)).text);
    const path = await guesser.confirm(user_code);
    const statuses: number[] = [];
    for (const index of times(14, (at) => at)) {
      const form = { email: `nobody-${index}@porte.example`, password: "wrong" };
      statuses.push((await guesser.signIn(path, form)).status);
    }
    expect(statuses).toEqual(times(14, (index) => (index < 10 ? 401 : 429)));
  });
});
