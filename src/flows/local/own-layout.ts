import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Shape } from "../../domain/shape.ts";
import { USUAL_LAYOUT } from "../../papers/month-papers.ts";
import type { Layout } from "../../papers/sheet.ts";
import { readJsonFile } from "../../store/read.ts";
import type { Machine } from "../session.ts";
import { ownTemplates } from "./own-templates.ts";

/** What a layout of one's own may say; what it leaves out is as usual. */
const OWN_LAYOUT: Shape = {
  fields: {
    "title?": "text",
    "margin?": { kind: "whole", least: 10, most: 120 },
    "ink?": "text",
    "soft?": "text",
    "rule?": "text",
    "band?": "text",
    "accent?": "text",
    "ownFooter?": { list: "text" },
    "fields?": { list: { list: "text" } },
  },
};

const LOGOS = ["logo.png", "logo.jpg", "logo.jpeg"];

/** Reads the layout of a month with what somebody put beside it: `activity-report.json`, and a logo. @throws {PorteError} `file.damaged`. */
export async function ownLayout(
  machine: Pick<Machine, "folders">,
): Promise<{ layout: Layout; logo: Uint8Array | null }> {
  const folder = ownTemplates(machine);
  const own = await readJsonFile<Partial<Layout>>(join(folder, "activity-report.json"), OWN_LAYOUT);
  const logo = LOGOS.map((name) => join(folder, name)).find((file) => existsSync(file));
  return { layout: { ...USUAL_LAYOUT, ...own }, logo: logo === undefined ? null : readFileSync(logo) };
}
