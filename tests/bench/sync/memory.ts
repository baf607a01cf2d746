/** How often memory is looked at, in milliseconds. */
const interval = 20

const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576)

/** The most memory that some work needs above what the process had before, in MB. */
export const peakOf = async (work: () => Promise<void>): Promise<number> => {
  const before = process.memoryUsage.rss()
  let most = before
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, interval)
  try {
    await work()
  } finally {
    clearInterval(look)
  }
  return megabytes(Math.max(most, process.memoryUsage.rss()) - before)
}
