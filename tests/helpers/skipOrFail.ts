/** What a helper returns if it did not find what it needs: a sentence that says what is skipped and how to get it. */
export type Skipped = { skipped: string }

/**
 * Gives the sentence back as a skip, unless ANSWERBOOK_REQUIRE_ALL=1 asks that nothing be skipped.
 * @throws With the sentence where it does.
 */
export const skipOrFail = (sentence: string): Skipped => {
  if (process.env.ANSWERBOOK_REQUIRE_ALL === '1') throw new Error(sentence)
  return { skipped: sentence }
}
