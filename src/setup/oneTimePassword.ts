import { randomInt } from 'node:crypto'

// Without characters that are easily confused: 0 and O; 1, l and I.
const characters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'
const length = 24

/** A random password, to be shown once and changed by its owner: 24 letters and digits, 139 bits. */
export const oneTimePassword = (): string =>
  Array.from({ length }, () => characters.charAt(randomInt(characters.length))).join('')
