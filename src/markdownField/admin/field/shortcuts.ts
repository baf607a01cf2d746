/** Keys and typed marks of the rich editor, and what they do. */
export const shortcuts = [
  { keys: '/', does: 'Menu of all that can be inserted' },
  { keys: 'Ctrl B, Ctrl I', does: 'Bold, italic' },
  { keys: 'Ctrl K', does: 'Link: search an article, or paste a url' },
  { keys: 'Ctrl Z, Ctrl Shift Z', does: 'Undo, redo' },
  { keys: 'Ctrl Shift V', does: 'Paste as plain text' },
  { keys: '$x$', does: 'Formula in the line' },
  { keys: '$$ Enter', does: 'Formula on a line of its own' },
  { keys: '``` and a language, Enter', does: 'Code block; Escape leaves it' },
  { keys: '## Space', does: 'Heading' },
  { keys: '- Space, 1. Space, [ ] Space', does: 'List, numbered list, list of tasks' },
  { keys: '> Space', does: 'Quote' },
  { keys: 'Tab, Shift Tab', does: 'Indent in a list; next and previous cell in a table' },
  { keys: 'Alt F10', does: 'Toolbar; in a table its menu of rows, columns and alignment' },
  { keys: 'Enter on a formula or image', does: 'Open it' },
  { keys: 'Ctrl Enter, Escape', does: 'Finish or leave a dialog' },
] as const
