// slow: 25 s
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lacksBrowser, openBrowser } from "../parts/browser.ts";
import { type Mailbox, openMailbox } from "../parts/mailbox.ts";
import { describeOnOne, type Home, newHome, serve, startCompany, type TestCompany } from "../parts/programs.ts";

const ACHATS = "achats@acme.example";
const NORD = "nord@client.example";
const SUD = "sud@client.example";

describeOnOne("a client decides on a month, by mail and on a page,", { lacksOther: lacksBrowser() }, (database) => {
  let mailbox: Mailbox;
  let company: TestCompany;
  let browser: Browser;
  let page: Page;
  let claire: Home;
  let karim: Home;
  beforeAll(async () => {
    mailbox = await openMailbox();
    company = await startCompany(
      database,
      "--smtp",
      `smtp://127.0.0.1:${mailbox.port}`,
      "--mail-from",
      "paie@portage.example",
    );
    browser = await openBrowser();
    page = await (await browser.newContext({ javaScriptEnabled: false, locale: "fr-FR" })).newPage();
    claire = newHome({ url: company.url, token: company.claire.token });
    karim = newHome({ url: company.url, token: company.karim.token });
    const contact = (porte: string, mission: string, email: string, ...more: string[]) =>
      done(company.staff("contacts", "record", "--porte", porte, "--mission", mission, "--email", email, ...more));
    await contact(company.claire.email, "ACME", ACHATS);
    await contact(company.karim.email, "NORD", NORD);
    await contact(company.karim.email, "SUD", SUD, "--language", "en");
  });
  afterAll(async () => {
    await browser.close();
    await company.stop();
    await mailbox.stop();
    for (const home of [claire, karim]) home.remove();
  });

  async function done(outcome: ReturnType<Home["porte"]>) {
    const { stdout, stderr, code } = await outcome;
    expect(code, stderr).toBe(0);
    return stdout;
  }
  const json = async (home: Home, ...words: string[]) => JSON.parse(await done(home.porte(...words, "--json")));
  const shown = (home: Home, month: string) => json(home, "declare", "show", month);
  const said = () => page.locator("main").textContent();

  const seen = new Map<string, number>();
  /** The link of the next mail that somebody receives. */
  async function link(to: string): Promise<string> {
    const count = (seen.get(to) ?? 0) + 1;
    seen.set(to, count);
    const { text } = (await mailbox.received(to, count))[count - 1] ?? { text: "" };
    return /http:\S+\/client\/\S+/.exec(text)?.[0] ?? `no link in ${text}`;
  }

  test("a refusal needs a reason and goes back to the porté; the corrected month is approved, each link once", async () => {
    const sent = await done(
      claire.porte("declare", "2026-11", "--days", "2-6", "--mission", "ACME", "--partial", "--yes"),
    );
    expect(sent).toContain("The client approves it first");
    expect(await shown(claire, "2026-11")).toMatchObject({ state: "awaiting-client", version: 1 });
    const { waiting, others } = await json(claire, "status");
    expect(others).toMatchObject([{ kind: "report-at-client" }]);
    expect(waiting).toEqual(others);

    const first = await link(ACHATS);
    await page.goto(first);
    expect(await said()).toMatch(/Claire Morel, novembre 2026[\s\S]*ven\. 06\/11\/2026/);
    expect(await said()).not.toMatch(/650|€/);
    await page.locator("#reason").evaluate((box) => box.removeAttribute("required"));
    await page.click("button[value=reject]");
    expect(await said()).toContain("Indiquez la raison du refus");
    await page.fill("#reason", "Le 6, Claire <b>n'était pas là</b>");
    await page.click("button[value=reject]");
    expect(await said()).toContain("Refus enregistré");
    expect(await shown(claire, "2026-11")).toMatchObject({
      state: "refused",
      reason: "Le 6, Claire <b>n'était pas là</b>",
    });
    expect((await page.goto(first))?.status()).toBe(410);

    await done(claire.porte("declare", "2026-11", "--days", "2-5", "--mission", "ACME", "--partial", "--yes"));
    const second = await link(ACHATS);
    expect((await page.goto(first))?.status()).toBe(410);
    await page.goto(second);
    await page.goto(second);
    await page.click("button[value=approve]");
    expect(await said()).toContain("Merci");
    expect((await page.goto(second))?.status()).toBe(410);
    expect(await shown(claire, "2026-11")).toMatchObject({ state: "submitted", version: 2 });
    const { versions } = await json(claire, "declare", "history", "2026-11");
    expect(versions).toMatchObject([{ decision: null }, { decision: "reject" }]);
  });

  test("two clients each see their own days, in their own language, and both must approve", async () => {
    const days = ["--day", "3=NORD", "--day", "4=SUD:0.5,unbilled@SUD:0.5", "--day", "5=training"];
    await done(karim.porte("declare", "2026-11", ...days, "--partial", "--yes"));
    const [nord, sud] = [await link(NORD), await link(SUD)];
    expect((await mailbox.received(SUD, 1))[0]?.text).toContain("Hello");
    const english = await (await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" })).newPage();
    const answer = await english.goto(sud);
    const text = await english.locator("main").textContent();
    expect(text).toContain("Wed 4 Nov 2026 unbilled");
    expect(text).not.toMatch(/NORD|training|450|420/);
    expect(answer?.headers()).toMatchObject({ "referrer-policy": "no-referrer", "cache-control": "no-store" });

    const listed = async () => {
      const { items } = JSON.parse(await done(company.staff("reports", "list", "--json")));
      return items.find(({ owner }: { owner: { name: string } }) => owner.name === company.karim.name).etag;
    };
    const before = await listed();
    await english.click("button[value=approve]");
    expect(await listed()).not.toBe(before);
    expect(await shown(karim, "2026-11")).toMatchObject({
      state: "awaiting-client",
      clientAnswers: [
        { mission: "NORD", decision: null },
        { mission: "SUD", decision: "approve" },
      ],
    });
    expect((await karim.porte("declare", "show", "2026-11")).stdout).toMatch(/\(NORD\)\thas not answered yet/);
    expect((await english.goto(sud))?.status()).toBe(410);
    await page.goto(nord);
    await page.click("button[value=approve]");
    expect(await shown(karim, "2026-11")).toMatchObject({ state: "submitted" });
  });

  test("a month that is taken back, and one that the company decides on, leave links that serve no more", async () => {
    await done(
      claire.porte("declare", "2026-12", "--days", "1-4", "--mission", "ACME", "--ahead", "--partial", "--yes"),
    );
    const taken = await link(ACHATS);
    await done(claire.porte("declare", "withdraw", "2026-12"));
    expect((await page.goto(taken))?.status()).toBe(410);

    await done(
      claire.porte("declare", "2026-12", "--days", "1-3", "--mission", "ACME", "--ahead", "--partial", "--yes"),
    );
    const decided = await link(ACHATS);
    const { items } = JSON.parse(await done(company.staff("reports", "list", "--json")));
    const waiting = items.find(({ report }: { report: { state: string } }) => report.state === "awaiting-client");
    await done(company.staff("reports", "approve", waiting.report.id));
    expect((await page.goto(decided))?.status()).toBe(410);
  });

  test("a link that was changed, made up, or used twice at once, decides nothing", async () => {
    await done(
      claire.porte("declare", "2027-01", "--days", "4-6", "--mission", "ACME", "--ahead", "--partial", "--yes"),
    );
    const real = await link(ACHATS);
    const token = real.slice(real.lastIndexOf("/") + 1);
    const [id, end, signature] = token.split(".");
    const made = [
      `${id}.${Number(end) + 86_400}.${signature}`,
      `${id}.${end}.`,
      "x",
      "",
      `${id}`,
      "%00",
      "..%2f..",
      "a".repeat(900),
    ];
    for (const one of made) expect((await page.goto(`${company.url}/client/${one}`))?.status(), one).toBe(410);
    expect(await shown(claire, "2027-01")).toMatchObject({ state: "awaiting-client" });

    const approve = () => fetch(real, { method: "POST", body: new URLSearchParams({ decision: "approve" }) });
    const answers = await Promise.all([approve(), approve(), approve()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    expect(await shown(claire, "2027-01")).toMatchObject({ state: "submitted" });
  });

  test("a mail server that is away is tried again, and the month is filed meanwhile", async () => {
    const { port } = mailbox;
    await mailbox.stop();
    expect(
      await json(claire, "declare", "2027-02", "--days", "1-3", "--mission", "ACME", "--ahead", "--partial", "--yes"),
    ).toMatchObject({
      state: "awaiting-client",
    });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    mailbox = await openMailbox(port);
    seen.clear();
    await page.goto(await link(ACHATS));
    expect(await said()).toContain("2027");
  }, 60_000);

  /** Another program needs to open the same database. */
  if (database === "PGlite") return;

  test("after fourteen days a link serves no more", async () => {
    await done(
      claire.porte("declare", "2027-03", "--days", "1-3", "--mission", "ACME", "--ahead", "--partial", "--yes"),
    );
    const path = new URL(await link(ACHATS)).pathname;
    const ends = [];
    for (const now of ["2026-12-09T16:00:00.000Z", "2026-12-09T17:30:00.000Z"]) {
      const { line, stop } = await serve(["--database", company.database ?? "", "--data", company.data], now);
      ends.push((await fetch(`${JSON.parse(line).url}${path}`)).status);
      await stop();
    }
    expect(ends).toEqual([200, 410]);
  });
});
