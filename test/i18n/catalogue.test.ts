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
      "La vérification a trouvé 0 défaut.",
      "La vérification a trouvé 1 défaut.",
      "La vérification a trouvé 2 défauts.",
    ]);
    expect([0, 1, 2].map((count) => en.failures["check.found"]({ count }).what)).toEqual([
      "The check found 0 faults.",
      "The check found 1 fault.",
      "The check found 2 faults.",
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

  test("write amounts, rates, days and lists as Intl does", () => {
    const cases = [
      { lang: "fr", format: frenchFormat, lists: frenchLists },
      { lang: "en-IE", format: englishFormat, lists: englishLists },
    ] as const;
    for (const { lang, format, lists } of cases) {
      const euros = new Intl.NumberFormat(lang, { style: "currency", currency: "EUR" });
      const percent = new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 4 });
      const month = new Intl.DateTimeFormat(lang, { month: "long", year: "numeric", timeZone: "UTC" });
      for (const cents of [0, 1, 99, 100, 12_345, 99_999, 100_000, 123_456_789])
        expect([-cents, cents].map(format.euros)).toEqual([
          `${cents === 0 ? "" : "\u2212"}${euros.format(cents / 100)}`,
          euros.format(cents / 100),
        ]);
      for (const ppm of [0, 1, 400, 75_000, 85_500, 1_000_000, 12_345_600])
        expect(format.percent(ppm)).toBe(percent.format(ppm / 1_000_000));
      for (let index = 1; index <= 12; index += 1) {
        const text = `2026-${String(index).padStart(2, "0")}`;
        expect(format.month(text)).toBe(month.format(new Date(`${text}-01T00:00:00Z`)));
      }
      for (const items of [[], ["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]]) {
        const language = lang === "fr" ? "fr" : "en";
        expect(lists.and(items)).toBe(new Intl.ListFormat(language, { type: "conjunction" }).format(items));
        expect(lists.or(items)).toBe(new Intl.ListFormat(language, { type: "disjunction" }).format(items));
      }
    }
  });
});
