/**
 * Hides what is drawn by chance in a text, letter for letter: an identifier, whole or as short as it is shown, a key's name, and
 * what was signed.
 * @param ids the identifiers that may be shown in a short form.
 */
export function steadied(text: string, ids: readonly string[]): string {
  const stars = (found: string) => found.replace(/[0-9a-f]/g, "*");
  const whole = text
    .replace(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g, stars)
    .replace(/\b[0-9a-f]{12}\b/g, stars)
    .replace(/(?=[\w-]*\d)[\w-]{43,}/g, (signed) => "*".repeat(signed.length));
  /** An amount may begin as an identifier does by chance: what stands beside its sign is a figure. */
  return whole.replace(/(?<![\d,.+])\b[0-9a-f]{3,8}\b(?![,.]\d)/g, (part) => {
    const isShort = ids.some((id) => id.slice(id.lastIndexOf("-") + 1).startsWith(part));
    return isShort ? "*".repeat(part.length) : part;
  });
}
