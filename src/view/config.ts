import type { RenderOptions } from "./look.ts";
import { table } from "./table.ts";

/** A setting, as it is shown: what it is, and what says so. */
export interface ShownSetting {
  readonly key: string;
  readonly value: string;
  readonly source: "option" | "environment" | "file" | "default";
  readonly place: string | null;
}

/** Shows each setting with its value and what says so. */
export function settingsText(look: RenderOptions, settings: readonly ShownSetting[]): string {
  const { config } = look.say;
  const columns = [{ title: config.setting }, { title: config.value }, { title: config.source }];
  const rows = settings.map(({ key, value, source, place }) => [
    look.paint.strong(key),
    value,
    place === null ? config.sources[source] : `${config.sources[source]} ${place}`,
  ]);
  return table(look, columns, rows);
}
