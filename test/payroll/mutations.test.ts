// slow: 10 s
import { expect, test } from "vitest";
import { LEGISLATION } from "../../src/payroll/legislation.ts";
import { EXAMINERS_OF_CHANGE } from "./examiners.ts";
import { beginnings, figures } from "./figures.ts";

/** All examiners, in the order they are asked: the last that noticed a change is first, because the next change is often of a row beside. */
const asked = [...EXAMINERS_OF_CHANGE];

function isNoticed(): boolean {
  const place = asked.findIndex(([, examine]) => {
    try {
      examine(LEGISLATION);
      return false;
    } catch {
      return true;
    }
  });
  if (place < 0) return false;
  asked.unshift(...asked.splice(place, 1));
  return true;
}

interface Changed<Value> {
  readonly name: string;
  readonly changes: readonly Value[];
  read(): Value;
  write(value: Value): void;
}

/** Tries each change of each row, and puts the row back: how many, and those that no examiner sees. */
function tryAll<Value>(all: readonly Changed<Value>[]): { tried: number; missed: string[] } {
  const missed: string[] = [];
  for (const { name, changes, read, write } of all) {
    const value = read();
    for (const changed of changes) {
      write(changed);
      if (!isNoticed()) missed.push(`${name}: ${value} -> ${changed}`);
    }
    write(value);
  }
  return { tried: all.reduce((total, { changes }) => total + changes.length, 0), missed };
}

test("every figure of the law that is off by one unit of its last digit makes a test fail", {
  timeout: 600_000,
}, () => {
  const all = figures();
  const { tried, missed } = tryAll(all);
  console.log(`mutations: ${all.length} figures of the law, ${tried} changes, ${tried - missed.length} noticed`);

  expect(missed).toEqual([]);
  expect(isNoticed()).toBe(false);
});

test("every step of the law that begins on another day makes a test fail", { timeout: 600_000 }, () => {
  const all = beginnings();
  const { tried, missed } = tryAll(all);
  console.log(`mutations: ${all.length} first days of the law, ${tried} changes, ${tried - missed.length} noticed`);

  expect(missed).toEqual([]);
  expect(isNoticed()).toBe(false);
});
