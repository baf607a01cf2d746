import type { Link, Source } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { defaultHandlers, type Handle } from 'mdast-util-to-markdown'

const link: Handle = (node: Link, parent, state, info) => {
  if (node.data?.style === 'bare') return toString(node)
  const { resourceLink } = state.options
  state.options.resourceLink = node.data?.style !== 'angle'
  const printed = defaultHandlers.link(node, parent, state, info)
  state.options.resourceLink = resourceLink
  return printed
}

const peek = (node: Link): string => {
  if (node.data?.style === 'bare') return toString(node).slice(0, 1)
  return node.data?.style === 'angle' ? '<' : '['
}

const source: Handle = (node: Source) => node.value

const sourcePeek = (node: Source): string => node.value.slice(0, 1)

/** Prints links as they were written: `<url>`, bare, or with a text; and source unchanged. */
export const linkHandlers = {
  link: Object.assign(link, { peek }),
  source: Object.assign(source, { peek: sourcePeek }),
}
