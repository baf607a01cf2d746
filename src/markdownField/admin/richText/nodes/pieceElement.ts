/** The element of a piece in an editor; a block is shown on lines of its own. */
export const pieceElement = (name: string, isBlock: boolean): HTMLElement => {
  const element = document.createElement('span')
  element.className = isBlock
    ? `${name} answerbook-piece answerbook-piece--block`
    : `${name} answerbook-piece`
  return element
}
