// Waits for something to become true, however slow the machine is.

/** Milliseconds, less than a test has: what never comes is told by the test, and nothing goes on asking. */
const patience = 50_000;

/** Asks again and again until the answer is neither false, null nor undefined, and gives it back. */
export async function until<Value>(
  ask: () => Promise<Value> | Value,
): Promise<Exclude<Value, false | null | undefined>> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (isAnswer(answer)) return answer;
    if (Date.now() > end) throw new Error('It did not come to be.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function isAnswer<Value>(answer: Value): answer is Exclude<Value, false | null | undefined> {
  return answer !== false && answer !== null && answer !== undefined;
}
