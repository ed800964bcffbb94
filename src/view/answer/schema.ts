/** What is read here of the JSON Schema of an answer. */
export interface AnswerSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, AnswerSchema>>;
  readonly items?: AnswerSchema;
  readonly anyOf?: readonly AnswerSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
}

/** The fields of what a command answers: of an item where it answers a list, else of the answer itself. */
export function fieldsOf(schema: AnswerSchema, list: string | undefined): Readonly<Record<string, AnswerSchema>> {
  const whole = propertiesOf(schema);
  const items = list === undefined ? undefined : whole[list];
  return items === undefined ? whole : propertiesOf(itemsOf(items));
}

/** The fields of any of the forms that a schema allows, in their order. */
export function propertiesOf(schema: AnswerSchema): Readonly<Record<string, AnswerSchema>> {
  return Object.assign({}, schema.properties, ...(schema.anyOf ?? []).map(propertiesOf));
}

function itemsOf(schema: AnswerSchema): AnswerSchema {
  return schema.items ?? schema.anyOf?.map(itemsOf).find((one) => one !== NOTHING) ?? NOTHING;
}

const NOTHING: AnswerSchema = {};

/** The words that a field may hold, where it holds no other. */
export function wordsOf({ enum: words = [], const: word, anyOf = [] }: AnswerSchema): readonly string[] {
  const own = [...words, word].filter((one) => typeof one === "string");
  return [...own, ...anyOf.flatMap(wordsOf)];
}
