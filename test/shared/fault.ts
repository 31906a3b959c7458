/** What a report can have wrong against its truth, and how faults are counted. */

/**
 * The kinds that floors are kept by. One fault may count for several, so that a step towards the right answer lowers
 * one kind and raises none:
 *
 * - `era`, `metadata` (a field), `headings` (the outline as a whole; in heads a heading)
 * - `wrong`: a cell holds another value than is printed, or one where none is; `wrongSilent`: and no finding names it
 * - `missed`: a printed value that did not come out; `untold`: a cell that is not right, or `null` where the truth
 *   leaves it open, and no finding names it
 * - `status`: a printed cell that is called blank or not applicable, or an unreadable one that is not called so
 * - `indicatorsWrong`, `indicatorsMissed`: the same for the rows of a local table
 * - `factsMissed`, `factsWrong`: facts about a metric; `factsRest`: facts without one
 * - `slow`: a document that costs more than its limit
 * - `finding CODE`: findings of the rules that should be there and are not, or the other way round
 */
export type FaultKind =
  | 'era'
  | 'metadata'
  | 'headings'
  | 'wrong'
  | 'wrongSilent'
  | 'missed'
  | 'untold'
  | 'status'
  | 'indicatorsWrong'
  | 'indicatorsMissed'
  | 'factsMissed'
  | 'factsWrong'
  | 'factsRest'
  | 'slow'
  | `finding ${string}`;

export interface Fault {
  kinds: readonly FaultKind[];
  /** One line for people. */
  text: string;
}

/** How many faults of each kind; a kind without any is absent. */
export type Counts = Partial<Record<FaultKind, number>>;

export function countFaults(faults: readonly Fault[]): Counts {
  const counts: Counts = {};
  for (const kind of faults.flatMap(({ kinds }) => kinds)) counts[kind] = (counts[kind] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
