import { afterEach, beforeEach } from "vitest";

/** Once a test of a file has failed, the change is noticed: the others need not run. */
let isNoticed = false;
beforeEach(({ skip }) => skip(isNoticed));
afterEach(({ task }) => {
  isNoticed ||= task.result?.state === "fail";
});
