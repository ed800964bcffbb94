import { PorteError } from "../../errors.ts";
import type { Day } from "../calendar.ts";
import { EXPENSE_CATEGORIES, type ExpenseCategory } from "../expense.ts";
import { type Cents, parseEuros } from "../money.ts";
import { parseDay } from "./day.ts";
import { choiceMeant } from "./meaning.ts";

/** What the words after `porte expenses add` say: each once at most. */
export interface ExpenseWords {
  readonly receipt?: string;
  readonly amount?: Cents;
  readonly category?: ExpenseCategory;
  readonly date?: Day;
}

/** What stands behind an amount and says nothing more. */
const UNITS = /^(?:€|eur|euros?)$/i;

/**
 * Reads the words of an expense in any order: `45 restaurant hier`, `ticket.jpg 21,40`. A file that is there is its receipt; else a
 * word is an amount, a category or a day, and what is none of them but looks like a file is a receipt that is not there.
 * @throws {PorteError} `usage.excess_argument` for a second of one kind, `input.expense_word` for a word of none, `input.ambiguous`, `input.amount_ambiguous`.
 */
export function expenseWords(
  words: readonly string[],
  { today, isFile }: { readonly today: Day; readonly isFile: (word: string) => boolean },
): ExpenseWords {
  let said: ExpenseWords = {};
  for (const word of words.filter((one) => !UNITS.test(one))) {
    const found = isFile(word) ? { receipt: word } : meaningOf(word, today);
    if (Object.keys(found).some((name) => Object.hasOwn(said, name)))
      throw new PorteError("usage.excess_argument", {
        argument: word,
        command: "porte expenses add",
        suggestion: null,
      });
    said = { ...said, ...found };
  }
  return said;
}

function meaningOf(word: string, today: Day): ExpenseWords {
  const amount = /^\d/.test(word) ? orNone(() => parseEuros(word), "input.amount") : null;
  if (amount !== null) return { amount };
  const category = choiceMeant(word, EXPENSE_CATEGORIES);
  if (category !== null) return { category };
  const date = orNone(() => parseDay(word, today), "input.day");
  if (date !== null) return { date };
  if (!/[./\\]/.test(word)) throw new PorteError("input.expense_word", { value: word });
  return { receipt: word };
}

/** What a reader reads, or null where it ends with the failure of what is no such value. */
function orNone<Value>(read: () => Value, code: "input.amount" | "input.day"): Value | null {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof PorteError && failure.code === code) return null;
    throw failure;
  }
}
