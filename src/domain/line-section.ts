/** A payslip whose lines each stand in a section. */
interface Sectioned {
  readonly lines: readonly { readonly section: string }[];
}

type LineOf<Slip extends Sectioned> = Slip["lines"][number];
type WithSection<Slip extends Sectioned, From extends string, To extends string> = Omit<Slip, "lines"> & {
  lines: (Omit<LineOf<Slip>, "section"> & { section: Exclude<LineOf<Slip>["section"], From> | To })[];
};

/** A payslip by the words of the kernel and of what is kept, from one by the words of the contract. */
export type KernelSections<Slip extends Sectioned> = WithSection<Slip, "work-accident", "workAccident">;
/** A payslip by the words of the contract, from one by the words of the kernel. */
export type ContractSections<Slip extends Sectioned> = WithSection<Slip, "workAccident", "work-accident">;

/** Names the sections of a payslip as the kernel does. A company of contract 1.0 names them so itself. */
export function withKernelSections<Slip extends Sectioned>(slip: Slip): KernelSections<Slip> {
  return renamed(slip, "work-accident", "workAccident");
}

/** Names the sections of a payslip as the contract does, whose words are in kebab case. */
export function withContractSections<Slip extends Sectioned>(slip: Slip): ContractSections<Slip> {
  return renamed(slip, "workAccident", "work-accident");
}

function renamed<Slip extends Sectioned, From extends string, To extends string>(
  slip: Slip,
  from: From,
  to: To,
): WithSection<Slip, From, To> {
  const lines = slip.lines.map((line) => ({ ...line, section: line.section === from ? to : line.section }));
  return { ...slip, lines } as unknown as WithSection<Slip, From, To>;
}
