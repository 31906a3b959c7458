// How soon V8 compiles a function anew with what it has learnt of it. Here a report runs through more code than there is time
// for, and what is learnt of the first does not hold for the next: V8 11 (Node 20) spends half of a run on three hundred
// reports on code that it throws away. Later engines count otherwise and know no such flag.
import { setFlagsFromString } from 'node:v8';

if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');
