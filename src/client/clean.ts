const MOST_LETTERS = 2_000;

/** Takes control codes out of a text that came from elsewhere: what a terminal would obey, and what turns the reading round. */
export function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, " ").slice(0, MOST_LETTERS);
}
