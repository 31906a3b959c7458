interface Held {
  aim: number;
  floor: number;
}

export const RAW: string;
export const MISREAD: string;
export const FLOORS: Record<'cases' | 'rawCases', Record<'recall' | 'precision' | 'era' | 'year' | 'agency' | 'title', Held>> & {
  heads: Record<'year' | 'agency' | 'title' | 'family' | 'headings', Held>;
  reports: { faults: Held };
};
export const NAMES: Record<keyof typeof FLOORS, string>;
