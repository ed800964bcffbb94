import { mandatory, text, value } from "../../command.ts";
import { oneOf } from "../readers.ts";

/** What is typed of a person: options of `add`, and columns of `import`. */
export const FIELDS = {
  email: mandatory(text("--email <address>", "administration.options.email")),
  name: mandatory(text("--name <name>", "administration.options.name")),
  role: value(
    "--role <role>",
    "administration.options.role",
    oneOf("--role", ["porte", "adviser", "payroll", "administrator"]),
  ),
};
