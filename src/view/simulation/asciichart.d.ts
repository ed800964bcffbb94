declare module "asciichart" {
  export function plot(
    series: readonly number[],
    settings: { readonly height: number; readonly format: (value: number) => string },
  ): string;
}
