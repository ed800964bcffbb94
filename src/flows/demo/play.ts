import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { liveAlone } from "./alone.ts";
import { type Access, liveWithCompany, type Paid } from "./company.ts";
import { type Play, type Stage, scriptOf } from "./stage.ts";

/** The moment the second month is lived at: that of the example timesheet, on the day its report is due. */
const NOW = "2026-11-25T16:40:00.000Z";

/** What the demonstration leaves behind. */
export interface Played {
  readonly folder: string;
  /** The report of the month that was lived without a company. */
  readonly report: string;
  /** Absent where the company's program is not installed: the tour then ends before it. */
  readonly company?: Paid & { readonly access: Access };
  /** The environment in which `porte` is Claire's. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Lives two months through the real programs: one on this machine alone, one with a company over real HTTP,
 * on the same profile.
 * @throws {DemoFailure} for the first command that fails.
 */
export async function playMonths(stage: Stage): Promise<Played> {
  const folder = await mkdtemp(join(tmpdir(), "porte-demo-"));
  const env = {
    PORTE_CONFIG_DIR: join(folder, "config"),
    PORTE_DATA_DIR: join(folder, "data"),
    PORTE_NOW: NOW,
    PORTE_LANG: stage.lang,
  };
  const play: Play = { ...stage, folder, own: env };
  const report = await liveAlone(play);
  if (scriptOf(stage, "porte-company") === undefined) return { folder, report, env, stop: async () => {} };
  const { stop, ...company } = await liveWithCompany(play);
  return { folder, report, company, env, stop };
}
