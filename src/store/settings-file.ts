import { dirname } from "node:path";
import Conf from "conf";
import { replaceFile } from "./atomic.ts";

type Values = Record<string, unknown>;

/**
 * A JSON file of settings. The library reads it and puts what is set over all that it holds, also what a later porte has added; the
 * writing is ours, because the library's own leaves half a file under the right name on a disk that fills up.
 */
export class SettingsFile extends Conf<Values> {
  /** @param file `settings.json` in its folder, which is there. */
  constructor(file: string) {
    super({
      cwd: dirname(file),
      configName: "settings",
      projectName: "porte",
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
    });
  }

  override get store(): Values {
    return super.store;
  }

  /** @throws what the file system says; the file is then as it was. */
  override set store(values: Values) {
    replaceFile(this.path, JSON.stringify(values, null, "\t"));
  }
}
