// slow: 35 s
import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lacksBrowser, openBrowser } from "../parts/browser.ts";
import { describeOnOne, type Home, newHome, type Outcome, startCompany, type TestCompany } from "../parts/programs.ts";

/** A login under way: what it said so far, and how it ends. */
interface Login {
  said(): string;
  page(): Promise<{ plain: string; complete: string; code: string }>;
  end: Promise<Outcome>;
}

function startLogin(home: Home, url: string): Login {
  const child = spawn(process.execPath, ["bin/porte.js", "login", url, "--secret-store", "file"], {
    env: { PATH: process.env.PATH, ...home.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    said.stdout += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said.stderr += chunk;
  });
  const end = new Promise<Outcome>((resolve) => child.once("close", (code) => resolve({ ...said, code: code ?? -1 })));
  const page = async () => {
    for (;;) {
      const found = /(\S+\/device)\s.*?([B-Z]{4}-[B-Z]{4})[\s\S]*?(\S+user_code=\S+)/.exec(said.stderr);
      if (found !== null) return { plain: found[1] ?? "", code: found[2] ?? "", complete: found[3] ?? "" };
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return { said: () => said.stderr, page, end };
}

async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.fill("#email", email);
  await page.fill("#password", password);
  await page.click("button[type=submit]");
}

describeOnOne("logging in through the company's pages", { lacksOther: lacksBrowser() }, (database) => {
  let company: TestCompany;
  let browser: Browser;
  const homes: Home[] = [];
  const home = () => {
    const made = newHome();
    homes.push(made);
    return made;
  };

  beforeAll(async () => {
    [company, browser] = await Promise.all([startCompany(database), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await company.stop();
    for (const made of homes) made.remove();
  });

  test("a person types the code, mistypes the password, signs in and approves", async () => {
    const here = home();
    const login = startLogin(here, company.url);
    const { plain, code } = await login.page();
    const page = await browser.newPage({ locale: "fr-FR" });
    await page.goto(plain);
    expect(await page.title()).toBe("Connexion · Exemple Portage");

    await page.fill("input[name=user_code]", "BBBB-BBBB");
    await page.click("button[type=submit]");
    expect(await page.textContent("[role=alert]")).toContain("Ce code est inconnu");
    await page.fill("input[name=user_code]", code.toLowerCase());
    await page.click("button[type=submit]");
    expect(await page.textContent(".code")).toBe(code);
    await page.click("button:not(.quiet)");
    await signIn(page, { email: company.claire.email, password: "not this one" });
    expect(await page.textContent("[role=alert]")).toContain("est incorrect");
    await signIn(page, company.claire);
    expect(await page.textContent("main")).toContain("Claire Morel");
    await page.click("button:not(.quiet)");
    expect(await page.textContent("h1")).toBe("Connexion autorisée");
    const { stdout, code: status } = await login.end;

    expect(status).toBe(0);
    expect(stdout).toContain("Claire Morel");
    const file = join(here.folder, ".config", "porte", "credentials", "default.json");
    expect(stdout).toContain(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await here.porteProcess("whoami")).stdout).toContain("claire@porte.example");
  });

  test("the link with the code inside needs no typing, and logging out ends the session everywhere", async () => {
    const here = home();
    const login = startLogin(here, company.url);
    const { complete } = await login.page();
    const page = await browser.newPage({ locale: "en-GB" });
    await page.goto(complete);
    await page.waitForSelector(".code");
    await page.click("button:not(.quiet)");
    await signIn(page, company.claire);
    await page.click("button:not(.quiet)");
    expect((await login.end).code).toBe(0);
    const file = join(here.folder, ".config", "porte", "credentials", "default.json");
    const { accessToken } = JSON.parse(readFileSync(file, "utf8"));

    const out = await here.porteProcess("logout", "--json");

    expect(JSON.parse(out.stdout)).toEqual({
      profile: "default",
      hadSession: true,
      revoked: true,
      atCompany: "revoked",
      records: "kept",
    });
    expect(existsSync(file)).toBe(false);
    expect((await here.porteProcess("whoami")).code).toBe(3);
    const env = { PORTE_API_URL: company.url, PORTE_TOKEN: accessToken };
    expect((await here.runProcess(["whoami"], { env })).code).toBe(3);
  });

  test("a personal token is erased here, and stays good elsewhere: that is said", async () => {
    const here = home();
    const { token } = company.claire;
    await here.runProcess(["login", company.url, "--with-token"], { env: here.env, input: `${token}\n` });

    const { stdout } = await here.porteProcess("logout");

    expect(stdout).toContain("stays valid at the company until it expires");
    expect((await here.porteProcess("whoami")).code).toBe(3);
    const env = { PORTE_API_URL: company.url, PORTE_TOKEN: token };
    expect((await here.runProcess(["whoami"], { env })).code).toBe(0);
  });

  test("a refusal on the page ends the login with its reason, and keeps nothing", async () => {
    const here = home();
    const login = startLogin(here, company.url);
    const page = await browser.newPage({ locale: "en-GB" });
    await page.goto((await login.page()).complete);
    await page.waitForSelector(".code");
    await page.click("button:not(.quiet)");
    await signIn(page, company.claire);
    await page.click("button.quiet");
    const { code, stderr } = await login.end;

    expect(code).toBe(3);
    expect(stderr).toContain("The login was refused on the company's page");
    expect(existsSync(join(here.folder, ".config", "porte"))).toBe(false);
  });

  test("a browser in which somebody is signed in can be another person's", async () => {
    const context = await browser.newContext({ locale: "en-GB" });
    const first = home();
    const earlier = startLogin(first, company.url);
    const page = await context.newPage();
    await page.goto((await earlier.page()).complete);
    await page.waitForSelector(".code");
    await page.click("button:not(.quiet)");
    await signIn(page, company.claire);
    await page.click("button:not(.quiet)");
    expect((await earlier.end).stdout).toContain("Claire Morel");
    const second = home();
    const login = startLogin(second, company.url);
    await page.goto((await login.page()).complete);
    await page.waitForSelector(".code");
    await page.click("button:not(.quiet)");
    expect(await page.textContent("main")).toContain("Claire Morel");

    await page.click("text=Not you?");
    await signIn(page, company.karim);
    expect(await page.textContent("main")).toContain("Karim Benali");
    await page.click("button:not(.quiet)");

    expect((await login.end).stdout).toContain("Karim Benali");
    expect((await second.porteProcess("whoami")).stdout).toContain("karim@porte.example");
    expect((await first.porteProcess("whoami")).stdout).toContain("claire@porte.example");
  });

  test("the pages work without JavaScript", async () => {
    const here = home();
    const login = startLogin(here, company.url);
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "fr-FR" });
    const page = await context.newPage();
    const { plain, code } = await login.page();
    await page.goto(plain);
    await page.fill("input[name=user_code]", code);
    await page.click("button[type=submit]");
    await page.click("button:not(.quiet)");
    await signIn(page, company.karim);
    await page.click("button:not(.quiet)");

    expect((await login.end).stdout).toContain("Karim Benali");
  });
});

test.skipIf(lacksBrowser())(
  "a code that nobody approves in time ends the login, and the page knows it no more",
  async () => {
    const company = await startCompany("PGlite", "--code-lifetime", "2");
    const here = newHome();
    const login = startLogin(here, company.url);
    const { plain, code } = await login.page();

    const { code: status, stderr } = await login.end;
    const browser = await openBrowser();
    const page = await browser.newPage({ locale: "en-GB" });
    await page.goto(plain);
    await page.fill("input[name=user_code]", code);
    await page.click("button[type=submit]");

    expect(status).toBe(3);
    expect(stderr).toContain("expired before it was approved");
    expect(await page.textContent("[role=alert]")).toContain("expired");
    expect(existsSync(join(here.folder, ".config", "porte"))).toBe(false);
    await browser.close();
    await company.stop();
    here.remove();
  },
);
