import { parseCount } from "../../../domain/money.ts";
import { mandatory, value } from "../../command.ts";
import { email, line } from "../../sent/readers.ts";
import { oneOf, words } from "../readers.ts";

const MAX_DAYS = 366;

/** What is typed of a token: options of `add`, and columns of `import`. */
export const FIELDS = {
  email: mandatory(email("--email <address>", "administration.options.email")),
  name: mandatory(line("--name <name>", "administration.options.tokenName", 120)),
  scopes: mandatory(
    value("--scopes <scopes>", "administration.options.scopes", (typed) =>
      words(typed).map(oneOf("--scopes", ["read", "declare", "expenses", "operator"])),
    ),
  ),
  days: value("--days <days>", "administration.options.days", (typed) => parseCount(typed, 1, MAX_DAYS)),
};
