import fc from 'fast-check';

/** Property tests repeat: a failure is the same on every machine. TIJARAT_SEED=N looks elsewhere. */
fc.configureGlobal({ seed: Number(process.env['TIJARAT_SEED'] ?? 20261124) });
