import { expect, test } from "vitest";
import { latin } from "../../src/domain/latin.ts";

test.each([
  ["Hélène Œuvrard, 4 467,30 €", "Hélène Œuvrard, 4 467,30 €"],
  ["Nguyễn Łukasz", "Nguyên Lukasz"],
  ["Ayşe Yıldız-Doğan", "Ayse Yildiz-Dogan"],
  ["Željko Ðorđević", "Željko Ðordevic"],
  ["e\u0301te\u0301", "été"],
  ["4\u202f467\u00a0\u2212 5", "4\u00a0467\u00a0- 5"],
  ["王小明", "???"],
  ["a\u001b[2J", "a?[2J"],
])("%j is printed %j", (text, printed) => {
  expect(latin(text)).toBe(printed);
});
