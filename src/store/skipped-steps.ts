import { join } from "node:path";
import type { Month } from "../domain/calendar.ts";
import { MONTH_STEPS, type StepName } from "../domain/month-end.ts";
import type { Shape } from "../domain/shape.ts";
import { whileLocked, writeJsonFile } from "./files.ts";
import { readJsonFile } from "./read.ts";

interface StoredFile {
  readonly schema: 1;
  readonly skipped: readonly StepName[];
}

const KEPT: Shape = { fields: { skipped: { list: { words: MONTH_STEPS } } } };

/** The steps of each month's end that a porté has chosen to skip. */
export class SkippedSteps {
  private readonly folder: string;

  /** @param folder of what one person keeps. */
  constructor(folder: string) {
    this.folder = join(folder, "months");
  }

  /** @throws {PorteError} `file.damaged`; the file is left alone. */
  async of(month: Month): Promise<readonly StepName[]> {
    return (await readJsonFile<StoredFile>(this.fileOf(month), KEPT))?.skipped ?? [];
  }

  /**
   * Skips a step, or takes it up again.
   * @param recorded does the change that it is given, while no other process changes the month.
   * @throws {PorteError} `file.damaged`, `file.busy`.
   */
  mark(
    month: Month,
    step: StepName,
    isSkipped: boolean,
    recorded: (change: () => Promise<void>) => Promise<void> = (change) => change(),
  ): Promise<void> {
    return whileLocked(this.fileOf(month), () =>
      recorded(async () => {
        const before = await this.of(month);
        const skipped = MONTH_STEPS.filter((one) => (one === step ? isSkipped : before.includes(one)));
        await writeJsonFile(this.fileOf(month), { schema: 1, skipped } satisfies StoredFile);
      }),
    );
  }

  fileOf(month: Month): string {
    return join(this.folder, `${month}.json`);
  }
}
