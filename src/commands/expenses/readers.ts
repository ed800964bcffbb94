import { plainWord } from "../../domain/columns.ts";
import { DEPARTMENT_SAMPLES, departmentFrom, EXPENSE_CATEGORIES, type ExpenseCategory } from "../../domain/expense.ts";
import { choiceMeant } from "../../domain/typed/meaning.ts";
import { PorteError } from "../../errors.ts";

/** No more lines of a bank's file are shown or taken by their numbers at once than somebody reads. */
export const MAX_SHOWN = 1_000;

/** A word of a bank's labels, and the category of what it was paid for. */
export interface TakeRule {
  readonly word: string;
  readonly category: ExpenseCategory;
}

/** @throws {PorteError} `usage.choice` for what is no department. */
export function parseDepartment(text: string): string {
  const code = departmentFrom(text);
  if (code !== null) return code;
  throw new PorteError("usage.choice", { option: "--department", value: text, choices: DEPARTMENT_SAMPLES });
}

/** Reads line numbers, `3,7-9`. @throws {PorteError} `input.lines`. */
export function parseLines(text: string): ReadonlySet<number> {
  const numbers = text.split(",").flatMap((part) => {
    const [, from = "", to = from] = /^\s*(\d{1,7})(?:-(\d{1,7}))?\s*$/.exec(part) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (from === "" || first < 1 || last < first || last - first > MAX_SHOWN)
      throw new PorteError("input.lines", { value: text });
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return new Set(numbers);
}

/** @throws {PorteError} `usage.choice` for no category. */
export function parseTake(text: string): TakeRule {
  const [, word = "", name = ""] = /^(.+)=([^=]+)$/.exec(text.trim()) ?? [];
  const category = choiceMeant(name, EXPENSE_CATEGORIES);
  if (word === "" || category === null)
    throw new PorteError("usage.choice", { option: "--take", value: text, choices: EXPENSE_CATEGORIES });
  return { word: plainWord(word), category };
}
