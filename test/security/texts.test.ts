// slow: 15 s
import { Agent } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DESCRIBED, type Described, PLACES, pathOf, type Schema } from "../parts/described.ts";
import { send as sendOn } from "../parts/oauth.ts";
import { describeOnEach, startCompany, type TestCompany } from "../parts/programs.ts";
import { newKey, send } from "../parts/raw.ts";
import { sampleRequest } from "../parts/samples.ts";

const JSON_TYPE = { "content-type": "application/json" };
const FORM_TYPE = { "content-type": "application/x-www-form-urlencoded" };
/** As JSON writes them: NUL, the two halves of a pair alone, a pair in the wrong order; then what is not read as it is kept. */
const UNWRITABLE = ["\0", "a\ud800b", "\udc00", "\udc00\ud800", "a\u202eb", "a\u0007b", "a\u2028b"];

/** The pointers of every text that a schema lets in. */
function texts(schema: Schema, pointer = ""): string[] {
  const options = [schema, ...((schema.oneOf ?? []) as Schema[])];
  return options.flatMap((option) => [
    ...([option.type].flat().includes("string") ? [pointer] : []),
    ...Object.entries(option.properties ?? {}).flatMap(([name, inner]) => texts(inner, `${pointer}/${name}`)),
    ...(option.items === undefined ? [] : texts(option.items, `${pointer}/0`)),
  ]);
}

/** A body that holds one text, at a pointer. */
function holding(pointer: string, text: string): unknown {
  const steps = pointer.split("/").slice(1);
  return steps.reduceRight<unknown>((inner, step) => (step === "0" ? [inner] : { [step]: inner }), text);
}

