import type { Channel } from "./channel.ts";
import { placeFile } from "./place-file.ts";

/** A link that opens a new mail. It carries no file: those are saved, to be attached by hand. */
export function mailtoChannel(folder: string): Channel {
  return {
    capabilities: { carriesFiles: false, knowsArrival: false, isRepeatable: true },
    send: async ({ enclosures }) => {
      const [place = folder] = enclosures.map(({ name, bytes }) => placeFile(folder, name, bytes));
      return { state: "prepared", place };
    },
  };
}

/** The link itself. */
export function mailtoLink(to: string, subject: string, text: string): string {
  const words = Object.entries({ subject, body: text.replaceAll("\n", "\r\n") });
  const query = words.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  return `mailto:${encodeURIComponent(to).replaceAll("%40", "@")}?${query}`;
}
