export {
  closingDollar,
  formulaAt,
  formulasIn,
  pairAt,
  replaceFormulas,
  type DollarPair,
} from './dollars/formulas.ts'
export { isDoubtful, isFormula } from './dollars/isFormula.ts'
