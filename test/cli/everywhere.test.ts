// slow: 20 s
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leaves } from "../parts/command-line.ts";
import { type InProcess, openInProcess } from "../parts/in-process.ts";
import { answerOf, type Home, newHome } from "../parts/programs.ts";
import { TYPED } from "./command-lines.ts";

/** These need more than a line: a server of their own, a login server, the registry of packages, a stream that does not end. */
const NOT_ALONE = new Set(["demo", "login", "update-check", "completion", "complete"]);
const ENDLESS = /--watch/;

/** The shortest line of each command that ends by itself. */
const LINES = (await leaves())
  .map(({ path }) => path)
  .filter((path) => !NOT_ALONE.has(path))
  .map((path) => {
    const lines = TYPED.filter(([line, to]) => to === path && !ENDLESS.test(line)).map(([line]) => line);
    return lines.toSorted((one, other) => one.length - other.length)[0] ?? path;
  });

/** What a command answered in one state, as the table shows it: the code of its failure, or what it ended with. */
async function cell(home: Home, line: string): Promise<{ code: number; failure: string | null; stderr: string }> {
  /** What a line names as a file or a folder lies in the home, not where the tests run. */
  const placed = (word: string) => (/^\.\/|^[\w-]+\.[a-z]{2,5}$/.test(word) ? join(home.folder, word) : word);
  const words = line.split(" ").flatMap((word) => (word === "" ? [] : [placed(word)]));
  const { code, stderr } = await home.run([...words, "--json", "--no-input"], { input: "" });
  const told = stderr.split("\n").findLast((one) => one.startsWith('{"error"'));
  const { error = null } = told === undefined ? {} : (JSON.parse(told) as { error: { code: string } });
  return { code, failure: error?.code ?? null, stderr };
}

/** What is wrong with an answer; null where nothing is. */
function faultOf({ code, failure, stderr }: Awaited<ReturnType<typeof cell>>): string | null {
  const isFault = code === 1 || (code !== 0 && failure === null);
  const saysLogin = failure === "auth.required" || failure === "auth.elsewhere";
  const isMute = code === 5 && failure?.startsWith("local.") === true && !stderr.includes('"hint"');
  return isFault || saysLogin || isMute ? `${code} ${failure ?? stderr}` : null;
}

describe.each(["nothing yet", "local", "API"] as const)("with %s,", (state) => {
  const homes: Home[] = [];
  let company: InProcess | undefined;
  let home: Home;
  beforeAll(async () => {
    if (state === "API") company = await openInProcess();
    const token = company?.access.portes.find(({ email }) => email.startsWith("claire@"))?.token ?? "";
    home = newHome(company === undefined ? undefined : { url: company.url, token });
    homes.push(home);
    if (state !== "local") return;
    await answerOf(home.porte("init", "--company", "Sud", "--fee", "7", "--since", "2026-01-05", "--yes", "--json"));
    const mission = ["missions", "add", "ACME", "--client", "Acme", "--tjm", "550", "--from", "2026-01-05"];
    await answerOf(home.porte(...mission, "--json"));
  });
  afterAll(async () => {
    for (const { remove } of homes) remove();
    await company?.close();
  });

  test("no command ends by a fault of porte, and none says only to log in where its person can go on", async () => {
    const faults: string[] = [];
    for (const line of LINES) {
      if (state === "nothing yet") {
        home = newHome();
        homes.push(home);
      }
      const fault = faultOf(await cell(home, line));
      if (fault !== null) faults.push(`${line}: ${fault}`);
    }
    expect(faults).toEqual([]);
    expect(LINES.length).toBeGreaterThan(70);
  }, 180_000);

  test.runIf(state === "API")("what only a profile without a company says itself is the company's to say", async () => {
    for (const [line, exit, code] of [
      ["missions edit ACME --tjm 700", 5, "local.to_amend"],
      ["missions end ACME --on 2026-12-31", 5, "local.to_amend"],
      ["missions edit ACME", 5, "local.to_amend"],
      ["declare 2026-11 --all mission=ACME --also csv --yes", 2, "delivery.also"],
      ["declare mark 2026-11 approved", 5, "delivery.by_company"],
      ["expenses mark 2026-11 paid", 5, "delivery.by_company"],
      ["expenses resend 2026-11", 5, "delivery.by_company"],
      ["config set mail.password", 2, "usage.missing_argument"],
    ] as const)
      expect({ line, ...(await cell(home, line)) }).toMatchObject({ line, code: exit, failure: code });
  });
});
