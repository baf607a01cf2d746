/** What a helper returns if it did not find what it needs: a sentence that says what is skipped, and how to enable it. */
export type Skipped = { skipped: string }

/**
 * Returns the sentence as the reason of a skip.
 * @throws With the sentence if ANSWERBOOK_REQUIRE_ALL=1, so that nothing is skipped.
 */
export const skipOrFail = (sentence: string): Skipped => {
  if (process.env.ANSWERBOOK_REQUIRE_ALL === '1') throw new Error(sentence)
  return { skipped: sentence }
}
