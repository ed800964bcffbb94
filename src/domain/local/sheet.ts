import { PorteError } from "../../errors.ts";
import type { Day } from "../calendar.ts";
import type { Cents, Ppm } from "../money.ts";
import { maybe, type Shape } from "../shape.ts";

/** How a mail leaves: by a mail server, as a file for the mail program, or as a link that opens it and carries no file. */
export const MAIL_WAYS = ["smtp", "eml", "mailto"] as const;

/** Where documents go. */
export type Way =
  | { readonly by: "mail"; readonly to: string; readonly via: (typeof MAIL_WAYS)[number] }
  | { readonly by: "folder"; readonly folder: string }
  /** Printed, or handed over in another way: the file is saved, and nothing leaves. */
  | { readonly by: "print" };

/** The forms in which a month can go beside its PDF. */
export const ALSO_SENT = ["csv", "xlsx"] as const;
export type AlsoSent = (typeof ALSO_SENT)[number];

/** Reads forms as they are typed: `csv,xlsx`. @throws {PorteError} `usage.choice` for any other. */
export function parseAlso(typed: string): readonly AlsoSent[] {
  const words = typed.split(",").map((word) => word.trim().toLowerCase());
  return words.map((word) => {
    const form = ALSO_SENT.find((one) => one === word);
    if (form === undefined) throw new PorteError("usage.choice", { option: "--also", value: word, choices: ALSO_SENT });
    return form;
  });
}

/** What is known of a portage company that has no API, and of one's contract there. What nobody said is null: nothing is invented. */
export interface CompanySheet {
  readonly schema: 1;
  readonly company: {
    readonly name: string | null;
    readonly siren: string | null;
    readonly address: string | null;
  };
  /** Whoever signs what leaves. */
  readonly person: { readonly name: string | null; readonly email: string | null };
  readonly contract: {
    readonly kind: "cdi" | "cdd" | null;
    readonly category: "cadre" | "non-cadre" | null;
    readonly level: "first" | "junior" | "senior" | "expert" | null;
    readonly start: Day | null;
    readonly end: Day | null;
    readonly alsaceMoselle: boolean | null;
    readonly taxRatePpm: Ppm | null;
  };
  readonly fee: {
    readonly ratePpm: Ppm | null;
    /** Null where there is none, or nobody said. */
    readonly monthlyCapCents: Cents | null;
    readonly base: "turnover" | "turnover-less-expenses" | null;
  };
  /** Other terms of the pay, by the names that a simulation gives them, each as a line of `simulate --batch` has it. */
  readonly terms: Readonly<Record<string, unknown>>;
  readonly deadlines: {
    /** The last day of the month by which a report is asked for, 1 to 31. */
    readonly reportDueDay: number | null;
    /** The day of the month after on which pay is transferred, 1 to 31. */
    readonly transferDay: number | null;
  };
  /** What a month's operating expenses may come to; null where there is no such cap, or nobody said. */
  readonly operatingCap: { readonly basis: "gross" | "turnover"; readonly ratePpm: Ppm } | null;
  readonly delivery: {
    readonly reports: Way | null;
    readonly expenses: Way | null;
    /** What goes with a month's PDF. */
    readonly also?: readonly AlsoSent[];
  };
}

const DAY_OF_MONTH: Shape = { kind: "whole", least: 1, most: 31 };
const RATE: Shape = { kind: "whole", least: 0, most: 1_000_000 };

const WAY: Shape = {
  either: [
    { fields: { by: { words: ["mail"] }, to: "text", via: { words: MAIL_WAYS } } },
    { fields: { by: { words: ["folder"] }, folder: "text" } },
    { fields: { by: { words: ["print"] } } },
  ],
};

/** What a sheet must be when it is read. */
export const SHEET: Shape = {
  fields: {
    schema: { kind: "whole", least: 1, most: 1 },
    company: { fields: { name: maybe("text"), siren: maybe("text"), address: maybe("text") } },
    person: { fields: { name: maybe("text"), email: maybe("text") } },
    contract: {
      fields: {
        kind: maybe({ words: ["cdi", "cdd"] }),
        category: maybe({ words: ["cadre", "non-cadre"] }),
        level: maybe({ words: ["first", "junior", "senior", "expert"] }),
        start: maybe("day"),
        end: maybe("day"),
        alsaceMoselle: maybe("truth"),
        taxRatePpm: maybe(RATE),
      },
    },
    fee: {
      fields: {
        ratePpm: maybe(RATE),
        monthlyCapCents: maybe("whole"),
        base: maybe({ words: ["turnover", "turnover-less-expenses"] }),
      },
    },
    terms: { each: "anything" },
    deadlines: { fields: { reportDueDay: maybe(DAY_OF_MONTH), transferDay: maybe(DAY_OF_MONTH) } },
    operatingCap: maybe({ fields: { basis: { words: ["gross", "turnover"] }, ratePpm: RATE } }),
    delivery: { fields: { reports: maybe(WAY), expenses: maybe(WAY), "also?": { list: { words: ALSO_SENT } } } },
  },
};

/** A sheet of which nothing is known. */
export const EMPTY_SHEET: CompanySheet = {
  schema: 1,
  company: { name: null, siren: null, address: null },
  person: { name: null, email: null },
  contract: { kind: null, category: null, level: null, start: null, end: null, alsaceMoselle: null, taxRatePpm: null },
  fee: { ratePpm: null, monthlyCapCents: null, base: null },
  terms: {},
  deadlines: { reportDueDay: null, transferDay: null },
  operatingCap: null,
  delivery: { reports: null, expenses: null },
};
