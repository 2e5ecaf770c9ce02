/** Days since 1899-12-30 without a zone, the time of day as fraction: how sheets keep dates. */
export function serialOf(date: {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
}): number {
  const { year, month, day, hour = 0, minute = 0, second = 0 } = date;
  const days = (Date.UTC(year, month - 1, day) - EPOCH) / DAY;
  return days + (hour * 3600 + minute * 60 + second) / 86_400;
}

/** Fields of a serial, rounded to the second, since a double has noise. */
export function fieldsOf(serial: number) {
  const date = new Date(EPOCH + Math.round(serial * 86_400) * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
