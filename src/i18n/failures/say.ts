import { fromEuros } from "../../domain/money.ts";
import { englishFormat, type Format, frenchFormat } from "../format.ts";
import { englishLists, frenchLists, type Lists } from "../lists.ts";
import { englishForm, type Form, frenchForm } from "../plural.ts";

/** How a failure's facts are said in one language. */
export interface Say {
  readonly format: Format;
  readonly form: Form;
  readonly lists: Lists;
  /** Plain euros, as `1234.5`. */
  money(plain: string): string;
  /** A civil day, or any other text. */
  day(text: string): string;
  /** A month, or any other text. */
  month(text: string): string;
  /** A day, a month, or any other text. */
  when(text: string): string;
  /** So many bytes, in mebibytes. */
  size(bytes: number): string;
}

function sayIn({ format, form, lists, size }: Pick<Say, "format" | "form" | "lists" | "size">): Say {
  const day = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? format.day(text) : text);
  const month = (text: string) => (/^\d{4}-\d\d$/.test(text) ? format.month(text) : text);
  return {
    format,
    form,
    lists,
    money: (plain) => format.euros(fromEuros(Number(plain))),
    day,
    month,
    when: (text) => month(day(text)),
    size,
  };
}

const mebibytes = (bytes: number) => (bytes / 1_048_576).toFixed(1);

export const french = sayIn({
  format: frenchFormat,
  form: frenchForm,
  lists: frenchLists,
  size: (bytes) => `${mebibytes(bytes).replace(".", ",")} Mio`,
});
export const english = sayIn({
  format: englishFormat,
  form: englishForm,
  lists: englishLists,
  size: (bytes) => `${mebibytes(bytes)} MiB`,
});
