import type { AnswerSchema } from "../../src/view/answer/schema.ts";

/** What any answer may hold beside its own. */
const OF_EACH = ["asOf", "stale", "warnings"];

/** The fields of an answer, each by the way to it and what it holds, as `payslips[].month: string`. */
export function fieldLines(schema: AnswerSchema, way = ""): string[] {
  const forms = schema.anyOf ?? [];
  if (forms.length > 0) return [...new Set(forms.flatMap((form) => fieldLines(form, way)))];
  if (schema.items !== undefined) return fieldLines(schema.items, `${way}[]`);
  const fields = Object.entries(schema.properties ?? {}).filter(([name]) => way !== "" || !OF_EACH.includes(name));
  if (fields.length === 0) return way === "" ? [] : [`${way}: ${kindOf(schema)}`];
  return fields.flatMap(([name, field]) => fieldLines(field, way === "" ? name : `${way}.${name}`));
}

function kindOf({ type, enum: words, const: word, format }: AnswerSchema): string {
  if (words !== undefined) return words.map(String).join(" | ");
  if (word !== undefined) return String(word);
  return format ?? [type ?? "anything"].flat().join(" | ");
}
