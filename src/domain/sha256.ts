/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes, in hexadecimal digits (FIPS 180-4, 4.2.2). */
const ROUNDS =
  "428a2f9871374491b5c0fbcfe9b5dba53956c25b59f111f1923f82a4ab1c5ed5d807aa9812835b01243185be550c7dc372be5d7480deb1fe9bdc06a7c19bf174" +
  "e49b69c1efbe47860fc19dc6240ca1cc2de92c6f4a7484aa5cb0a9dc76f988da983e5152a831c66db00327c8bf597fc7c6e00bf3d5a7914706ca635114292967" +
  "27b70a852e1b21384d2c6dfc53380d13650a7354766a0abb81c2c92e92722c85a2bfe8a1a81a664bc24b8b70c76c51a3d192e819d6990624f40e3585106aa070" +
  "19a4c1161e376c082748774c34b0bcb5391c0cb34ed8aa4a5b9cca4f682e6ff3748f82ee78a5636f84c878148cc7020890befffaa4506cebbef9a3f7c67178f2";
/** Those of the square roots of the first eight (5.3.3). */
const START = "6a09e667bb67ae853c6ef372a54ff53a510e527f9b05688c1f83d9ab5be0cd19";
const BLOCK_BYTES = 64;
/** A block ends with the length of the text, in bits, in so many bytes. */
const LENGTH_BYTES = 8;

/**
 * The SHA-256 of a short text's UTF-8, in hexadecimal digits (FIPS 180-4): every start names the token that it is given, and Node's
 * cryptography takes longer to be loaded than most commands have to do.
 */
export function sha256Of(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const whole = new Uint8Array(Math.ceil((bytes.length + 1 + LENGTH_BYTES) / BLOCK_BYTES) * BLOCK_BYTES);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  const view = new DataView(whole.buffer);
  view.setUint32(whole.length - 4, bytes.length * 8);
  const rounds = wordsIn(ROUNDS);
  const state = wordsIn(START);
  for (let at = 0; at < whole.length; at += BLOCK_BYTES) mix(state, scheduleOf(view, at), rounds);
  return [...state].map((word) => word.toString(16).padStart(8, "0")).join("");
}

function wordsIn(digits: string): Uint32Array {
  return Uint32Array.from({ length: digits.length / 8 }, (_, at) =>
    Number.parseInt(digits.slice(at * 8, at * 8 + 8), 16),
  );
}

/** The 64 words of a block (6.2.2, 1). */
function scheduleOf(view: DataView, from: number): Uint32Array {
  const words = new Uint32Array(64);
  const word = (at: number) => words[at] ?? 0;
  for (let at = 0; at < 16; at += 1) words[at] = view.getUint32(from + at * 4);
  for (let at = 16; at < 64; at += 1) {
    const [two, fifteen] = [word(at - 2), word(at - 15)];
    const small = turned(fifteen, 7) ^ turned(fifteen, 18) ^ (fifteen >>> 3);
    const large = turned(two, 17) ^ turned(two, 19) ^ (two >>> 10);
    words[at] = word(at - 16) + small + word(at - 7) + large;
  }
  return words;
}

/** Mixes the words of a block into the state (6.2.2, 2 to 4). */
function mix(state: Uint32Array, words: Uint32Array, rounds: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at += 1) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const one = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + (rounds[at] ?? 0) + (words[at] ?? 0);
    const other = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) >>> 0, c, b, a, (one + other) >>> 0];
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0) + word;
}

/** Turns the 32 bits of a word to the right. */
function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}
