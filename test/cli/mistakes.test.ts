import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { program } from "../../src/cli/program.ts";
import type { InputSpec } from "../../src/commands/command.ts";
import { PorteError } from "../../src/errors.ts";
import { catalogueOf } from "../../src/i18n/catalogue.ts";
import { describeFailure } from "../../src/i18n/describe.ts";
import { MISSING_VALUES } from "../../src/i18n/failures/missing-option.ts";
import { wholeCompanyProgram } from "../parts/command-line.ts";
import { TOOLS } from "../parts/command-table.ts";

const say = { fr: await catalogueOf("fr"), en: await catalogueOf("en") };

async function failureOf(line: string): Promise<PorteError> {
  const [name, ...argv] = line.split(" ");
  const words = { say: say.fr, today: () => "2026-11-25", version: "0.0.0" };
  const first = argv.find((word) => !word.startsWith("-"));
  const made = name === "porte" ? program(words, first, async () => undefined) : await wholeCompanyProgram();
  return made.parseAsync(argv, { from: "user" }).then(
    () => Promise.reject(new Error(`${line} is understood`)),
    (failure: unknown) => {
      if (failure instanceof PorteError) return failure;
      throw failure;
    },
  );
}

/** What is said of a mistake, and the line that is proposed. */
async function told(line: string, lang: "fr" | "en" = "fr"): Promise<readonly [string, string | undefined]> {
  const { what, hint } = describeFailure(say[lang].failures, await failureOf(line));
  const proposed =
    /(?:Vouliez-vous dire|Did you mean|Voir les commandes :|See the commands:) (porte.*?)(?: \?|\?)?$/.exec(hint ?? "");
  return [what, proposed?.[1] ?? hint];
}

describe("what cannot be sent is told before it is sent, by its option", () => {
  const add = "porte missions add";
  test.each([
    [`${add} LILLE --client ${"x".repeat(121)}`, "usage.long_text", { option: "--client", length: 121, most: 120 }],
    [`${add} LILLE --client Lille\u001b[31m`, "usage.unseen", { option: "--client", hasLines: false }],
    [`${add} LILLE --title Sch\u202eéma`, "usage.unseen", { option: "--title", hasLines: false }],
    [`${add} LILLE --skills un\ndeux\u2066`, "usage.unseen", { option: "--skills", hasLines: true }],
    [`${add} LILLE --place \t`, "usage.missing_value", { option: "--place" }],
    [`${add} LILLE --contact-email jeanne@lille`, "usage.email", { option: "--contact-email", value: "jeanne@lille" }],
    [
      `${add} Mairie_de_Lille/2 --client x --tjm 1 --from 2026-12-01`,
      "usage.reference",
      { value: "Mairie_de_Lille/2", most: 32 },
    ],
    ["porte-company contracts send a --client-name Jeanne\r\nBcc:x", "usage.unseen", { option: "--client-name" }],
    ["porte-company clients set a --siret 21590350100018", "mission.client_number", { kind: "siret" }],
    ["porte-company missions refuse a --reason \u0007", "usage.unseen", { option: "--reason", hasLines: true }],
  ])("%j", async (line, code, facts) => {
    expect(await failureOf(line)).toMatchObject({ code, facts });
  });

  test("in words that name the option", async () => {
    expect(await told("porte-company contracts send a --client-name Jeanne\r\nBcc:x")).toEqual([
      "Le texte de --client-name contient un retour à la ligne ou un caractère qui ne s'affiche pas.",
      "Le taper de nouveau, sans le coller. Rien n'est envoyé.",
    ]);
  });
});

