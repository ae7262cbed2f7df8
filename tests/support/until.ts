/** Waiting for a condition, and never for a time. */

/** Asks again and again, letting everything else go on in between. Rejects after ten seconds. */
export async function until(condition: () => boolean | Promise<boolean>, within = 10_000): Promise<void> {
  const end = Date.now() + within;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`still not so after ${within} ms: ${condition.toString()}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
