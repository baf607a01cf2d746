/** What a mapped collection gets from the plugin. Each part can be switched off. */
export type CollectionOptions = {
  /**
   * Never shows an unfinished draft to readers, whatever is saved on top of it.
   * @default true in a collection with drafts
   */
  drafts?: boolean
  /**
   * Refuses a save that would overwrite somebody else's, and keeps a document locked while its form is open.
   * @default true
   */
  editing?: boolean
  /**
   * Lets users who are not editors by `policies` save drafts only.
   * @default true with `policies`, or with users that have the plugin's roles
   */
  approval?: boolean
  /**
   * Generates slugs, builds URLs from the pattern of the mapping and redirects a published URL that changes. `slugFrom` is
   * the field that slugs are generated from; `redirects: false` creates no redirects.
   * @default { slugFrom: admin.useAsTitle, redirects: true } if a field of the mapping holds a URL
   */
  urls?: false | { slugFrom?: string; redirects?: boolean }
  /**
   * Keeps an index of links, resolves links when their target is created, and keeps their URLs when it is deleted.
   * @default true if the mapping has links
   */
  links?: boolean
  /**
   * Adds a tab with the document's file, and the endpoints that the tab uses.
   * @default true
   */
  markdownView?: boolean
  /**
   * Asks for the title on a separate page before a document is created, if Payload would create an empty one.
   * @default true in a collection with autosave
   */
  newDocumentPage?: boolean
}
