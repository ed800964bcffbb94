import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sha256Of } from "../../src/domain/sha256.ts";

test("a text's hash is the one that Node computes, at every length around a block's end", () => {
  const texts = Array.from({ length: 200 }, (_, length) => "porte_é€".repeat(30).slice(0, length));
  expect(texts.map(sha256Of)).toEqual(texts.map((text) => createHash("sha256").update(text).digest("hex")));
});
