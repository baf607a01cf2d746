'use client'

import { TableFeatureClient as PayloadTables } from '@payloadcms/richtext-lexical/client'

/** Payload's tables without its insert commands, which ask for a size first and give every table two headers. */
export const TableFeatureClient: typeof PayloadTables = (props) => {
  const { feature, ...provider } = PayloadTables(props)
  return {
    ...provider,
    feature: (args) => {
      const {
        slashMenu: _slashMenu,
        toolbarFixed: _toolbarFixed,
        ...tables
      } = typeof feature === 'function' ? feature(args) : feature
      return tables
    },
  }
}
