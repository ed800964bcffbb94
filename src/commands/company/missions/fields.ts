import { positiveEuros } from "../../../domain/money.ts";
import { day, mandatory, text, value } from "../../command.ts";
import { words } from "../readers.ts";

/** What is typed of a mission: options of `add`, and columns of `import`. */
export const FIELDS = {
  porte: mandatory(text("--porte <email>", "administration.options.porte")),
  mission: mandatory(text("--mission <reference>", "administration.options.mission")),
  client: mandatory(text("--client <name>", "administration.options.client")),
  title: mandatory(text("--title <text>", "administration.options.title")),
  rate: mandatory(value("--rate <euros>", "administration.options.rate", positiveEuros)),
  from: mandatory(day("--from <day>", "administration.options.from", "either")),
  to: day("--to <day>", "administration.options.to", "either"),
  projectCodes: value("--project-codes <codes>", "administration.options.projectCodes", words),
};
