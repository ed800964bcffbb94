import type { Context } from "../../cli/context.ts";
import type { SaidFacts } from "../../domain/local/sheet-facts.ts";
import { type Doubt, doubtsOf } from "../../flows/local/sheet.ts";

/** Reads back what is odd of what was said: it is saved as it is. */
export function readBack({ say, warn }: Pick<Context, "say" | "warn">, said: SaidFacts): void {
  for (const doubt of doubtsOf(said)) warn(doubtText(say, doubt), CODES[doubt.kind]);
}

const CODES = { fee: "unlikely-fee", mail: "unlikely-address", folder: "no-such-folder" } as const;

function doubtText({ sheet, format }: Context["say"], doubt: Doubt): string {
  switch (doubt.kind) {
    case "fee":
      return sheet.oddFee(format.percent(doubt.ppm));
    case "mail":
      return sheet.oddMail(doubt.address, doubt.likely);
    case "folder":
      return sheet.noFolder(doubt.folder);
  }
}
