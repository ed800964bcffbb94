// Parses each line of a file and writes as many answers of another as JSON, in pieces of the size that a batch writes: no more.
import { createReadStream, readFileSync } from "node:fs";

const [file = "", sample = ""] = process.argv.slice(2);
const answers = readFileSync(sample, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
let rest = "";
let count = 0;
for await (const piece of createReadStream(file, "utf8")) {
  const lines = (rest + piece).split("\n");
  rest = lines.pop() ?? "";
  for (let from = 0; from < lines.length; from += 32) {
    let text = "";
    for (const line of lines.slice(from, from + 32)) {
      JSON.parse(line);
      text += `${JSON.stringify(answers[count % answers.length])}\n`;
      count += 1;
    }
    if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
}
