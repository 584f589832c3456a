/** The month of a day, `YYYY-MM`. */
export const monthOf = (day: string) => day.slice(0, 7);

/** The month that lies `by` months from another, `YYYY-MM`. */
export function monthFrom(month: string, by: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months: by }).toString();
}
