import type { Catalogue } from "../i18n/catalogue.ts";

/** The questions a command may ask a person; each rejects when interrupted. */
export interface Prompt {
  text(message: string, initial?: string): Promise<string>;
  choice<Value extends string>(message: string, choices: readonly { name: string; value: Value }[]): Promise<Value>;
  /** Any number of choices, none included. */
  many(message: string, choices: readonly { name: string; value: string }[]): Promise<readonly string[]>;
  confirm(message: string): Promise<boolean>;
}

/** Opens the questions on stderr, so that stdout keeps the answer alone. */
export async function openPrompt({ yes, no }: Catalogue["words"]): Promise<Prompt> {
  const { default: inquirer } = await import("inquirer");
  const ask = inquirer.createPromptModule({ output: process.stderr });
  const transformer = (answer: boolean) => (answer ? yes : no);
  return {
    text: async (message, initial) =>
      (
        await ask<{ answer: string }>([
          { type: "input", name: "answer", message, ...(initial === undefined ? {} : { default: initial }) },
        ])
      ).answer,
    choice: async <Value extends string>(message: string, choices: readonly { name: string; value: Value }[]) =>
      (await ask<{ answer: string }>([{ type: "select", name: "answer", message, choices: [...choices] }]))
        .answer as Value,
    many: async (message, choices) =>
      (await ask<{ answer: string[] }>([{ type: "checkbox", name: "answer", message, choices: [...choices] }])).answer,
    confirm: async (message) =>
      (await ask<{ answer: boolean }>([{ type: "confirm", name: "answer", message, default: true, transformer }]))
        .answer,
  };
}
