import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { openPlainPrompt } from "../../src/cli/plain-prompt.ts";
import { failureWords } from "../../src/cli/wording.ts";
import { EXPENSE_CATEGORIES } from "../../src/domain/expense.ts";
import { parseDay } from "../../src/domain/typed/day.ts";
import { catalogueOf } from "../../src/i18n/catalogue.ts";

const say = await catalogueOf("fr");
const CATEGORIES = EXPENSE_CATEGORIES.map((value) => ({ name: say.categories[value], value }));

/** Plain questions to somebody who types these lines, and all that is written to them. */
function asking(...lines: string[]) {
  const input = new PassThrough();
  let written = "";
  const output = {
    write: (text: string) => {
      written += text;
      return true;
    },
  };
  input.end(lines.map((line) => `${line}\n`).join(""));
  return { prompt: openPlainPrompt({ say, ...failureWords(say), input, output }), written: () => written };
}

test("a list has numbers, and is answered by one, by its name or by a word for it", async () => {
  const { prompt, written } = asking("3", "Repas en déplacement", "matériel", "17", "2");
  const ask = () => prompt.choice("Catégorie", CATEGORIES);

  expect([await ask(), await ask(), await ask(), await ask()]).toEqual([
    "lodging",
    "meal-away",
    "equipment",
    "meal-away",
  ]);
  expect(written()).toContain("Catégorie :\n  1. restaurant\n  2. repas en déplacement\n");
  expect(written()).toContain("Répondre par un numéro de 1 à 11.\nNuméro : ");
});

test("a yes is Enter, o, oui, y or yes; what is neither is asked again", async () => {
  const { prompt, written } = asking("", "o", "OUI", "n", "peut-être", "non");
  const answers = [];
  for (let count = 0; count < 5; count += 1) answers.push(await prompt.confirm("Envoyer ?"));

  expect(answers).toEqual([true, true, true, false, false]);
  expect(written()).toContain("Envoyer ? (O/n) : ");
  expect(written()).toContain("Répondre par oui ou par non.\n");
});

test("a text has its proposal, and what cannot be read is told and asked again", async () => {
  const { prompt, written } = asking("", "31/11", "hier");
  const ask = () => prompt.text("Date", "17/11/2026", (typed) => parseDay(typed, "2026-11-27"));

  expect([await ask(), await ask()]).toEqual(["17/11/2026", "hier"]);
  expect(written()).toContain("Date (17/11/2026) : ");
  expect(written()).toContain("« 31/11 » n'est pas une date valide.\nDate");
});

test("several are numbers, a run of them, or none; nothing is drawn again", async () => {
  const { prompt, written } = asking("1,3-4", "", "9", "2");
  const ask = () => prompt.many("Frais", CATEGORIES.slice(0, 5));

  expect([await ask(), await ask(), await ask()]).toEqual([["restaurant", "lodging", "transport"], [], ["meal-away"]]);
  expect(written()).not.toContain("\u001b");
});

test.each(["q", "Q", "quitter", "exit"])("%s leaves whatever is asked, and is no answer", async (word) => {
  const asked = async (ask: (prompt: ReturnType<typeof openPlainPrompt>) => Promise<unknown>) =>
    expect(ask(asking(word).prompt)).rejects.toMatchObject({ name: "LeftPromptError" });

  await asked((prompt) => prompt.text("Jours travaillés", "2-13", (typed) => parseDay(typed, "2026-11-27")));
  await asked((prompt) => prompt.choice("Catégorie", CATEGORIES));
  await asked((prompt) => prompt.many("Frais", CATEGORIES));
  await asked((prompt) => prompt.confirm("Envoyer ?"));
});

test("how to leave is said once, before the first question", async () => {
  const { prompt, written } = asking("", "hier");
  await prompt.text("Mois", "novembre");
  await prompt.text("Date");

  expect(written()).toBe("Pour quitter : q, puis Entrée.\nMois (novembre) : Date : ");
});

test("the end of the input leaves too, and what is said next begins a line", async () => {
  const { prompt, written } = asking();

  await expect(prompt.confirm("Envoyer ?")).rejects.toMatchObject({ name: "LeftPromptError" });
  expect(written()).toBe("Envoyer ? (O/n) : \n");
});
