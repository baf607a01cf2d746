/** The position of a value in a sorted list, or of the first value after it if the list does not contain it. */
export const sortedPosition = <Value extends number | string>(
  sorted: ArrayLike<Value>,
  value: Value,
): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? value) < value) low = middle + 1
    else high = middle
  }
  return low
}
