// Asks at an even pace, as many people who know nothing of each other do. A generator that sends a second's worth at its start, and
// then rests, measures its own bursts.
import { Agent, get } from "node:http";

/** What is asked first is not counted: lines are opened, and code is compiled. */
const WARM_SECONDS = 1;

/**
 * Asks so many times a second, for so many seconds, over so many connections at most. @returns how long each answer took, in
 * milliseconds and sorted, from the instant at which it was to be asked: where all connections are busy, the wait counts.
 */
export async function askEvenly({ url, headers }, path, { rate, seconds, connections }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const taken = [];
  const asked = [];
  const start = performance.now();
  const first = rate * WARM_SECONDS;
  const last = first + rate * seconds;
  for (let number = 0; number < last; ) {
    const due = Math.min(last, ((performance.now() - start) * rate) / 1000);
    for (; number < due; number += 1) {
      const isCounted = number >= first;
      const dueMs = start + (number * 1000) / rate;
      asked.push(
        answered(url + path, { agent, headers }).then(() => isCounted && taken.push(performance.now() - dueMs)),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(asked);
  agent.destroy();
  return taken.sort((one, other) => one - other);
}

function answered(address, options) {
  return new Promise((resolve, reject) => {
    get(address, options, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${address}: ${answer.statusCode}`));
      answer.on("end", resolve).on("error", reject).resume();
    }).on("error", reject);
  });
}
