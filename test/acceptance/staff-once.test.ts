import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  answerOf,
  describeOnEach,
  NOW,
  newHome,
  type Outcome,
  run,
  startCompany,
  type TestCompany,
} from "../parts/programs.ts";
import { type Fault, type FaultProxy, startProxy } from "../parts/proxy.ts";

/** Every file below a folder, with its mode. */
function filesIn(folder: string): { name: string; mode: number }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const name = join(entry.parentPath, entry.name);
    return { name, mode: statSync(name).mode & 0o777 };
  });
}

describeOnEach("what the staff asks is done once", {}, (database) => {
  let company: TestCompany;
  let proxy: FaultProxy;
  let fault: Fault = { kind: "none" };
  const machine = newHome();

  beforeAll(async () => {
    company = await startCompany(database);
    proxy = await startProxy(company.url, (method) => (method === "POST" ? fault : { kind: "none" }));
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
    run("porte-company", words, {
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

  test("once it is answered, the same words are another payment", async () => {
    const before = (await entries()).length;

    expect((await staff(payment("3000"))).code).toBe(0);
    expect((await staff(payment("3000"))).code).toBe(0);

    expect(await entries()).toHaveLength(before + 2);
  });

  test("a refusal is an answer: nothing is kept of it", async () => {
    expect(
      (await staff(["payments", "record", "--porte", "nobody@porte.example", "--mission", "X", "--amount", "1"])).code,
    ).toBe(5);

    const kept = filesIn(join(machine.folder, ".local", "state", "porte-company"));
    expect(kept.filter(({ name }) => name.includes("acts/"))).toEqual([]);
  });

  test("the key waits in a file that its owner alone can read", async () => {
    fault = { kind: "cut-before" };
    expect((await staff(payment("4000"))).code).toBe(4);

    const kept = filesIn(join(machine.folder, ".local", "state"));
    const acts = kept.filter(({ name }) => name.endsWith(".json"));
    expect(acts).toHaveLength(1);
    expect(acts[0]?.mode).toBe(0o600);
    for (const { name, mode } of kept) if (!name.endsWith(".json")) expect([name, mode]).toEqual([name, 0o700]);
  });
});
