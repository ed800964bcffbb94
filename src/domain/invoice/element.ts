/** An element of XML: its name and those of its attributes are without the prefix of their namespace. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands in it outside of its elements, trimmed. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** Finds the elements at a path below some others, such as `Party/PartyName/Name`. A step may have several names: `Seller|Vendor`. */
export function allAt(from: readonly XmlElement[], path: string): readonly XmlElement[] {
  return path.split("/").reduce((found, step) => {
    const names = step.split("|");
    return found.flatMap(({ children }) => children.filter(({ name }) => names.includes(name)));
  }, from);
}

/** The text of the first element at a path that has one; null where none has. */
export function textAt(from: readonly XmlElement[], path: string): string | null {
  return allAt(from, path).find(({ text }) => text !== "")?.text ?? null;
}
