// slow: 25 s
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { v7 as uuid } from "uuid";
import { describe, expect, inject, test } from "vitest";
import { tokenHash } from "../../src/server/tokens/hash.ts";
import { openStream } from "../parts/event-stream.ts";
import { newDatabase } from "../parts/postgres.ts";
import { type Home, lacks, NOW, newHome, ROOT, serve } from "../parts/programs.ts";

/** How many streams there are, and how many of them are the program; more events by `npm run check:events`. */
const STREAMS = 200;
const PROGRAMS = 5;
const PEOPLE = 13;
const EVENTS = Number(process.env.PORTE_EVENTS ?? 9);

interface Person {
  readonly id: string;
  readonly token: string;
}

/** A person whose token was made by hand, as the database holds it. */
async function addPerson(db: pg.Client, name: string): Promise<Person> {
  const person = { id: uuid(), token: `porte_${name}_${uuid()}` };
  const recorded = [new Date(NOW), "test"];
  await db.query(
    "insert into people (id, role, name, email, password_hash, recorded_at, recorded_by) values ($1, 'porte', $2, $3, '', $4, $5)",
    [person.id, name, `${name}@porte.example`, ...recorded],
  );
  await db.query(
    `insert into access_tokens (token_hash, person_id, scopes, expires_at, recorded_at, recorded_by) values ($1, $2, '["read"]', $3, $4, $5)`,
    [tokenHash(person.token), person.id, new Date("2027-11-25"), ...recorded],
  );
  return person;
}

async function addPeople(db: pg.Client): Promise<Person[]> {
  const people: Person[] = [];
  for (let count = 1; count < PEOPLE; count += 1) people.push(await addPerson(db, `p${count}`));
  return people;
}

/** Has something happen to each of some people. */
async function happen(db: pg.Client, people: readonly Person[], count: number): Promise<void> {
  for (const { id } of people)
    await db.query(
      `insert into leave (id, person_id, kind, start_day, end_day, recorded_at, recorded_by)
       values ($1, $2, 'unpaid-leave', $3::date, $3::date, $4, 'test')`,
      [uuid(), id, new Date(Date.UTC(2027, 0, 1 + count)), new Date(NOW)],
    );
}

/** One address in front of two servers, as a balancer is: it leads to the first as long as that one is there. */
async function startBalancer(ports: readonly number[]) {
  const server = createServer((line) => {
    const target = connect(ports[0] ?? 0, "127.0.0.1");
    target.once("error", () => {
      const other = connect(ports[1] ?? 0, "127.0.0.1", () => line.pipe(other).pipe(line));
      other.once("error", () => line.destroy());
    });
    target.once("connect", () => {
      line.pipe(target).pipe(line);
      target.once("close", () => line.destroy());
    });
    line.once("error", () => target.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

/** Follows a person's events by the protocol alone, on one server after the other, and notes the number of each. */
async function follow(
  urls: readonly string[],
  { token }: Person,
  seen: number[],
  isOver: () => boolean,
): Promise<void> {
  let lastId: string | undefined;
  for (let tries = 0; !isOver(); tries += 1) {
    const stream = await openStream(urls[tries % urls.length] ?? "", token, {
      lastId,
      onFrame: ({ event, id }) => {
        lastId = event === "start" ? (lastId ?? id) : id;
        if (event !== "reset") seen.push(event === "start" ? 0 : Number(id));
      },
    }).catch(() => null);
    if (stream === null) await new Promise((resolve) => setTimeout(resolve, 100));
    else await stream.ended;
  }
}

/** Follows a person's events by the program. */
function followByProgram(home: Home, seen: number[]): ChildProcess {
  const words = [join(ROOT, "bin", "porte.js"), "status", "--watch", "--json"];
  const env = { ...home.env, PATH: process.env.PATH };
  const child = spawn(process.execPath, words, { env, stdio: ["ignore", "pipe", "ignore"] });
  createInterface({ input: child.stdout }).on("line", (line) => {
    const { event } = JSON.parse(line);
    seen.push(event === null ? 0 : Number(event.id));
  });
  return child;
}

describe.skipIf(lacks("PostgreSQL"))("two servers", () => {
  test(`tell ${STREAMS} streams, ${PROGRAMS} of them the program, each event once, also when one of the two is killed`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "porte-events-"));
    const database = await newDatabase(inject("postgres"));
    const words = ["--api-rate", "0", "--database", database, "--data", folder];
    const first = await serve(["--demo", ...words], NOW);
    const second = await serve(words, NOW);
    const { url, portes } = JSON.parse(first.line);
    const urls = [url, JSON.parse(second.line).url] as const;
    const balancer = await startBalancer(urls.map((one) => Number(new URL(one).port)));
    const db = new pg.Client(database);
    await db.connect();
    const { rows } = await db.query("select id from people where email = $1", [portes[0].email]);
    const claire = { id: rows[0].id, token: portes[0].token };
    const people = [claire, ...(await addPeople(db))];
    let isOver = false;
    const followers = Array.from({ length: STREAMS }, (_, at) => ({
      person: at < PROGRAMS ? claire : (people[at % PEOPLE] as Person),
      seen: [] as number[],
    }));
    const homes = Array.from({ length: PROGRAMS }, () => newHome({ url: balancer.url, token: claire.token }));
    const programs = homes.map((home, at) => followByProgram(home, followers[at]?.seen ?? []));
    try {
      const others = followers.slice(PROGRAMS).map(({ person, seen }, at) => {
        const order = at % 2 === 0 ? urls : [urls[1], urls[0]];
        return follow(order, person, seen, () => isOver);
      });
      /** The first line of a program is how things stand, the first frame of a stream where it starts. */
      await expect.poll(() => followers.every(({ seen }) => seen.length > 0), { timeout: 60_000 }).toBe(true);
      const { rows: before } = await db.query("select person_id, last from event_counters");
      const lastOf = new Map(before.map(({ person_id, last }) => [person_id, Number(last)]));
      for (let count = 0; count < EVENTS; count += 1) {
        await happen(db, people, count);
        if (count === Math.floor(EVENTS / 3)) void first.stop("SIGKILL");
      }
      const wanted = ({ id }: Person) => Array.from({ length: EVENTS }, (_, at) => (lastOf.get(id) ?? 0) + 1 + at);
      const told = (seen: readonly number[]) => seen.filter((id) => id > 0);
      await expect
        .poll(() => followers.filter(({ seen }) => told(seen).length < EVENTS).length, {
          timeout: 60_000,
          interval: 200,
        })
        .toBe(0);
      await new Promise((resolve) => setTimeout(resolve, 500));
      for (const { person, seen } of followers) expect(told(seen)).toEqual(wanted(person));
      isOver = true;
      await second.stop("SIGTERM");
      await Promise.all(others);
    } finally {
      isOver = true;
      for (const program of programs) program.kill("SIGKILL");
      balancer.close();
      await Promise.all([first.stop("SIGKILL"), second.stop("SIGKILL"), db.end()]);
      for (const home of homes) home.remove();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
