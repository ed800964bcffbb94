import { WORKING_TIMES } from "../../../domain/activity.ts";
import { parseDay } from "../../../domain/calendar.ts";
import { parseCount, parseEuros, parsePercent } from "../../../domain/money.ts";
import type { Catalogue } from "../../../i18n/catalogue.ts";
import type { Schemas } from "../../deps.ts";
import { type Field, oneOf, type Said, words } from "./fields.ts";

/** Something that the staff adds, ends and lists. */
export interface Resource {
  readonly name: "people" | "missions" | "contracts" | "tokens";
  /** What the contract calls adding one of it, and reading its list. */
  readonly operations: {
    readonly add: "addPerson" | "addContract" | "addMission" | "addToken";
    readonly list: "listPeople" | "listContracts" | "listAllMissions" | "listTokens";
  };
  readonly fields: readonly Field[];
  /** What is sent for what was said; secrets that the program made are added by its caller. */
  readonly bodyOf: (said: Said) => Record<string, unknown>;
}

const text = (value: string) => value;
const STAFF_ROLES: readonly Schemas["StaffRole"][] = ["adviser", "payroll", "administrator"];
const SCOPES: readonly Schemas["Scope"][] = ["read", "declare", "expenses", "operator"];
const MOST_TOKEN_DAYS = 366;
const DEFAULT_TOKEN_DAYS = 90;

/** Leaves out what was not said. */
function said(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

/** People: portés, and the company's staff. */
export function peopleResource({ administration: { options } }: Catalogue): Resource {
  return {
    name: "people",
    operations: { add: "addPerson", list: "listPeople" },
    fields: [
      { name: "email", value: "<address>", help: options.email, isRequired: true, read: text },
      { name: "name", value: "<name>", help: options.name, isRequired: true, read: text },
      { name: "role", value: "<role>", help: options.role, read: oneOf("--role", ["porte", ...STAFF_ROLES]) },
    ],
    bodyOf: ({ email, name, role = "porte" }) => ({ email, name, staffRole: role === "porte" ? null : role }),
  };
}

/** Employment contracts: one a porté. */
export function contractsResource({ administration: { options } }: Catalogue): Resource {
  const fields: Field[] = [
    { name: "porte", value: "<email>", help: options.porte, isRequired: true, read: text },
    { name: "kind", value: "<kind>", help: options.kind, isRequired: true, read: oneOf("--kind", ["cdi", "cdd"]) },
    {
      name: "category",
      value: "<category>",
      help: options.category,
      isRequired: true,
      read: oneOf("--category", ["cadre", "non-cadre"]),
    },
    {
      name: "level",
      value: "<level>",
      help: options.level,
      isRequired: true,
      read: oneOf("--level", ["first", "junior", "senior", "expert"]),
    },
    { name: "from", value: "<day>", help: options.from, isRequired: true, read: parseDay },
    { name: "to", value: "<day>", help: options.to, read: parseDay },
    { name: "job", value: "<text>", help: options.job, read: text },
    { name: "position", value: "<text>", help: options.position, read: text },
    {
      name: "working-time",
      value: "<unit>",
      help: options.workingTime,
      read: oneOf("--working-time", WORKING_TIMES),
    },
    { name: "weekly-hours", value: "<hours>", help: options.weeklyHours, read: (typed) => parseCount(typed, 1, 48) },
    { name: "forfait-days", value: "<days>", help: options.forfaitDays, read: (typed) => parseCount(typed, 1, 229) },
    {
      name: "alsace-moselle",
      value: "<yes|no>",
      help: options.alsaceMoselle,
      read: (typed) => oneOf("--alsace-moselle", ["yes", "no"])(typed) === "yes",
    },
    { name: "tax-rate", value: "<%>", help: options.taxRate, read: (typed) => parsePercent(typed) },
  ];
  return {
    name: "contracts",
    operations: { add: "addContract", list: "listContracts" },
    fields,
    bodyOf: (values) =>
      said({
        porteEmail: values.porte,
        kind: values.kind,
        category: values.category,
        level: values.level,
        start: values.from,
        end: values.to,
        job: values.job,
        position: values.position,
        workingTime: values["working-time"],
        weeklyHours: values["weekly-hours"],
        forfaitDays: values["forfait-days"],
        alsaceMoselle: values["alsace-moselle"],
        taxRatePpm: values["tax-rate"],
      }),
  };
}

/** Missions of the portés. */
export function missionsResource({ administration: { options } }: Catalogue): Resource {
  return {
    name: "missions",
    operations: { add: "addMission", list: "listAllMissions" },
    fields: [
      { name: "porte", value: "<email>", help: options.porte, isRequired: true, read: text },
      { name: "mission", value: "<reference>", help: options.mission, isRequired: true, read: text },
      { name: "client", value: "<name>", help: options.client, isRequired: true, read: text },
      { name: "title", value: "<text>", help: options.title, isRequired: true, read: text },
      { name: "rate", value: "<euros>", help: options.rate, isRequired: true, read: parseEuros },
      { name: "from", value: "<day>", help: options.from, isRequired: true, read: parseDay },
      { name: "to", value: "<day>", help: options.to, read: parseDay },
      { name: "project-codes", value: "<codes>", help: options.projectCodes, read: words },
    ],
    bodyOf: (values) => ({
      porteEmail: values.porte,
      reference: values.mission,
      client: values.client,
      title: values.title,
      start: values.from,
      end: values.to ?? null,
      dailyRateCents: values.rate,
      projectCodes: values["project-codes"] ?? [],
    }),
  };
}

/** Tokens of scripts. */
export function tokensResource({ administration: { options } }: Catalogue): Resource {
  return {
    name: "tokens",
    operations: { add: "addToken", list: "listTokens" },
    fields: [
      { name: "email", value: "<address>", help: options.email, isRequired: true, read: text },
      { name: "name", value: "<name>", help: options.tokenName, isRequired: true, read: text },
      {
        name: "scopes",
        value: "<scopes>",
        help: options.scopes,
        isRequired: true,
        read: (typed) => words(typed).map(oneOf("--scopes", SCOPES)),
      },
      {
        name: "days",
        value: "<days>",
        help: options.days,
        read: (typed) => parseCount(typed, 1, MOST_TOKEN_DAYS),
      },
    ],
    bodyOf: ({ email, name, scopes, days = DEFAULT_TOKEN_DAYS }) => ({ email, name, scopes, days }),
  };
}
