/** Whether this is `npm run test:long`, which has the time to try more. */
export const LONG = process.env['TEST_LONG'] === '1';

/** How many cases to try: in `npm test`, and in `npm run test:long`. */
export function cases(short: number, long: number): number {
  return LONG ? long : short;
}
