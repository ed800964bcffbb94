import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pagesOf } from "./faces.ts";
import { PAGES } from "./pages.ts";

const VIEWS = join(import.meta.dirname, "../../src/view");

test("every function that a view exports has its page", async () => {
  const files = readdirSync(VIEWS, { recursive: true, encoding: "utf8" }).filter((name) => /(?<!\.d)\.ts$/.test(name));
  const exported: string[] = [];
  for (const file of files) {
    const view: Record<string, unknown> = await import(join(VIEWS, file));
    for (const [name, value] of Object.entries(view))
      if (typeof value === "function") exported.push(`${file.replace(/\.ts$/, "")} ${name}`);
  }
  const shown = Object.entries(PAGES).flatMap(([view, faces]) => Object.keys(faces).map((name) => `${view} ${name}`));

  expect(shown.toSorted()).toEqual(exported.toSorted());
});

describe("a view is shown as its page has it:", () => {
  const pages = Object.entries(PAGES).flatMap(([view, faces]) =>
    Object.entries(pagesOf(faces)).map(([of, text]): [string, string] => [`${view.replace("/", "-")}.${of}.txt`, text]),
  );

  test.each(pages)("%s", async (name, text) => {
    await expect(text).toMatchFileSnapshot(`pages/${name}`);
  });

  test("and no page is of a view that is gone", () => {
    const kept = readdirSync(join(import.meta.dirname, "pages"));
    expect(kept.toSorted()).toEqual(pages.map(([name]) => name).toSorted());
  });
});
