/** The whole pipeline over the samples in ../shared. */
import { holdCorpus } from './hold.ts';

holdCorpus('reports');
holdCorpus('probes');
holdCorpus('oddities');
holdCorpus('cases');
holdCorpus('heads');
