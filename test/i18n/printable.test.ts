import { describe, expect, test } from "vitest";
import { indented, inOneLine, jsonText, ownColours, printable } from "../../src/i18n/printable.ts";

const BELL = "\u0007";
/** What a terminal obeys, by its name, round the letters that are left to read. */
const SEQUENCES = {
  "a colour (CSI)": "\u001b[31mred\u001b[0m",
  "a screen that is wiped (CSI)": "\u001b[2J\u001b[Hgone",
  "hidden letters (CSI)": "\u001b[8mhidden",
  "a title (OSC 0)": `\u001b]0;owned${BELL}`,
  "a link (OSC 8)": `\u001b]8;;http://evil.example${BELL}link\u001b]8;;${BELL}`,
  "a clipboard (OSC 52)": "\u001b]52;c;cm0gLXJm\u001b\\",
  "a device string (DCS)": "\u001bP$q\u001b\\",
  "one byte for two (C1 CSI, OSC)": "\u009b31mred\u009d0;owned\u009c",
  "a text that turns (bidi)": "\u202eabc\u2066def\u2069\u200f\u061c",
  "what nobody sees": "a\u200bb\u00adc\ufeffd\u{e0041}",
  "a line written over (lone CR)": "paid\rowed",
  "a letter taken back (BS, DEL)": "a\bb\u007f",
  "nothing at all (NUL)": "a\0b",
  "other line ends": "a\u2028b\u2029c\u0085d\u000be\u000cf",
};
const OBEYED = /[^\P{Cc}\n\t]|\p{Cf}|\u2028|\u2029/u;

describe.each(Object.entries(SEQUENCES))("%s", (_name, text) => {
  test("is shown and not obeyed, and its letters stay", () => {
    expect(printable(text)).not.toMatch(OBEYED);
    expect(printable(text).replace(/\s/g, "")).toBe(text.replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]/gu, ""));
  });

  test("comes as it was in JSON, and is not obeyed there either", () => {
    expect(jsonText({ text })).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    expect(JSON.parse(jsonText({ [text]: text }))).toEqual({ [text]: text });
  });
});

test("lines, tabs and long texts stay whole", () => {
  const text = `first\n\tsecond ${"é".repeat(20_000)}\n`;
  expect(printable(text)).toBe(text);
  expect(printable("first\r\nsecond")).toBe("first\nsecond");
});

test("a run's own colours pass; those that a text brings along do not, whatever they guess", () => {
  const own = ownColours("\u001b[31mrouge\u001b[39m");
  expect(printable(own)).toBe("\u001b[31mrouge\u001b[39m");
  expect(printable(inOneLine(`${own}\nx`))).toBe("\u001b[31mrouge\u001b[39m x");
  expect(printable("\u001b[31;1;2;3mred")).toBe(" [31;1;2;3mred");
});

test("a text of elsewhere starts no line of its own", () => {
  expect(inOneLine("a\nb\tc\r\nd")).toBe("a b c d");
  expect(indented("a\nError: b")).toBe("a\n    Error: b");
});
