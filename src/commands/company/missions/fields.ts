import { positiveEuros } from "../../../domain/money.ts";
import { parseReference } from "../../../domain/typed/sent-text.ts";
import { day, mandatory, value } from "../../command.ts";
import { email, line } from "../../sent/readers.ts";
import { words } from "../readers.ts";

/** What is typed of a mission: options of `add`, and columns of `import`. */
export const FIELDS = {
  porte: mandatory(email("--porte <email>", "administration.options.porte")),
  mission: mandatory(
    value("--mission <reference>", "administration.options.mission", (typed) => parseReference(typed, "recorded")),
  ),
  client: mandatory(line("--client <name>", "administration.options.client", 120)),
  title: mandatory(line("--title <text>", "administration.options.title", 120)),
  rate: mandatory(value("--rate <euros>", "administration.options.rate", positiveEuros)),
  from: mandatory(day("--from <day>", "administration.options.from", "either")),
  to: day("--to <day>", "administration.options.to", "either"),
  projectCodes: value("--project-codes <codes>", "administration.options.projectCodes", words),
};
