// The one table of what is aimed at and what is held. Percent, but for `faults`. A floor below its aim is what is measured
// today: it rises with the measurement and never falls.

/** Layout in which empty cells leave no trace. */
export const RAW = 'pdf-raw';
/** Layout whose digits the recognition itself misread: no floor. */
export const MISREAD = 'ocr';

const both = (value) => ({ aim: value, floor: value });

/** What the faults of a folder of reports are counted as, and no share of anything. */
export const COUNTED = ['faults', 'table faults'];

export const FLOORS = {
  cases: {
    recall: { aim: 99.9, floor: 99.58 }, precision: both(100), perfect: { aim: 99, floor: 98.15 },
    era: both(100), year: both(100), agency: both(100), title: both(100),
  },
  rawCases: {
    recall: { aim: 94.5, floor: 92.94 }, precision: both(100),
    era: both(100), year: both(100), agency: both(100), title: both(100),
  },
  // As much as the sums allow: the aim has no number.
  misread: { recall: { aim: null, floor: 3.11 }, precision: { aim: 99, floor: 100 } },
  heads: { year: both(97), agency: { aim: 97, floor: 93.5 }, title: both(97), family: both(97), headings: both(97) },
  reports: { 'table faults': { aim: 0, floor: 3 }, faults: { aim: 0, floor: 3 } },
  probes: { 'table faults': { aim: 0, floor: 20 }, faults: { aim: 0, floor: 20 } },
};

/** What each group of floors is about, for people. */
export const NAMES = {
  cases: `made-up reports, all layouts but ${RAW} and ${MISREAD}`,
  rawCases: `made-up reports, ${RAW}`,
  misread: `made-up reports, ${MISREAD} (digits misread by the recognition itself)`,
  heads: 'heads of real pages',
  reports: 'real reports',
  probes: 'probes, a small document for each kind of trouble',
};
