/** A moment from what servers were seen to give: an ISO stamp, or seconds or milliseconds since 1970. */
function momentOf(stamp: string): Date | undefined {
  const isSeconds = /^\d{9,10}(\.\d+)?$/.test(stamp);
  const isMilliseconds = /^\d{12,13}$/.test(stamp);
  const moment = new Date(isSeconds ? Number(stamp) * 1000 : isMilliseconds ? Number(stamp) : stamp);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

// In the form's language, and in the person's own form of it: an English form may be a British person's.
const { lang } = document.documentElement;
const locale = navigator.language.startsWith(lang.slice(0, 2)) ? undefined : lang;
let format: Intl.DateTimeFormat | undefined;

/** A stamp in the person's own locale and time zone; as it is when it cannot be read. */
export function readableStamp(stamp: string): string {
  const moment = momentOf(stamp.trim());
  format ??= new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  return moment ? format.format(moment) : stamp;
}
