import { mandatory, value } from "../../command.ts";
import { email, line } from "../../sent/readers.ts";
import { oneOf } from "../readers.ts";

/** What is typed of a person: options of `add`, and columns of `import`. */
export const FIELDS = {
  email: mandatory(email("--email <address>", "administration.options.email")),
  name: mandatory(line("--name <name>", "administration.options.name", 120)),
  role: value(
    "--role <role>",
    "administration.options.role",
    oneOf("--role", ["porte", "adviser", "payroll", "administrator"]),
  ),
};
