/** What the fonts that every PDF reader has can write, beside the letters up to `ÿ`. */
const BEYOND = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
/** Letters that no mark can be taken off; those of Turkish, Polish, Croatian and others that live in France. */
const ALIKE: Readonly<Record<string, string>> = {
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ı: "i",
  ħ: "h",
  Ħ: "H",
  ŋ: "n",
  Ŋ: "N",
  ŧ: "t",
  Ŧ: "T",
  "\u202f": "\u00a0",
  "\u2212": "-",
  "\u2010": "-",
  "\u2011": "-",
};

/** Writes a text with the letters that the built-in fonts of a PDF have: `Nguyễn` as `Nguyên`, what has no like as `?`. */
export function latin(text: string): string {
  return [...text.normalize("NFC")].map((letter) => (isWritten(letter) ? letter : alike(letter))).join("");
}

function isWritten(letter: string): boolean {
  return /^[\u0020-\u007e\u00a0-\u00ff]$/.test(letter) || BEYOND.includes(letter);
}

/** Takes the marks off one by one, the outermost first. */
function alike(letter: string): string {
  const known = ALIKE[letter];
  if (known !== undefined) return known;
  const marks = [...letter.normalize("NFD")];
  for (let count = marks.length - 1; count > 0; count -= 1) {
    const simpler = marks.slice(0, count).join("").normalize("NFC");
    if (isWritten(simpler)) return simpler;
  }
  return /^\p{M}$/u.test(letter) ? "" : "?";
}
