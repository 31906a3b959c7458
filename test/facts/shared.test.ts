/** Annotated prose that stands beside the checkout, not in it; the facts of whole reports are held with the reports. */
import { holdCorpus } from '../shared/hold.ts';

holdCorpus('facts');
