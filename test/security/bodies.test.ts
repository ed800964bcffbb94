import { afterAll, beforeAll, expect, test } from "vitest";
import { DESCRIBED, type Described, pathOf } from "../parts/described.ts";
import { describeOnEach, startCompany, type TestCompany } from "../parts/programs.ts";
import { newKey, send } from "../parts/raw.ts";

const TYPES = [
  "application/json",
  "multipart/form-data; boundary=x",
  "application/octet-stream",
  "application/x-www-form-urlencoded",
  "text/plain",
  "application/json+x",
  "application/json, text/plain",
  "",
];
const essence = (type: string) => type.split(";")[0];

describeOnEach("what a body may be,", {}, (database) => {
  let company: TestCompany;

  beforeAll(async () => {
    company = await startCompany(database);
  });
  afterAll(() => company.stop());

  const tokenFor = ({ isStaffs }: Described) => (isStaffs ? company.operator.token : company.claire.token);
  const ask = async (operation: Described, headers: Record<string, string>, body?: string) => {
    const authorization = `Bearer ${tokenFor(operation)}`;
    const { method } = operation;
    const given = { authorization, "idempotency-key": newKey(), "upload-offset": "0", ...headers };
    const answer = await send(company.url, {
      method,
      path: pathOf(operation),
      headers: given,
      ...(body === undefined ? {} : { body }),
    });
    return { ...answer, code: answer.text.startsWith("{") ? JSON.parse(answer.text).code : null };
  };
  const typed = (type: string): Record<string, string> => (type === "" ? {} : { "content-type": type });

  test("each operation takes the media type that the contract names and no other", async () => {
    for (const operation of DESCRIBED.filter(({ body }) => body !== null)) {
      for (const type of TYPES.filter((one) => essence(one) !== operation.body?.mediaType)) {
        const { status, code } = await ask(operation, typed(type), "amountCents=100");
        expect([operation.id, type, status, code]).toEqual([operation.id, type, 415, "company.media_type"]);
      }
      const upper = (operation.body?.mediaType ?? "").toUpperCase();
      expect([operation.id, (await ask(operation, typed(`${upper}; boundary=x`), "}")).status]).not.toEqual([
        operation.id,
        415,
      ]);
    }
  });

  test("an operation without a body reads none, and a type without a body is no fault", async () => {
    const asksNothing = ({ body, parameters }: Described) =>
      body === null && !parameters.some(({ in: place, required }) => place === "query" && required === true);
    for (const operation of DESCRIBED.filter(asksNothing)) {
      const { status } = await ask(operation, { ...typed("application/json"), "content-length": "0" });
      expect([operation.id, [200, 404].includes(status)]).toEqual([operation.id, true]);
      for (const type of ["application/json", "multipart/form-data; boundary=x", ""]) {
        const refused = await ask(operation, { ...typed(type), "content-length": "2" }, "{}");
        expect([operation.id, type, refused.status, refused.code]).toEqual([
          operation.id,
          type,
          400,
          "company.invalid",
        ]);
      }
    }
  });

  test("a body that is required and absent is told", async () => {
    for (const operation of DESCRIBED.filter(({ body }) => body?.isRequired)) {
      for (const headers of [{}, typed(operation.body?.mediaType ?? "")]) {
        const { status, text } = await ask(operation, { ...headers, "content-length": "0" });
        expect([operation.id, status]).toEqual([operation.id, 400]);
        expect(JSON.parse(text).errors).toMatchObject([{ pointer: "/body" }]);
      }
    }
  });

  test("no way in takes a fee of 699.37 € on a payment of 1.00 €", async () => {
    const payment = { porteEmail: "claire@porte.example", mission: "ACME", month: "2026-11", receivedOn: "2026-11-25" };
    const fields = (amountCents: string) => ({ ...payment, amountCents });
    const pay = DESCRIBED.find(({ id }) => id === "recordPayment") as Described;
    const form = (amount: string) => new URLSearchParams(fields(amount)).toString();
    const parts = (amount: string) =>
      `${Object.entries(fields(amount))
        .map(([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
        .join("")}--x--\r\n`;
    for (const amount of ["1000", "100"]) {
      for (const type of TYPES) {
        for (const body of [form(amount), parts(amount), JSON.stringify(fields(amount))]) {
          const { status } = await ask(pay, typed(type), body);
          expect([400, 415]).toContain(status);
        }
      }
    }

    const amounts = [1000, 100].map((amountCents) =>
      ask(pay, typed("application/json; charset=utf-8"), JSON.stringify({ ...payment, amountCents })),
    );
    const fees = (await Promise.all(amounts)).map(({ text }) => JSON.parse(text).feeCents);
    expect(fees.reduce((sum, fee) => sum + fee, 0)).toBe(77);
  });

  test("what is a person's own is kept by nobody on the way", async () => {
    for (const operation of DESCRIBED.filter(({ method }) => method === "GET")) {
      const { headers } = await ask(operation, {});
      const isKept = !String(headers["cache-control"] ?? "").includes("no-store");
      expect([operation.id, isKept]).toEqual([operation.id, operation.isPublic]);
    }
    for (const path of ["/device", "/client/x", "/interaction/x"]) {
      const { headers } = await send(company.url, { method: "GET", path });
      expect([path, headers["cache-control"]]).toEqual([path, "no-store"]);
    }
  });
});
