/** The values of a placement, column by column. */
import type { Placement } from '../align/aligned.ts';

export function valuesOf({ slots }: Placement): (number | null)[] {
  return slots.map((slot) => slot?.value ?? null);
}
