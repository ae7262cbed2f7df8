/** How long generated tests run: a short while in `npm test`, as long as wanted in `npm run soak`. */

export const isSoak = process.env.JIAAN_SOAK === '1';

interface Runs {
  readonly short: number;
  readonly long: number;
}

/**
 * The number of runs, and the seed of an earlier one: `JIAAN_SEED=123 JIAAN_PATH=4:1 npm run soak` goes through it again.
 * A failure prints both.
 */
export function runs({ short, long }: Runs) {
  const { JIAAN_SEED: seed, JIAAN_PATH: path } = process.env;
  return {
    numRuns: isSoak ? long : short,
    ...(seed !== undefined && { seed: Number(seed) }),
    ...(path !== undefined && { path }),
    // Each step of shrinking is a whole story on a real cloud: some are worth it, thousands are not.
    interruptAfterTimeLimit: isSoak ? Number(process.env.JIAAN_SOAK_MINUTES ?? 30) * 60_000 : 60_000,
    markInterruptAsFailure: false,
  };
}

/** What one generated test may take, in ms: jest ends it then. */
export const LONGEST = isSoak ? 3_600_000 : 150_000;
