import { afterAll, beforeAll, expect, test } from "vitest";
import { describeOnOne, startCompany, type TestCompany } from "../parts/programs.ts";

const LISTS = ["/missions", "/leave", "/activity-reports", "/expenses", "/account/entries", "/payslips"];
/** What says by its name what it holds, so that who has it already is told so. */
const TAGGED = ["/me", "/company", "/overview", "/account", ...LISTS];
/** What is no question of a list: nothing of it may reach the database. */
const NONSENSE = ["cursor=nonsense", "cursor=%00", "limit=0", "limit=1e3", "limit=5&limit=6", "cursor=a&cursor=b"];

describeOnOne("what is read with the token,", {}, (database) => {
  let company: TestCompany;
  beforeAll(async () => {
    company = await startCompany(database);
  });
  afterAll(() => company.stop());

  const get = (path: string, headers: Record<string, string> = {}, token = company.claire.token) =>
    fetch(`${company.url}/v1${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } });

  test("an answer that is known is not sent again, until it is another", async () => {
    for (const path of TAGGED) {
      const first = await get(path);
      const etag = first.headers.get("etag") ?? "";
      expect([path, first.status, etag]).toEqual([path, 200, expect.stringMatching(/^(W\/)?"[^"]+"$/)]);
      const known = await get(path, { "if-none-match": `"another", ${etag}` });
      expect([path, known.status, await known.text()]).toEqual([path, 304, ""]);
      expect(known.headers.get("etag")).toBe(etag);
      expect((await get(path, { "if-none-match": '"another"' })).status).toBe(200);
    }
    const before = (await get("/overview")).headers.get("etag") ?? "";
    const filed = await fetch(`${company.url}/v1/activity-reports/2026-11`, {
      method: "PUT",
      headers: {
        authorization: `Bearer ${company.claire.token}`,
        "content-type": "application/json",
        "idempotency-key": "known-answers-0001",
        "if-none-match": "*",
      },
      body: JSON.stringify({ days: [], restDaysConfirmed: false }),
    });
    expect(filed.status).toBe(200);
    expect((await get("/overview", { "if-none-match": before })).status).toBe(200);
    const version = filed.headers.get("etag") ?? "";
    expect((await get("/activity-reports/2026-11", { "if-none-match": version })).status).toBe(304);
    expect((await get("/overview", { "if-none-match": before }, company.karim.token)).status).toBe(200);
  });

  test("a question that is none is a 400 to whom the company knows, and a 401 to anybody else", async () => {
    for (const path of LISTS)
      for (const nonsense of NONSENSE) {
        expect([path, nonsense, (await get(`${path}?${nonsense}`)).status]).toEqual([path, nonsense, 400]);
        expect((await get(`${path}?${nonsense}`, {}, "porte_nobody")).status).toBe(401);
      }
    expect((await get("/account?month=2026-1%00")).status).toBe(400);
    expect((await get("/payslips/2026-13")).status).toBe(400);
    expect((await get("/activity-reports/%00")).status).toBe(400);
  });

  test("the company's own address says what it is: to a browser in its language, to a program as JSON", async () => {
    const home = async (accept: string, language: string) => {
      const answer = await fetch(`${company.url}/`, { headers: { accept, "accept-language": language } });
      return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
    };
    const french = await home("text/html,*/*", "fr-FR,fr;q=0.9,en;q=0.8");
    const english = await home("text/html,*/*", "en-GB");
    const program = await home("*/*", "en");

    expect(french).toMatchObject({ status: 200, type: expect.stringContaining("text/html") });
    expect(french.text).toContain(`porte login ${company.url}`);
    expect(french.text).toContain("Société de portage salarial");
    expect(english.text).toContain("Portage company");
    expect(program).toMatchObject({ status: 200, type: expect.stringContaining("application/json") });
    expect(JSON.parse(program.text)).toMatchObject({ program: "porte-company", api: `${company.url}/v1` });
  });

  test("an answer of the API carries the headers of a page", async () => {
    const page = await fetch(`${company.url}/assets/style.css`);
    const answer = await get("/me");
    for (const name of ["content-security-policy", "x-content-type-options", "referrer-policy", "x-frame-options"]) {
      expect(page.headers.get(name)).not.toBeNull();
      expect(answer.headers.get(name)).toBe(page.headers.get(name));
    }
    const refused = await get("/me", {}, "porte_nobody");
    expect(refused.headers.get("content-security-policy")).toBe(page.headers.get("content-security-policy"));
  });
});
