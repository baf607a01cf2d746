import type { Random } from './random.ts'

const formulas = [
  String.raw`\frac{a + b}{c} \times d`,
  String.raw`\beta = \frac{\text{rise}}{\text{run}}`,
  String.raw`\vec{F} = m \cdot \vec{a}`,
  String.raw`\left( \frac{x}{2} \right)^2 + y^2 = r^2`,
  String.raw`\sum_{i=1}^{k} t_i \leq \theta`,
  String.raw`v = \sqrt{2 g h}`,
  String.raw`\rho = \frac{m}{V}`,
  String.raw`T \approx 2\pi \sqrt{\frac{l}{g}}`,
]

const escapeLike = [
  String.raw`\nu = \frac{c}{\lambda}`,
  String.raw`x \neq 0`,
  String.raw`\neg P \lor Q`,
  String.raw`\nabla \cdot \vec{v} = 0`,
  String.raw`x \notin A`,
  String.raw`A \not\subset B`,
]

const doubled = [
  String.raw`\begin{pmatrix} a & b \\ c & d \end{pmatrix}`,
  String.raw`\begin{aligned} x &= 1 \\ y &= 2 \end{aligned}`,
]

const inline = (random: Random, formula: string): string =>
  random.chance(60) ? `$${formula}$` : String.raw`\( ${formula} \)`

const block = (random: Random, formula: string): string =>
  random.chance(70) ? `$$\n${formula}\n$$` : `\\[\n${formula}\n\\]`

/** A paragraph with an inline formula and a displayed one. */
export const drawFormulas = (random: Random): string => {
  const [one, other] = [random.pick(formulas), random.pick(formulas)]
  return `The relation ${inline(random, one)} holds here, and with it:\n\n${block(random, other)}`
}

/** A sentence with a LaTeX command that begins with the two characters of an escaped line break. */
export const drawEscapeLike = (random: Random): string =>
  `As long as ${inline(random, random.pick(escapeLike))}, nothing else has to be known.`

/** A formula with a doubled backslash. */
export const drawDoubledBackslash = (random: Random): string =>
  `Written in rows:\n\n$$\n${random.pick(doubled)}\n$$`
