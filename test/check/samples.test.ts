/** The rules over the truths in ../shared. */
import { holdCorpus } from '../shared/hold.ts';

holdCorpus('check');
