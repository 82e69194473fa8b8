// Numbers and lists as a language writes them. A formatter takes milliseconds to be made, so it is made when it is first used.

/** Writes a number, 0 or more. Below a thousand there is nothing to group: the first screen needs no formatter. */
export function numbersIn(lang: string): (number: number) => string {
  let format: Intl.NumberFormat | undefined;
  return (number) => {
    if (number < 1000) return String(number);
    format ??= new Intl.NumberFormat(lang);
    return format.format(number);
  };
}

/** Writes names and such in a row: a, b and c. */
export function listsIn(lang: string): (items: string[]) => string {
  let format: Intl.ListFormat | undefined;
  return (items) => {
    format ??= new Intl.ListFormat(lang);
    return format.format(items);
  };
}
