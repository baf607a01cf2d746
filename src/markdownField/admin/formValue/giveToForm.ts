import { flushSync } from 'react-dom'

/**
 * Gives a form the value of an editor, and returns once the form has it. Unlike a change in an input element, a change
 * that comes from a timer or an observer would only be rendered later, and a busy browser handles a click before that:
 * publishing would then send the value without the last words. `change` sets the value.
 */
export const giveToForm = (change: () => void): void => flushSync(change)
