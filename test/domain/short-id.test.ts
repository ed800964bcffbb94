import { describe, expect, test } from "vitest";
import { idsBegunBy, lineNumber, shortIds } from "../../src/domain/short-id.ts";

/** Three of one millisecond: their clock is the same, and what is random begins differently after the last hyphen. */
const OF_ONE_RUN = [
  "01a21c04-2090-7abc-8def-3f9a11112222",
  "01a21c04-2090-7abd-8def-3f9b33334444",
  "01a21c04-2090-7abe-8def-c0de55556666",
];

describe("identifiers as they are shown", () => {
  test("are told apart by four letters that are random, although their clock is the same", () => {
    expect(OF_ONE_RUN.map(shortIds(OF_ONE_RUN))).toEqual(["3f9a", "3f9b", "c0de"]);
  });

  test("take as many letters as tell all of a list apart", () => {
    const alike = ["1-aaaabbbbcccc", "2-aaaabbbcdddd"];
    expect(alike.map(shortIds(alike))).toEqual(["aaaabbbb", "aaaabbbc"]);
  });

  test("are whole where their random parts are alike, and where there is no such part", () => {
    const same = ["one-3f9a11112222", "two-3f9a11112222"];
    expect(same.map(shortIds(same))).toEqual(same);
    expect(shortIds(["AB"])("AB")).toBe("AB");
  });

  test("stay as short where one is listed twice, or is alone", () => {
    const [first = ""] = OF_ONE_RUN;
    expect(shortIds([first, first])(first)).toBe("3f9a");
  });
});

describe("an identifier that is typed", () => {
  const items = OF_ONE_RUN.map((id) => ({ id }));
  const found = (typed: string) => idsBegunBy(items, typed).map(({ id }) => OF_ONE_RUN.indexOf(id));

  test("names each whose shown or whole one begins so, in any case", () => {
    expect(found("C0")).toEqual([2]);
    expect(found("3f9")).toEqual([0, 1]);
    expect(found("01a21c04")).toEqual([0, 1, 2]);
    expect(found("01a21c04-2090-7abd")).toEqual([1]);
  });

  test("names itself alone where it is whole, although another begins so", () => {
    expect(idsBegunBy([{ id: "ab" }, { id: "abc" }], "AB")).toEqual([{ id: "ab" }]);
  });

  test("names nothing where it is empty, longer, or of nothing that is listed", () => {
    expect(["", "3f9a11112222x", "1c04"].flatMap(found)).toEqual([]);
  });

  test("is the number of a line from 1 to 999, and never four digits", () => {
    expect(["1", "42", "999", "0", "1000", "01", "1a", "-1"].map(lineNumber)).toEqual([
      ...[1, 42, 999],
      ...Array(5).fill(null),
    ]);
  });
});
