/** Times several ways to do a thing in turn, so that what else the machine does hits them alike. */

/**
 * Input by input, every way is tried once a round; what counts is its shortest time there, and over the inputs the sum.
 *
 * @param inputs what each way is called with
 * @param ways functions by name; what one returns is thrown away
 * @param options `rounds` that count, `warmUp` rounds before them
 * @returns by way: `minima` in milliseconds an input, their `sum`, and the sums over the odd and even rounds alone
 */
export function pairs(inputs, ways, { rounds, warmUp }) {
  const names = Object.keys(ways);
  const odd = Object.fromEntries(names.map((name) => [name, new Array(inputs.length).fill(Infinity)]));
  const even = Object.fromEntries(names.map((name) => [name, new Array(inputs.length).fill(Infinity)]));
  for (let round = -warmUp; round < rounds; round++) {
    inputs.forEach((input, index) => {
      for (const name of names) {
        const started = performance.now();
        ways[name](input);
        const time = performance.now() - started;
        const half = round % 2 === 0 ? even : odd;
        if (round >= 0) half[name][index] = Math.min(half[name][index], time);
      }
    });
  }
  return Object.fromEntries(names.map((name) => {
    const minima = odd[name].map((time, index) => Math.min(time, even[name][index]));
    return [name, { minima, sum: sum(minima), halves: [sum(odd[name]), sum(even[name])] }];
  }));
}

/** How often the first takes the time of the second, with the same of either half of the rounds: how far to trust it. */
export function ratio(first, second) {
  const halves = first.halves.map((time, half) => time / second.halves[half]);
  return { ratio: first.sum / second.sum, from: Math.min(...halves), to: Math.max(...halves) };
}

export const sum = (values) => values.reduce((a, b) => a + b, 0);

/** `12.3 (12.1–12.6)` */
export const shown = ({ ratio: value, from, to }) => `${value.toFixed(1)} (${from.toFixed(1)}–${to.toFixed(1)})`;

/** A Markdown table. */
export const table = (head, align, rows) => [`| ${head.join(' | ')} |`, `|${align.join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)];
