/** The six sections that the forms of 2019 and 2021 prescribe. */
import type { SectionId } from '../../schema/report.ts';

export const SIX_SECTION_IDS: readonly SectionId[] = [
  'overview', 'proactiveDisclosure', 'applications', 'disputes', 'problems', 'otherMatters',
];
