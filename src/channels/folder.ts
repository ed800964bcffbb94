import type { Channel, Consignment, Sent } from "./channel.ts";
import { placeFile } from "./place-file.ts";

/** A folder that somebody else reads: one that is synchronised, or a scanner's. It is not made where it is not there. */
export function folderChannel(folder: string): Channel {
  return {
    capabilities: { carriesFiles: true, knowsArrival: true, isRepeatable: true },
    send: async (consignment) => placed(folder, consignment, (place) => ({ state: "delivered", place })),
  };
}

/** Saves what is to be printed, or handed over in another way: nothing leaves. */
export function printChannel(folder: string): Channel {
  return {
    capabilities: { carriesFiles: true, knowsArrival: false, isRepeatable: true },
    send: async (consignment) => placed(folder, consignment, (place) => ({ state: "prepared", place })),
  };
}

/** Puts each file where it belongs, and says where the first one lies. What a disk refuses may pass: it is full, or away. */
function placed(folder: string, { enclosures }: Consignment, sent: (place: string) => Sent): Sent {
  try {
    const [first = folder] = enclosures.map(({ name, bytes }) => placeFile(folder, name, bytes));
    return sent(first);
  } catch (failure) {
    const { code, message } = failure as NodeJS.ErrnoException;
    return { state: "failed", reason: code ?? message, isPassing: true };
  }
}
