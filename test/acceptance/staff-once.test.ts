import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  answerOf,
  describeOnOne,
  NOW,
  newHome,
  type Outcome,
  startCompany,
  type TestCompany,
} from "../parts/programs.ts";
import { type Fault, type FaultProxy, startProxy } from "../parts/proxy.ts";
import { runHere } from "../parts/run-here.ts";

/** Every file below a folder, with its mode. */
function filesIn(folder: string): { name: string; mode: number }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const name = join(entry.parentPath, entry.name);
    return { name, mode: statSync(name).mode & 0o777 };
  });
}

describeOnOne("what the staff asks is done once", {}, (database) => {
  let company: TestCompany;
  let proxy: FaultProxy;
  let fault: Fault = { kind: "none" };
  /** How many writes come through before a fault. */
  let passing = 0;
  const machine = newHome();

  beforeAll(async () => {
    company = await startCompany(database);
    proxy = await startProxy(company.url, (method) => {
      if (method !== "POST") return { kind: "none" };
      passing -= 1;
      return passing >= 0 ? { kind: "none" } : fault;
    });
  });
  afterEach(() => {
    fault = { kind: "none" };
  });
  afterAll(async () => {
    machine.remove();
    await proxy.stop();
    await company.stop();
  });

  const staff = (words: readonly string[], env: Record<string, string> = {}): Promise<Outcome> =>
    runHere("porte-company", words, {
      env: {
        HOME: machine.folder,
        PORTE_COMPANY_URL: proxy.url,
        PORTE_COMPANY_TOKEN: company.operator.token,
        PORTE_NOW: NOW,
        PORTE_LANG: "en",
        ...env,
      },
    });
  const payment = (amount: string) => [
    ...["payments", "record", "--porte", company.claire.email, "--mission", "ACME", "--amount", amount],
  ];
  /** A payment that is meant to equal one that is booked. */
  const equalPayment = (amount: string) => [...payment(amount), "--force", "--reason", "each is another invoice"];
  const entries = async () => {
    const home = newHome({ url: company.url, token: company.claire.token });
    const { entries: listed } = await answerOf(home.porte("account", "2026-11", "--json"));
    home.remove();
    return listed.filter(({ kind }: { kind: string }) => kind === "client-payment");
  };

  for (const [index, kind] of (["cut-before-answer", "bad-answer"] as const).entries())
    test(`a payment whose answer is lost (${kind}) and that is run again is one payment`, async () => {
      const words = payment(`1000.0${index}`);
      fault = kind === "bad-answer" ? { kind, bad: { kind: "cut", share: 0.5 } } : { kind };
      expect(await staff(words)).toMatchObject({ code: 4, stdout: "" });
      fault = { kind: "none" };

      const again = await staff(words);

      expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining("nothing was done twice") });
      expect(await entries()).toHaveLength(index + 1);
    });

  test("midnight does not make another payment of it", async () => {
    const before = (await entries()).length;
    fault = { kind: "cut-before-answer" };
    expect((await staff(payment("2000"), { PORTE_NOW: "2026-11-25T22:59:00.000Z" })).code).toBe(4);
    fault = { kind: "none" };

    expect((await staff(payment("2000"), { PORTE_NOW: "2026-11-25T23:01:00.000Z" })).code).toBe(0);

    expect(await entries()).toHaveLength(before + 1);
  });

  test("once it is answered, the same words are another payment, where an equal one is meant", async () => {
    const before = (await entries()).length;

    expect((await staff(equalPayment("3000"))).code).toBe(0);
    expect((await staff(payment("3000"))).code).toBe(5);
    expect((await staff(equalPayment("3000"))).code).toBe(0);

    expect(await entries()).toHaveLength(before + 2);
  });

  test("what was sent a month ago and never answered is not sent again before somebody has looked", async () => {
    const before = (await entries()).length;
    const words = equalPayment("4000");
    fault = { kind: "cut-before-answer" };
    expect((await staff(words)).code).toBe(4);
    fault = { kind: "none" };
    const day = (count: number) => ({ PORTE_NOW: new Date(Date.parse(NOW) + count * 86_400_000).toISOString() });

    for (const days of [30, 31, 400]) {
      const late = await staff([...words, "--json"], day(days));
      expect([days, late.code, JSON.parse(late.stderr).error.code]).toEqual([days, 2, "file.act_forgotten"]);
    }
    expect((await staff(words, day(28))).stderr).toContain("nothing was done twice");
    expect(await entries()).toHaveLength(before + 1);

    fault = { kind: "cut-before" };
    expect((await staff(words)).code).toBe(4);
    fault = { kind: "none" };
    expect((await staff(words, day(31))).stderr).toContain("--send-anew");
    expect((await staff([...words, "--send-anew"], day(31))).code).toBe(0);
    expect((await staff(words, day(62))).code).toBe(0);
  });

  test("a refusal is an answer: nothing is kept of it", async () => {
    expect(
      (await staff(["payments", "record", "--porte", "nobody@porte.example", "--mission", "X", "--amount", "1"])).code,
    ).toBe(5);

    const kept = filesIn(join(machine.folder, ".local", "state", "porte-company"));
    expect(kept.filter(({ name }) => name.includes("acts/"))).toEqual([]);
  });

  const NEW_TOKEN = [
    "tokens",
    "add",
    "--email",
    "claire@porte.example",
    "--name",
    "cron",
    "--scopes",
    "read",
    "--json",
  ];
  const statusOf = async (token: string) =>
    (await fetch(`${company.url}/v1/me`, { headers: { authorization: `Bearer ${token}` } })).status;

  test("a token whose answer is lost and that is asked for again is the one that opens", async () => {
    fault = { kind: "cut-before-answer" };
    expect((await staff(NEW_TOKEN)).code).toBe(4);
    fault = { kind: "none" };

    const { id, token } = await answerOf(staff(NEW_TOKEN));

    expect(await statusOf(token)).toBe(200);
    const { items } = await answerOf(staff(["tokens", "list", "--email", "claire@porte.example", "--json"]));
    expect(items.filter(({ name }: { name: string }) => name === "cron")).toMatchObject([{ id }]);
    expect(filesIn(machine.folder).filter(({ name }) => name.includes("/acts/"))).toEqual([]);
  });

  test("a password whose answer is lost and that is asked for again is the one that was sent", async () => {
    const words = ["people", "password", "claire@porte.example", "--json"];
    fault = { kind: "cut-before-answer" };
    expect((await staff(words)).code).toBe(4);
    const [act] = filesIn(machine.folder).filter(({ name }) => name.includes("/acts/"));
    const sent = JSON.parse(readFileSync(act?.name ?? "", "utf8")).body.password;
    fault = { kind: "none" };

    expect((await answerOf(staff(words))).password).toBe(sent);
  });

  test("an import that loses the company shows what was added before", async () => {
    const file = join(machine.folder, "tokens.csv");
    writeFileSync(file, "email,name,scopes\nclaire@porte.example,one,read\nclaire@porte.example,two,read\n");
    passing = 1;
    fault = { kind: "cut-before" };

    const { code, stdout } = await staff(["tokens", "import", file, "--json"]);

    expect(code).toBe(4);
    const { added } = JSON.parse(stdout);
    expect(added).toMatchObject([{ name: "one" }]);
    expect(await statusOf(added[0].token)).toBe(200);
    fault = { kind: "none" };
    await answerOf(
      staff(["tokens", "add", "--email", "claire@porte.example", "--name", "two", "--scopes", "read", "--json"]),
    );
  });

  test("who holds another token by now is still the same person", async () => {
    const before = (await entries()).length;
    fault = { kind: "cut-before-answer" };
    expect((await staff(payment("5000"))).code).toBe(4);
    fault = { kind: "none" };
    const renewed = ["tokens", "add", "--email", company.operator.email, "--name", "t", "--scopes", "read,operator"];
    const { token } = await answerOf(staff([...renewed, "--json"]));

    expect((await staff(payment("5000"), { PORTE_COMPANY_TOKEN: token })).code).toBe(0);

    expect(await entries()).toHaveLength(before + 1);
  });

  test("the key waits in a file that its owner alone can read", async () => {
    fault = { kind: "cut-before" };
    expect((await staff(payment("4000"))).code).toBe(4);

    const kept = filesIn(join(machine.folder, ".local", "state"));
    const acts = kept.filter(({ name }) => name.includes("/acts/") && name.endsWith(".json"));
    expect(acts).toHaveLength(1);
    expect(acts[0]?.mode).toBe(0o600);
    for (const { name, mode } of kept) if (!name.endsWith(".json")) expect([name, mode]).toEqual([name, 0o700]);
  });
});
