export { closingDollar, formulaAt, pairAt, type DollarPair } from './dollars/formulaAt.ts'
export { formulasIn, replaceFormulas } from './dollars/formulasIn.ts'
export { isDoubtful, isFormula } from './dollars/isFormula.ts'
