import type { Random } from './random.ts'

const firstDay = Date.UTC(2024, 10, 21)
const days = 93

/** The day of the last articles, weeks after all others. */
export const lastDay = '2025-03-20'

/** Draws the dates of `size` articles in order: some days have many, some few. */
export const drawDays = (random: Random, size: number): string[] => {
  const weights = Array.from({ length: days }, () => random.between(1, 40))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let passed = 0
  return weights.flatMap((weight, day) => {
    const from = Math.floor((passed * size) / total)
    passed += weight
    const until = Math.floor((passed * size) / total)
    const date = new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10)
    return Array.from({ length: until - from }, () => date)
  })
}
