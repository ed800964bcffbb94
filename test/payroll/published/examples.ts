import type { Example } from "./example.ts";
import { PAYSLIPS } from "./payslips.ts";
import { PORTAGE } from "./portage.ts";
import { REDUCTIONS } from "./reductions.ts";

/** Every published example that is computed. */
export const PUBLISHED: readonly Example[] = [...REDUCTIONS, ...PAYSLIPS, ...PORTAGE];