describeOnEach("what no database can keep as text, or nobody reads as it is kept,", {}, (database) => {
  let company: TestCompany;

  beforeAll(async () => {
    company = await startCompany(database);
  });
  afterAll(() => company.stop());

  const ask = async (operation: Described, body: string, places: Record<string, string> = {}, query = "") => {
    const token = operation.isStaffs ? company.operator.token : company.claire.token;
    const headers = {
      authorization: `Bearer ${token}`,
      "idempotency-key": newKey(),
      ...(body === "" ? {} : JSON_TYPE),
    };
    const path = `${pathOf(operation, places)}${query}`;
    const { status, text } = await send(company.url, {
      method: operation.method,
      path,
      headers,
      ...(body === "" ? {} : { body }),
    });
    return { status, errors: text.startsWith("{") ? JSON.parse(text).errors : null };
  };

  test("is refused in every text of every body, with its place", async () => {
    const bodies = DESCRIBED.filter(({ body }) => body?.mediaType === "application/json");
    for (const operation of bodies) {
      for (const [at, pointer] of texts(operation.body?.schema ?? {}).entries()) {
        const text = UNWRITABLE[at % UNWRITABLE.length] ?? "";
        const { status, errors } = await ask(operation, JSON.stringify(holding(pointer, text)));
        expect([operation.id, status, errors?.[0]?.pointer]).toEqual([operation.id, 400, `/body${pointer}`]);
      }
    }
  });

  test("is refused in every parameter of a path or a query, and so is a parameter that comes twice", async () => {
    const reads = DESCRIBED.filter(({ isPublic, body }) => !isPublic && body === null);
    const placed = (place: string) =>
      reads.flatMap((operation) =>
        operation.parameters.filter((one) => one.in === place).map(({ name }) => ({ operation, name })),
      );
    for (const { operation, name } of placed("path")) {
      const { status } = await ask(operation, "", { [name]: "a%00b" });
      expect([operation.id, name, status]).toEqual([operation.id, name, 400]);
    }
    for (const { operation, name } of placed("query")) {
      for (const query of [`?${name}=a%00b`, `?${name}=2026-11&${name}=2026-11`]) {
        const { status, errors } = await ask(operation, "", {}, query);
        expect([operation.id, query, status, errors?.length]).toEqual([operation.id, query, 400, 1]);
      }
    }
  });

  test("a list that is asked from nowhere, or for a month that is none, is refused", async () => {
    const read = async (path: string) => {
      const headers = { authorization: `Bearer ${company.claire.token}` };
      return (await send(company.url, { method: "GET", path, headers })).status;
    };
    expect(await read("/v1/account/entries?month=2026-13")).toBe(400);
    expect(await read("/v1/payslips/2026-00")).toBe(400);
    expect(await read("/v1/activity-reports/%zz")).toBe(400);
    expect(await read(`/v1/activity-reports/${"1".repeat(4000)}`)).toBe(400);
  });

  test("a list that is asked for from a place that is none is refused, whoever asks", async () => {
    const lists = DESCRIBED.filter(({ parameters }) => parameters.some(({ name }) => name === "cursor"));
    const cursors = ["nonsense", "", "0", "null", "2026-13", "2026-00", "2026-1", "0000-00", "9999-99", "2026-11-01"];
    const made = [
      "00000000-0000-0000-0000-00000000000g",
      "2026-11' or '1'='1",
      "\u0662\u0660\u0662\u0666-\u0661\u0661",
      "x".repeat(201),
    ];
    for (const operation of lists) {
      const token = operation.isStaffs ? company.operator.token : company.claire.token;
      const { path } = sampleRequest(operation, { key: newKey() });
      const from = (cursor: string) => `${path}${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;
      /** Events are numbered: 0 is before the first. */
      const wrong = [...cursors, ...made].filter((cursor) => operation.id !== "listEvents" || cursor !== "0");
      for (const cursor of wrong) {
        const headers = { authorization: `Bearer ${token}` };
        const { status, text } = await send(company.url, { method: "GET", path: from(cursor), headers });
        const { code, errors } = JSON.parse(text);
        const found = { status, code, faults: errors?.length };
        expect([operation.id, cursor, found]).toEqual([
          operation.id,
          cursor,
          { status: 400, code: "company.invalid", faults: 1 },
        ]);
      }
    }
    expect(lists.length).toBeGreaterThan(15);
  });

  test("a day that does not exist is none", async () => {
    const days = ["2026-02-29", "2026-02-30", "2026-04-31", "2100-02-29", "2026-13-01", "2026-00-10", "0001-01-01"];
    const leave = DESCRIBED.find(({ id }) => id === "recordLeave") as Described;
    const granted = (end: string) =>
      ask(leave, JSON.stringify({ porteEmail: "claire@porte.example", kind: "paid-leave", start: "2026-02-02", end }));
    for (const day of days) {
      const { status, errors } = await granted(day);
      expect([day, status, errors?.[0]?.pointer]).toEqual([day, 400, "/body/end"]);
    }
    expect((await granted("2028-02-29")).status).toBe(201);
  });

  test("what is nested too deep is refused where the depth begins to be too much", async () => {
    const report = DESCRIBED.find(({ id }) => id === "submitActivityReport") as Described;
    const deep = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`;
    for (const body of [deep("[", "]", 100_000), deep('{"a":', "}", 40_000)]) {
      const { status, errors } = await ask(report, body, PLACES);
      expect([status, errors?.[0]?.message]).toEqual([400, "is nested too deep"]);
    }
  });

  test("the name of a receipt, and a form that is cut anywhere, are refused", async () => {
    const form = (head: string, content = "%PDF-1.4", end = "\r\n--x--\r\n") =>
      `--x\r\ncontent-disposition: form-data; ${head}\r\n\r\n${content}${end}`;
    const good = form('name="file"; filename="a.pdf"');
    const untilContent = good.indexOf("%PDF-1.4") + 8;
    const bodies = [
      ...Array.from({ length: untilContent / 3 }, (_, at) => good.slice(0, at * 3 + 1)),
      form("name=\"file\"; filename*=utf-8''%00a.pdf"),
      form('name="file"'),
      form('name="other"; filename="a.pdf"'),
      form('name="__proto__"; filename="a.pdf"'),
      form('name="a"', "b", "\r\n").repeat(20),
    ];
    const types = ["multipart/form-data; boundary=x", "multipart/form-data", "multipart/form-data; boundary=y"];
    for (const type of types) {
      for (const body of type === types[0] ? bodies : [good, "x", "--"]) {
        const headers = {
          authorization: `Bearer ${company.claire.token}`,
          "idempotency-key": newKey(),
          "content-type": type,
        };
        const { status } = await send(company.url, { method: "POST", path: "/v1/receipts", headers, body });
        expect([type, body, status]).toEqual([type, body, 400]);
      }
    }
  });

  test("the line of a refused receipt serves the next request", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const authorization = `Bearer ${company.claire.token}`;
    const part = '--x\r\ncontent-disposition: form-data; name="other"; filename="a.pdf"\r\n\r\n';
    const body = Buffer.from(`${part}${"x".repeat(500_000)}\r\n--x--\r\n`);
    for (const name of ["one", "two"]) {
      const headers = { authorization, "idempotency-key": newKey(), "content-type": "multipart/form-data; boundary=x" };
      const length = { "content-length": String(body.length) };
      const refused = await sendOn(company.url, "POST", "/v1/receipts", {
        headers: { ...headers, ...length },
        body,
        agent,
      });
      const next = await sendOn(company.url, "GET", "/v1/me", { headers: { authorization }, agent });
      expect([name, refused.status, next.status]).toEqual([name, 400, 200]);
    }
    agent.destroy();
  });

  test("the pages take forms, each field once", async () => {
    const bodies = [
      "decision=approve&decision=reject",
      "decision=reject&reason=%00",
      "decision=reject&reason=a&reason=b",
    ];
    for (const body of bodies) {
      const { status } = await send(company.url, { method: "POST", path: "/client/a.1.b", headers: FORM_TYPE, body });
      expect([body, status]).toEqual([body, 400]);
    }
    for (const path of ["/client/a.1.b", "/interaction/x/sign-in"]) {
      for (const type of ["application/json", "text/plain", "multipart/form-data; boundary=x"]) {
        const headers = { "content-type": type };
        const { status } = await send(company.url, { method: "POST", path, headers, body: '{"email":1}' });
        expect([path, type, status]).toEqual([path, type, 415]);
      }
    }
  });

  test("an answer is not made large by what was sent", async () => {
    const report = DESCRIBED.find(({ id }) => id === "submitActivityReport") as Described;
    const headers = { authorization: `Bearer ${company.claire.token}`, ...JSON_TYPE };
    const bodies = [
      JSON.stringify({ days: Array(80_000).fill({}), restDaysConfirmed: false }),
      JSON.stringify(Object.fromEntries(Array.from({ length: 12_000 }, (_, at) => [`name${at}`, 1]))),
      JSON.stringify({ ["n".repeat(200_000)]: 1 }),
      JSON.stringify({ days: [], restDaysConfirmed: "x".repeat(200_000) }),
    ];
    for (const body of bodies) {
      const path = pathOf(report);
      const given = { ...headers, "idempotency-key": newKey() };
      const { status, text } = await send(company.url, { method: "PUT", path, headers: given, body });
      expect(status).toBe(400);
      expect(text.length).toBeLessThan(20_000);
      const { errors, facts } = JSON.parse(text);
      expect(errors.length).toBeGreaterThan(0);
      expect(errors.length).toBeLessThanOrEqual(50);
      expect(facts.errors).toEqual(errors.slice(0, 1));
    }
  });
});
