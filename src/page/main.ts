/** The script of a page of reports. */
import { start } from './app.tsx';

void start();
