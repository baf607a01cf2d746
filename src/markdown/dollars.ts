export {
  closingDollar,
  formulaAt,
  formulasIn,
  pairAt,
  replaceFormulas,
  type DollarPair,
} from './dollars/formulas.ts'
export { isAmbiguous, isFormula } from './dollars/isFormula.ts'
