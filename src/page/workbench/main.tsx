/** The script of the workbench: the page of reports, and the parser behind it. */
import { start } from '../app.tsx';
import { heldReport } from './held.ts';
import { acceptDrops, Panel } from './panel.tsx';

acceptDrops();
void start({ read: heldReport, above: () => <Panel /> });
