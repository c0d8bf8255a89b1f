import fc from 'fast-check';

/**
 * Before the tests of a run with a planted fault (.config/mutation.mjs): the first counterexample is enough, a smaller
 * one would take minutes to find; and the inputs are always the same, so that a verdict can be repeated.
 */
fc.configureGlobal({ endOnFailure: true, seed: 20_261_123 });
