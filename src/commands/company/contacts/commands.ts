import { byDefault, choice, command, conflicting, flag, group, mandatory, text } from "../../command.ts";
import { email } from "../../sent/readers.ts";
import { CONNECTION } from "../inputs.ts";

/** `porte-company contacts`. */
export const CONTACTS = group({
  name: "contacts",
  help: "company.summaries.contacts",
  commands: [
    command({
      name: "record",
      help: "company.summaries.recordContact",
      inputs: {
        porte: mandatory(email("--porte <email>", "company.options.porte")),
        mission: mandatory(text("--mission <reference>", "company.options.mission")),
        email: conflicting(email("--email <address>", "company.options.clientEmail"), "nobody"),
        nobody: flag("--nobody", "company.options.nobody"),
        language: byDefault(choice("--language <lang>", "company.options.clientLanguage", ["fr", "en"]), "fr"),
        ...CONNECTION,
      },
      load: () => import("./record.ts"),
    }),
  ],
});
