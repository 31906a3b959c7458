/** Values whose gaps left no trace, laid into columns. */

/** All ways to leave gaps between values that keep their order; none where there are more than `most`. */
export function spread<Value>(values: readonly Value[], width: number, most: number): (Value | null)[][] {
  const found: (Value | null)[][] = [];
  const under: (Value | null)[] = new Array<Value | null>(width).fill(null);
  const place = (index: number, from: number): void => {
    if (found.length > most) return;
    if (index === values.length) {
      found.push(under.slice());
      return;
    }
    for (let column = from; column <= width - (values.length - index); column++) {
      under[column] = values[index]!;
      place(index + 1, column + 1);
      under[column] = null;
    }
  };
  if (values.length <= width) place(0, 0);
  return found.length > most ? [] : found;
}