describe("the word that is wrong is named, and what was meant is proposed", () => {
  test.each([
    ["porte setup", "La commande « porte setup » n'existe pas.", "porte init"],
    ["porte declar 2026-11", "La commande « porte declar » n'existe pas.", "porte declare 2026-11"],
    ["porte cra 2026-11", "La commande « porte cra » n'existe pas.", "porte declare 2026-11"],
    ["porte Congés", "La commande « porte Congés » n'existe pas.", "porte declare"],
    ["porte fiche", "La commande « porte fiche » n'existe pas.", "porte payslips"],
    ["porte facture", "La commande « porte facture » n'existe pas.", "porte account"],
    ["porte note", "La commande « porte note » n'existe pas.", "porte expenses"],
    ["porte docs", "La commande « porte docs » n'existe pas.", "porte --help"],
    ["porte xyzzy", "La commande « porte xyzzy » n'existe pas.", "porte --help"],
    ["porte payslips voir 2026-11", "La commande « porte payslips voir » n'existe pas.", "porte payslips get 2026-11"],
    ["porte missions ajouter", "La commande « porte missions ajouter » n'existe pas.", "porte missions add"],
    ["porte expenses ad", "La commande « porte expenses ad » n'existe pas.", "porte expenses add"],
    [
      "porte expenses supprimer 3f9a",
      "La commande « porte expenses supprimer » n'existe pas.",
      "porte expenses remove 3f9a",
    ],
    ["porte simulate 550", "« 550 » n'est pas attendu ici.", "porte simulate --tjm 550"],
    ["porte simulate 2026-11", "« 2026-11 » n'est pas attendu ici.", "porte simulate --date 2026-11"],
    ["porte declare 2026-11 extra words", "« extra » n'est pas attendu ici.", "porte declare --help"],
    ["porte lgoout", "La commande « porte lgoout » n'existe pas.", "porte logout"],
    ["porte simulate --tmj 500", "L'option « --tmj » n'existe pas ici.", "Vouliez-vous dire --tjm ?"],
    ["porte logout now", "« now » n'est pas attendu ici.", "porte logout --help"],
    ["porte payslips 2026-11", "« 2026-11 » n'est pas attendu ici.", "porte payslips get 2026-11"],
    ["porte bulletins novembre", "« novembre » n'est pas attendu ici.", "porte payslips get novembre"],
    ["porte missions ACME", "« ACME » n'est pas attendu ici.", "porte missions show ACME"],
    ["porte expenses show 3f9a", "La commande « porte expenses show » n'existe pas.", "porte expenses list"],
    ["porte audit 2026-11", "La commande « porte audit » n'existe pas.", "porte payslips verify"],
    ["porte status -v", "L'option « -v » n'existe pas ici.", "Vouliez-vous dire --version ?"],
    ["porte account --csv", "L'option « --csv » n'existe pas ici.", "Vouliez-vous dire --format ?"],
    [
      "porte declare --replace --yes",
      "L'option --replace attend une valeur.",
      "Voir laquelle : ajouter --help à la commande.",
    ],
    [
      "porte declare get 2026-11",
      "Il manque --pdf à « porte declare get ».",
      "Par exemple : porte declare get 2026-11 --pdf <fichier>",
    ],
    [
      "porte missions add SUD",
      "Il manque --client à « porte missions add ».",
      "Par exemple : porte missions add SUD --client <nom>",
    ],
  ])("%s", async (line, what, hint) => {
    expect(await told(line)).toEqual([what, hint]);
  });

  test("by no word that is only far alike: setup is not status, note not compte, log not login", async () => {
    const proposed = await Promise.all(["setup", "note", "docs", "portes", "log"].map((word) => told(`porte ${word}`)));
    expect(proposed.map(([, hint]) => hint)).toEqual([
      ...["porte init", "porte expenses", "porte --help", "porte --help", "porte declare"],
    ]);
  });

  test("whatever options stand before it", async () => {
    expect(await told("porte --profile sud declare show")).toEqual([
      "Il manque <mois> à « porte declare show ».",
      "Voir ce qu'elle attend : porte declare show --help",
    ]);
    expect(await told("porte --timeout 3 setup")).toEqual(["La commande « porte setup » n'existe pas.", "porte init"]);
  });

  test("with a line that can be typed, values and all", async () => {
    expect(await told("porte missions amend ACME")).toEqual([
      "Il manque --agreed-on à « porte missions amend ».",
      "Par exemple : porte missions amend ACME --agreed-on <jour>",
    ]);
    expect((await told("porte-company invoices cancel F2026-0001", "en"))[1]).toBe(
      "For example: porte-company invoices cancel F2026-0001 --reason <text>",
    );
  });

  test("by the meaning of an option, or its spelling", async () => {
    expect(await told("porte simulate --rate 550")).toEqual([
      "L'option « --rate » n'existe pas ici.",
      "Vouliez-vous dire --tjm ?",
    ]);
    expect((await told("porte whoami --verbos"))[1]).toBe("Vouliez-vous dire --verbose ?");
    expect((await told("porte whoami --zzzzzz"))[1]).toBe("Voir les options : ajouter --help à la commande.");
  });

  test("to a company's staff too, and in English", async () => {
    expect(await told("porte-company reports accept 3f9a", "en")).toEqual([
      'There is no command "porte-company reports accept".',
      "porte-company reports approve 3f9a",
    ]);
    expect(await told("porte-company paie", "en")).toEqual([
      'There is no command "porte-company paie".',
      "porte-company payroll run",
    ]);
    expect((await failureOf("porte-company serve --dat x")).facts).toMatchObject({ suggestion: "--data" });
  });
});

