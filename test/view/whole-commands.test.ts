import { describe, expect, test } from "vitest";
import { wrapLines } from "../../src/view/wrap.ts";

describe("a command is not broken, so that it can be copied:", () => {
  test.each([
    ["  → En ajouter un : ", "porte expenses add recu.pdf --amount 21,40 --category restaurant", ""],
    ["  → Choose another month, or a mission under way: ", "porte missions list", ""],
    ["  → Tell what was agreed: ", "porte missions amend ACME --agreed-on <day>", ""],
    ["  → See the line and what it is about: ", "porte --profile 'à $moi' expenses list", "."],
    ["Aucun véhicule enregistré. Pour en ajouter un : ", "porte expenses vehicle clio --power 5", ""],
    ['Error: <receipt> or --amount is missing from "', "porte expenses add", '".'],
    ["Pour l'ajouter, écrire ce qu'il a coûté, quoi et quand : ", "porte expenses add 45 restaurant hier", ""],
    ["Si elle a été reçue : ", "porte declare mark 2026-11 sent", ". Sinon : porte declare resend 2026-11"],
    ["Est-ce le vôtre, et voulez-vous l'envoyer ? Voir ", "porte-company payroll show 3f9a", " et relancer."],
    ["Se connecter avec le jeton : ", "porte login https://a.example --with-token < jeton.txt", ""],
    ["Indiquer qui paie, et combien : ", "porte missions add <référence> --client <nom du client>", ", puis relancer."],
  ])("%s%s%s", (before, command, after) => {
    for (const width of [45, 60, 72, 80]) {
      const lines = wrapLines(`${before}${command}${after}`, width).split("\n");
      const line = lines.find((one) => one.includes(command));
      expect({ width, lines, isWhole: line !== undefined }).toMatchObject({ isWhole: true });
      /** What is longer than the terminal has a line of its own, which the terminal folds. */
      for (const long of lines.filter((one) => one.length > width))
        expect(long.trim().replace(/[.,"]+$/, "")).toBe(command);
    }
  });

  test("where porte is spoken of, lines still end at words", () => {
    const spoken = "porte ne connaît pas encore les taux de janvier 2027, et les estime avec ceux de décembre 2026";
    expect(wrapLines(spoken, 30).split("\n")).toEqual([
      "porte ne connaît pas encore",
      "  les taux de janvier 2027, et",
      "  les estime avec ceux de",
      "  décembre 2026",
    ]);
  });
});
