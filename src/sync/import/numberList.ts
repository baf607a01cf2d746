import { hash } from 'node:crypto'

import { sortedPosition } from '../sortedPosition.ts'

/**
 * A list of numbers in one typed array: a site has millions of them, and an array of numbers takes several times as much
 * memory.
 */
export const numberList = () => {
  let numbers = new Float64Array(64)
  let length = 0
  return {
    push: (...added: readonly number[]): void => {
      if (length + added.length > numbers.length) {
        const grown = new Float64Array(Math.ceil(1.25 * (length + added.length)))
        grown.set(numbers)
        numbers = grown
      }
      numbers.set(added, length)
      length += added.length
    },
    /** The numbers, which change with the list. */
    all: (): Float64Array => numbers.subarray(0, length),
  }
}

/** A function that says whether a number is in a list; sorts the list. */
export const memberOf = (list: Float64Array): ((number: number) => boolean) => {
  list.sort()
  return (number) => list[sortedPosition(list, number)] === number
}

/** A number that stands for a text: 53 bits of its digest, as many as a number holds. */
export const numberOfText = (text: string): number => {
  const digest = hash('sha256', text, 'buffer')
  return digest.readUInt32BE(0) * 2 ** 21 + (digest.readUInt32BE(4) >>> 11)
}
