import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { catalogueOf } from "../../src/i18n/catalogue.ts";
import { chooseLang } from "../../src/i18n/choose.ts";
import { de } from "../../src/i18n/elision.ts";
import { englishFormat, frenchFormat } from "../../src/i18n/format.ts";
import { englishLists, frenchLists } from "../../src/i18n/lists.ts";
import { englishForm, frenchForm } from "../../src/i18n/plural.ts";

/** Every key of a catalogue, with what it holds. */
function keysOf(node: unknown, path = ""): [string, string][] {
  if (typeof node !== "object" || node === null) return [[path, typeof node]];
  return Object.entries(node).flatMap(([key, value]) => keysOf(value, `${path}/${key}`));
}

describe("the two languages", () => {
  test("have the same sentences", async () => {
    const [fr, en] = await Promise.all([catalogueOf("fr"), catalogueOf("en")]);

    expect(keysOf(en).sort()).toEqual(keysOf(fr).sort());
    expect(keysOf(fr).filter(([, kind]) => kind === "string").length).toBeGreaterThan(200);
  });

  test("say a count as people do, and leave no letter to choose", async () => {
    const [fr, en] = await Promise.all([catalogueOf("fr"), catalogueOf("en")]);

    expect([0, 1, 2].map((count) => fr.failures["check.found"]({ count }).what)).toEqual([
      "La vérification a trouvé 0 problème.",
      "La vérification a trouvé 1 problème.",
      "La vérification a trouvé 2 problèmes.",
    ]);
    expect([0, 1, 2].map((count) => en.failures["check.found"]({ count }).what)).toEqual([
      "The check found 0 problems.",
      "The check found 1 problem.",
      "The check found 2 problems.",
    ]);
    const forms = [frenchForm, englishForm].map((form) => [0, 1, 1.5, 2].map((count) => form(count, "one", "more")));
    expect(forms).toEqual([
      ["one", "one", "one", "more"],
      ["more", "one", "more", "more"],
    ]);
    const folder = new URL("../../src/i18n/", import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    for (const name of files)
      expect([name, readFileSync(new URL(name, folder), "utf8").match(/.*[a-zé]\((e?s|x|aux)\).*/g)]).toEqual([
        name,
        null,
      ]);
    expect(files.length).toBeGreaterThan(40);
  });

  test("are chosen by what was asked, then the environment, then French", () => {
    expect(chooseLang("en", { PORTE_LANG: "fr" })).toBe("en");
    expect(chooseLang("xx", { PORTE_LANG: "en" })).toBe("en");
    expect(chooseLang(undefined, { LANG: "en_US.UTF-8" })).toBe("en");
    expect(chooseLang(undefined, { LANG: "C.UTF-8" })).toBe("fr");
    expect(chooseLang(undefined, { LANG: "en_US.UTF-8", LC_ALL: "fr_FR.UTF-8" })).toBe("fr");
  });

  test("write figures as people do", () => {
    expect(frenchFormat.euros(-393_386)).toBe("\u22123\u202f933,86\u00a0€");
    expect(englishFormat.euros(393_386)).toBe("€3,933.86");
    expect(frenchFormat.percent(85_500)).toBe("8,55\u00a0%");
    expect(frenchFormat.days(18.5)).toBe("18,5\u00a0j");
    expect(frenchFormat.day("2026-11-13")).toBe("ven. 13/11/2026");
    expect(englishFormat.day("2026-11-13")).toBe("Fri 13 Nov 2026");
    expect(frenchFormat.instant("2026-11-25T16:40:00.000Z")).toBe("mer. 25/11/2026 à 17:40");
    expect([de("novembre 2026"), de("octobre 2026"), de("août 2026")]).toEqual([
      "de novembre 2026",
      "d'octobre 2026",
      "d'août 2026",
    ]);
  });

  describe.each([
    { lang: "fr", format: frenchFormat, lists: frenchLists },
    { lang: "en-IE", format: englishFormat, lists: englishLists },
  ])("write in $lang as Intl does", ({ lang, format, lists }) => {
    test("amounts and rates", () => {
      const euros = new Intl.NumberFormat(lang, { style: "currency", currency: "EUR" });
      const percent = new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 4 });
      const cents = [0, 1, 99, 100, 12_345, 99_999, 100_000, 123_456_789];
      const ppms = [0, 1, 400, 75_000, 85_500, 1_000_000, 12_345_600];

      expect(cents.map(format.euros)).toEqual(cents.map((amount) => euros.format(amount / 100)));
      expect(format.euros(-12_345)).toBe(`\u2212${euros.format(123.45)}`);
      expect(ppms.map(format.percent)).toEqual(ppms.map((ppm) => percent.format(ppm / 1_000_000)));
    });

    test("months and lists", () => {
      const month = new Intl.DateTimeFormat(lang, { month: "long", year: "numeric", timeZone: "UTC" });
      const and = new Intl.ListFormat(lang.slice(0, 2), { type: "conjunction" });
      const or = new Intl.ListFormat(lang.slice(0, 2), { type: "disjunction" });
      const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, "0")}`);
      const items = [[], ["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]];

      expect(months.map(format.month)).toEqual(months.map((one) => month.format(new Date(`${one}-01T00:00:00Z`))));
      expect(items.map(lists.and)).toEqual(items.map((one) => and.format(one)));
      expect(items.map(lists.or)).toEqual(items.map((one) => or.format(one)));
    });
  });
});
