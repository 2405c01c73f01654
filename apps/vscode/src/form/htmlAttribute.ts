/** A value as JSON, for an attribute of a page. */
export const htmlAttribute = (value: unknown): string =>
  JSON.stringify(value).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
