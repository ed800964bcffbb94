import { readFileSync } from "node:fs";
import { join } from "node:path";
import { misfit, type Shape } from "../domain/shape.ts";
import type { Folders } from "./folders.ts";

/** How porte speaks and waits on this machine, as far as somebody set it. */
export interface Preferences {
  readonly lang?: string;
  /** Seconds that an answer of the company is waited for. */
  readonly timeout?: number;
  readonly color?: string;
  /** Cents at the company above which `account exposure` warns. */
  readonly exposureThreshold?: number;
}

export const PREFERENCES: Shape = {
  fields: { "lang?": "text", "timeout?": "whole", "color?": "text", "exposureThreshold?": "whole" },
};

/** Reads them before anything else is known of the run: a file that cannot be read says nothing here, and the command that needs it tells why. */
export function preferencesIn({ config }: Folders): Preferences {
  try {
    const { preferences } = JSON.parse(readFileSync(join(config, "settings.json"), "utf8"));
    return misfit(PREFERENCES, preferences) === null ? preferences : {};
  } catch {
    return {};
  }
}