describe("an option that is missing", () => {
  test("is shown with what its value is, in the words of its own help", async () => {
    const inputs: InputSpec[] = TOOLS.leavesOf((await TOOLS.commandTable()).porte).flatMap(({ spec }) =>
      Object.values(spec.inputs),
    );
    const terms = inputs.map(({ term }) => /(--[a-z-]+) <([^>]+)>/.exec(term));
    const known = new Map<string, string[]>();
    for (const found of terms) {
      const [, option = "", value = ""] = found ?? [];
      known.set(option, [...(known.get(option) ?? []), value]);
    }
    const others = Object.entries(MISSING_VALUES).filter(
      ([option, value]) => known.has(option) && !known.get(option)?.includes(value),
    );
    expect(others).toEqual([]);
  });
});

describe("a page of help on sixty columns", () => {
  const pageOf = async (...argv: string[]) => {
    const words = { say: say.fr, today: () => "2026-11-25", version: "0.0.0" };
    const made = program(words, argv[0], async () => undefined);
    let text = "";
    const quiet = (command: Command): void => {
      command.configureOutput({
        writeOut: (part) => {
          text += part;
        },
        getOutHelpWidth: () => 60,
      });
      for (const sub of command.commands) quiet(sub);
    };
    quiet(made);
    await made.parseAsync([...argv, "--help"], { from: "user" }).catch(() => undefined);
    return text;
  };

  test.each([["declare"], ["simulate"], ["payslips"]])("ends its lines at words: %s", async (...argv) => {
    const page = await pageOf(...argv);
    const items = page.slice(page.indexOf("Usage"));
    expect(items.split("\n").filter((line) => line.length > 60 && !/^\S|^ {2}\S+ <?\S+$/.test(line))).toEqual([]);
  });

  test("names the forms of plain-text accounting where they are, and nowhere else", async () => {
    const pages = await Promise.all(
      [["account"], ["account", "track"], ["missions"], ["status"]].map((argv) => pageOf(...argv)),
    );
    expect(pages.map((page) => page.includes("hledger,"))).toEqual([true, false, false, false]);
  });
});

describe("a list of days that is none says what is wrong with it", () => {
  const daysTold = (value: string) =>
    describeFailure(say.fr.failures, new PorteError("input.days", { value, month: "2026-11" })).what;

  test.each([
    ["31", "Le mois de novembre 2026 n'a pas de 31."],
    ["24-31", "Le mois de novembre 2026 n'a pas de 31."],
    ["28-24", "« 28-24 » : le premier jour vient après le dernier."],
    ["2..10", "« 2..10 » désigne plusieurs jours : un seul est possible ici."],
    ["douze", "« douze » n'est pas une liste de jours de novembre 2026."],
  ])("%s", (value, what) => {
    expect(daysTold(value)).toBe(what);
  });
});
