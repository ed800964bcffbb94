import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { ReportDay } from "../domain/activity.ts";
import type { Month } from "../domain/calendar.ts";
import { writeJsonFile } from "./files.ts";
import { type Folders, safeName } from "./folders.ts";
import { readJsonFile } from "./read.ts";

/** A month as typed on this machine. The key is made with it and serves every try to send it. */
export interface ReportDraft {
  readonly schema: 1;
  readonly month: Month;
  readonly days: readonly ReportDay[];
  readonly restDaysConfirmed: boolean;
  readonly key: string;
  readonly savedAt: string;
  /** The version the company had signed for when this was accepted; null while it waits to be sent. */
  readonly sentVersion: number | null;
}

/** The months typed on this machine for one profile. */
export class ReportDrafts {
  private readonly folder: string;

  constructor({ data }: Folders, profile: string) {
    this.folder = join(data, safeName(profile), "reports");
  }

  fileOf(month: Month): string {
    return join(this.folder, `${month}.json`);
  }

  find(month: Month): Promise<ReportDraft | null> {
    return readJsonFile<ReportDraft>(this.fileOf(month));
  }

  /** Lists the drafts that the company has not accepted. */
  async waiting(): Promise<ReportDraft[]> {
    const names = await readdir(this.folder).catch(() => []);
    const files = names.filter((name) => name.endsWith(".json")).map((name) => join(this.folder, name));
    const drafts = await Promise.all(files.map((file) => readJsonFile<ReportDraft>(file)));
    return drafts.filter((draft) => draft !== null && draft.sentVersion === null) as ReportDraft[];
  }

  keep(draft: ReportDraft): Promise<void> {
    return writeJsonFile(this.fileOf(draft.month), draft);
  }
}
