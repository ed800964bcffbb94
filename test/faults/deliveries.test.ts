// slow: 10 s
import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foldersFrom } from "../../src/store/folders.ts";
import { chanceOf, seeded } from "../parts/campaign.ts";
import { sayLocal, sheetFor } from "../parts/local-profile.ts";
import { type Manner, openMailServer, type Step, type TestMailServer } from "../parts/mail-server.ts";
import { answerOf, type Home, newHome, ROOT } from "../parts/programs.ts";

/** How many months leave by mail servers that fail and programs that are killed; `npm run check:deliveries` makes all of them. */
const RUNS = Number(process.env.PORTE_DELIVERY_RUNS ?? 8);
const SEED = Number(process.env.PORTE_DELIVERY_SEED ?? 20_261_128);
const AT_ONCE = 3;
const FIRST_YEAR = 2027;

const MANNERS: readonly Manner[] = ["takes", "takes", "refuses", "defers", "rejects", "cuts-after", "cuts-before"];
const STEPS: readonly (Step | null)[] = [null, null, "connected", "sender", "recipient", "body"];

interface Lane {
  readonly home: Home;
  readonly server: TestMailServer;
}

const random = seeded(SEED);
const { pick } = chanceOf(random);
const lanes: Lane[] = [];

beforeAll(async () => {
  for (let count = 0; count < Math.min(AT_ONCE, RUNS); count += 1) {
    const server = await openMailServer();
    const home = newHome();
    const { data } = foldersFrom(home.env, home.folder);
    await sayLocal(join(data, "default"), sheetFor({ by: "mail", to: "paie@portage.example", via: "smtp" }));
    for (const [key, value] of [
      ["mail.host", "127.0.0.1"],
      ["mail.port", String(server.port)],
      ["mail.security", "none"],
    ] as const)
      expect(await home.porte("config", "set", key, value)).toMatchObject({ code: 0 });
    lanes.push({ home, server });
  }
});
afterAll(async () => {
  for (const { home, server } of lanes) {
    await server.stop();
    home.remove();
  }
});

interface Attempt {
  readonly month: string;
  readonly manner: Manner;
  readonly killAt: Step | null;
  readonly killAfterMs: number | null;
}

function plan(index: number): Attempt {
  const month = `${FIRST_YEAR + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
  const killAt = pick(STEPS);
  return { month, manner: pick(MANNERS), killAt, killAfterMs: random() < 0.25 ? Math.floor(random() * 900) : null };
}

/** Declares a month with a program that may be killed. Gives its exit code, null where it was. */
function declare({ home, server }: Lane, { month, manner, killAt, killAfterMs }: Attempt): Promise<number | null> {
  const days = ["--day", "3=training:1", "--ahead", "--partial", "--yes", "--json"];
  const words = [join(ROOT, "bin", "porte.js"), "declare", month, ...days, "--timeout", "2"];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { env: { PATH: process.env.PATH, ...home.env }, stdio: "ignore" });
    server.manner = manner;
    server.onStep = (step) => {
      if (step === killAt) child.kill("SIGKILL");
    };
    const timer = killAfterMs === null ? null : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    child.once("exit", (code) => {
      if (timer !== null) clearTimeout(timer);
      server.onStep = () => undefined;
      resolve(code);
    });
  });
}

interface Found {
  readonly attempt: Attempt;
  readonly code: number | null;
  /** As it is shown once a server that takes everything was asked, twice. */
  readonly state: string | null;
  readonly mails: number;
}

async function attempted(lane: Lane, attempt: Attempt): Promise<Found> {
  const { home, server } = lane;
  const code = await declare(lane, attempt);
  server.manner = "takes";
  await home.porte("sync", "--json");
  await home.porte("sync", "--json");
  const shown = await home.porte("declare", "show", attempt.month, "--json");
  const answer = shown.code === 0 ? JSON.parse(shown.stdout) : null;
  const id: string | null = answer?.delivery?.messageId ?? null;
  const mails = server.taken.filter(({ raw }) => id !== null && raw.includes(id)).length;
  return { attempt, code, state: answer?.state ?? null, mails };
}

/** What is wrong with how a month ended; null where nothing is. */
function faultOf({ code, state, mails }: Found): string | null {
  if (mails > 1) return "sent again unasked";
  if (state === "submitted") return mails === 1 ? null : "said to be delivered, and lost";
  if (state === "unknown") return null;
  if (mails > 0) return "delivered, and not said";
  if (state === "queued") return "never leaves";
  if (code === 0) return "said to be done, and lost";
  return null;
}

test(`of ${RUNS} months each is delivered, known not to be, or unknown and said so`, async () => {
  const attempts = Array.from({ length: RUNS }, (_none, index) => plan(index));
  const found: Found[] = [];
  await Promise.all(
    lanes.map(async (lane, number) => {
      for (const attempt of attempts.filter((_one, index) => index % lanes.length === number))
        found.push(await attempted(lane, attempt));
    }),
  );
  const counts = new Map<string, number>();
  for (const { state } of found) counts.set(state ?? "nothing kept", (counts.get(state ?? "nothing kept") ?? 0) + 1);
  const killed = found.filter(({ code }) => code === null).length;
  console.log(
    `deliveries: seed ${SEED}, ${RUNS} months, ${killed} killed, ${JSON.stringify(Object.fromEntries(counts))}`,
  );
  expect(found.flatMap((one) => (faultOf(one) === null ? [] : [{ ...one, fault: faultOf(one) }]))).toEqual([]);
  const all = lanes.flatMap(({ server }) => server.taken.map(({ raw }) => /^Message-ID: (.+)$/im.exec(raw)?.[1]));
  expect(new Set(all).size).toBe(all.length);
}, 3_600_000);

test("what was unknown leaves when that is asked, under the same Message-ID", async () => {
  const [lane] = lanes;
  if (lane === undefined) throw new Error("no lane");
  const attempt = { month: `${FIRST_YEAR - 1}-12`, manner: "cuts-after", killAt: null, killAfterMs: null } as const;
  expect(await declare(lane, attempt)).toBe(4);
  lane.server.manner = "takes";
  const before = lane.server.taken.at(-1)?.raw ?? "";
  const { state, delivery } = await answerOf(lane.home.porte("declare", "resend", attempt.month, "--json"));
  expect([state, delivery.state]).toEqual(["submitted", "delivered"]);
  const id = /^Message-ID: .+$/im;
  expect(lane.server.taken.at(-1)?.raw.match(id)?.[0]).toBe(before.match(id)?.[0]);
});
