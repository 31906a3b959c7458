import fc from 'fast-check';

// The same cases in every run, so that a change is what makes a test fail; `FC_SEED=N npm test` looks at others.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20_080_501) });
