/** Do a row's own sums hold? */
import type { Placement } from '../align/aligned.ts';
import type { RowSum } from './sums.ts';

/**
 * `null` where nothing can be said: where a whole is blank, or where there is nothing but zeros, which keep every sum
 * wherever they stand.
 */
export function sumsHold(sums: readonly RowSum[], values: readonly (number | null)[]): boolean | null {
  let told = false;
  let open = false;
  for (const { parts, whole } of sums) {
    let sum = 0;
    for (const part of parts) sum += values[part] ?? 0;
    const total = values[whole] ?? null;
    if (total === null) open ||= sum !== 0;
    else if (Math.abs(total - sum) > 1e-6) return false;
    else if (total !== 0) told = true;
  }
  return told && !open ? true : null;
}

export function valuesOf({ slots }: Placement): (number | null)[] {
  return slots.map((slot) => slot?.value ?? null);
}
