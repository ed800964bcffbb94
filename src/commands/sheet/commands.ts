import { kebabCase } from "../../domain/kebab.ts";
import { SHEET_FACTS } from "../../domain/local/sheet-facts.ts";
import { parsePercent } from "../../domain/money.ts";
import { SHEET_TERMS } from "../../portage/sheet-terms.ts";
import { choice, command, flag, group, repeated, text, value } from "../command.ts";
import { parseSiren } from "../missions/readers.ts";
import { inputOptions } from "../simulate/inputs.ts";
import { FIRST_FACTS } from "./inputs.ts";
import { parseCapOf } from "./readers.ts";

/** `porte company`. */
export const described = group({
  name: "company",
  help: "summaries.company",
  commands: [
    command({ name: "show", help: "sheet.show", isDefault: true, load: () => import("./show.ts") }),
    command({
      name: "set",
      help: "sheet.set",
      inputs: {
        ...FIRST_FACTS,
        siren: value("--siren <number>", "sheet.siren", parseSiren),
        address: text("--address <text>", "sheet.address"),
        alsaceMoselle: flag("--alsace-moselle", "simulate.alsaceMoselle"),
        taxRate: value("--tax-rate <percent>", "sheet.taxRate", (typed) => parsePercent(typed)),
        expenseCap: value("--expense-cap <cap>", "sheet.expenseCap", parseCapOf),
        ...inputOptions(SHEET_TERMS),
        clear: repeated(
          choice(
            "--clear <name>",
            "sheet.clear",
            [...SHEET_FACTS, ...SHEET_TERMS].map((name) => kebabCase(name)),
          ),
        ),
      },
      load: () => import("./set.ts"),
    }),
    command({
      name: "export",
      help: "sheet.export",
      inputs: {
        file: text("<file>", "sheet.exportFile"),
        delivery: flag("--delivery", "sheet.withDelivery"),
        all: flag("--all", "sheet.withAll"),
      },
      load: () => import("./export.ts"),
    }),
    command({
      name: "import",
      help: "sheet.import",
      inputs: { file: text("<file>", "sheet.importFile"), yes: flag("--yes", "sheet.importYes") },
      load: () => import("./import.ts"),
    }),
    command({ name: "schema", help: "sheet.schema", load: () => import("./schema.ts") }),
  ],
});
