import { CHECKS } from "../../src/domain/doctor.ts";
import { PorteError } from "../../src/errors.ts";
import { describeFailure } from "../../src/i18n/describe.ts";
import { sheetWords } from "../../src/i18n/sheet.ts";
import { columnsAt, columnsOf, isMoney, listCsv, listSheet } from "../../src/view/answer/csv.ts";
import { identifiers, itemsOf, pickFields, valueAt } from "../../src/view/answer/pick.ts";
import { type AnswerSchema, fieldsOf, propertiesOf, wordsOf } from "../../src/view/answer/schema.ts";
import { settingsText } from "../../src/view/config.ts";
import { checksJson, checksText } from "../../src/view/doctor.ts";
import { firstStepsJson, firstStepsText } from "../../src/view/first-steps.ts";
import type { RenderOptions } from "../../src/view/look.ts";
import { topicText } from "../../src/view/topic.ts";
import { versionJson } from "../../src/view/version.ts";
import { each, type Pages } from "./faces.ts";

const WORDS = await sheetWords();

const SCHEMA: AnswerSchema = {
  type: "object",
  properties: {
    expenses: {
      type: "array",
      items: {
        type: "object",
        properties: {
          id: { type: "string" },
          date: { type: "string", format: "date" },
          category: { enum: ["lodging", "restaurant"] },
          amount: { type: "number" },
          missingReceipt: { type: "boolean" },
          note: { type: ["null", "string"] },
          trip: { anyOf: [{ type: "null" }, { type: "object", properties: { kilometres: { type: "number" } } }] },
          vatLines: { type: "array", items: { type: "object", properties: { vat: { type: "number" } } } },
        },
      },
    },
  },
};
const ANSWER = {
  expenses: [
    {
      id: "e-1",
      date: "2026-11-17",
      category: "restaurant",
      amount: 1_021.4,
      missingReceipt: false,
      note: "=SUM(A1); « midi »",
      trip: null,
      vatLines: [{ vat: 1.95 }],
    },
    {
      id: "e-2",
      date: "2026-11-18",
      category: "lodging",
      amount: -98,
      missingReceipt: true,
      note: null,
      trip: { kilometres: 12.5 },
      vatLines: [],
    },
  ],
  warnings: [{ code: "queued", message: "…" }],
};
const COLUMNS = columnsOf(SCHEMA, "expenses", null);

const SETTINGS = [
  { key: "profile", value: "sud", source: "option", place: null },
  { key: "lang", value: "en", source: "environment", place: "PORTE_LANG" },
  { key: "timeout", value: "30", source: "file", place: "/home/claire/.config/porte/settings.json" },
  { key: "color", value: "auto", source: "default", place: null },
  { key: "exposure-threshold", value: "none", source: "default", place: null },
  { key: "remind.quiet", value: "20:00-08:00", source: "default", place: null },
] as const;

type Finding = Parameters<typeof checksJson<PorteError>>[1][number]["finding"];
const FOUND: Readonly<Partial<Record<(typeof CHECKS)[number], Finding>>> = {
  settings: {
    level: "broken",
    failure: new PorteError("server.unreachable", { url: "https://a.example", reason: "ECONNREFUSED" }),
  },
  keyring: { level: "better", code: "keyring-absent", facts: ["@napi-rs/keyring"] },
  clock: { level: "broken", code: "clock-ahead", facts: ["44640"] },
  outbox: { level: "better", code: "outbox-waits", facts: ["2026-10", "2026-11"] },
  session: { level: "skipped", code: "not-asked", facts: [] },
  rates: { level: "fine", code: "rates-known", facts: ["2026-12-31"] },
};
const checksIn = ({ say }: Pick<RenderOptions, "say">) => {
  const tell = (failure: PorteError) => {
    const { what, hint } = describeFailure(say.failures, failure);
    return { message: what, hint: hint ?? null };
  };
  const checks = CHECKS.flatMap((name) => {
    const finding = FOUND[name];
    return finding === undefined ? [] : [{ name, finding }];
  });
  return checksJson({ look: { say }, tell }, checks);
};

/** The pages of what is about porte itself, and of the forms of an answer. */
export const PROGRAM_PAGES: Pages = {
  "first-steps": {
    firstStepsText: [(look) => firstStepsText(look)],
    firstStepsJson: [(look) => firstStepsJson(look)],
  },
  topic: {
    topicText: each([0, 2, 3], (look, index) =>
      topicText(look, look.say.topics[index] ?? { names: [], title: "", lines: [] }),
    ),
  },
  version: { versionJson: [() => Object.keys(versionJson("0.1.0"))] },
  config: { settingsText: [(look) => settingsText(look, SETTINGS)] },
  doctor: {
    checksText: [(look) => checksText(look, checksIn(look))],
    checksJson: [(look) => checksIn(look)],
  },
  "answer/csv": {
    columnsOf: [
      () => COLUMNS.map(({ name }) => name),
      () => columnsOf(SCHEMA, "expenses", ["vatLines", "id"]).map(({ name }) => name),
    ],
    isMoney: [() => ["amount", "feeCents", "ratePpm", "kilometres"].filter(isMoney)],
    columnsAt: [() => columnsAt(SCHEMA, "expenses", ["id", "no-such"]).map(({ name }) => name)],
    listCsv: [() => listCsv(ANSWER, "expenses", COLUMNS)],
    listSheet: [() => listSheet(ANSWER, "expenses", COLUMNS, WORDS).replace("\ufeff", "").replaceAll("\r\n", "\n")],
  },
  "answer/pick": {
    itemsOf: [() => itemsOf(ANSWER, "expenses").length, () => itemsOf(ANSWER, undefined).length],
    valueAt: [() => valueAt(ANSWER.expenses[1], ["trip", "kilometres"]) as number],
    pickFields: [
      () => pickFields(ANSWER, "expenses", ["amount", "id"]),
      () => pickFields({ id: "e-1", amount: 2 }, undefined, ["id"]),
    ],
    identifiers: [() => identifiers(ANSWER, "expenses", "id")],
  },
  "answer/schema": {
    fieldsOf: [() => Object.keys(fieldsOf(SCHEMA, "expenses"))],
    propertiesOf: [() => Object.keys(propertiesOf({ anyOf: [{ properties: { a: {} } }, { properties: { b: {} } }] }))],
    wordsOf: [() => [...wordsOf({ anyOf: [{ type: "null" }, { enum: ["draft", "sent"] }] })]],
  },
};
