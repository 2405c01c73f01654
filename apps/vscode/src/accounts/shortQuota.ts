/** Few calls are left when it is less than a tenth of them. */
export const isShort = ({ remaining, limit }: { readonly remaining: number; readonly limit: number }): boolean =>
  remaining * 10 < limit;
