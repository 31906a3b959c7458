// The one table of what is aimed at and what is held. Percent, but for `faults`. A floor below its aim is what is measured
// today: it rises with the measurement and never falls.

/** Layout in which empty cells leave no trace. */
export const RAW = 'pdf-raw';
/** Layout whose digits the recognition itself misread: no floor. */
export const MISREAD = 'ocr';

const both = (value) => ({ aim: value, floor: value });

export const FLOORS = {
  cases: {
    recall: { aim: 99.8, floor: 99.5 }, precision: both(99.95), perfect: both(97),
    era: both(100), year: both(100), agency: both(100), title: both(100),
  },
  rawCases: {
    recall: { aim: 97, floor: 93 }, precision: both(99.5),
    era: both(100), year: both(100), agency: both(100), title: both(100),
  },
  // Nine of the agencies are printed nowhere on their pages.
  heads: { year: both(97), agency: { aim: 97, floor: 88.4 }, title: both(97), family: both(97), headings: both(97) },
  reports: { faults: both(0) },
};

/** What each group of floors is about, for people. */
export const NAMES = {
  cases: `made-up reports, all layouts but ${RAW} and ${MISREAD}`,
  rawCases: `made-up reports, ${RAW}`,
  heads: 'heads of real pages',
  reports: 'real reports',
};
