/** Puts "de" before a French word, shortened before a vowel: `de novembre`, `d'octobre`. */
export function de(word: string): string {
  return /^[aeiouyhàâéèêîôû]/i.test(word) ? `d'${word}` : `de ${word}`;
}
