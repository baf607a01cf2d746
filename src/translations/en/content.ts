/** English labels and descriptions of the collections and fields that the plugin adds. */
export const content = {
  groups: { site: 'Site' },
  slug: {
    label: 'Slug',
    description: 'Last part of the URL and the file name. Generated from the title unless you enter one.',
  },
  url: {
    label: 'URL',
    description: 'Built automatically. If a published URL changes, the old one redirects.',
  },
  seo: {
    title: 'Meta title',
    titleDescription: 'Shown as the heading of a search result. Generated from the subject if left empty.',
    description: 'Meta description',
    descriptionDescription:
      'Shown below the heading of a search result. Search engines cut it off after about 160 characters.',
    keywords: 'Meta keywords',
    keywordsDescription: 'Words that people search for, separated by commas.',
  },
  related: {
    description: 'Shown below the text in this order. Drag to reorder; readers see published documents only.',
    gone: 'Deleted or not accessible',
    unresolved_one: '1 unresolved link',
    unresolved_other: '{{number}} unresolved links',
    unresolvedDescription:
      'They are kept in the file and resolve when a document gets this URL. The number is the position in the list.',
  },
  inbound: {
    heading_one: 'Linked from 1 document',
    heading_other: 'Linked from {{number}} documents',
    some: 'Linked from more than {{number}} documents',
    none: 'No other document links here yet.',
    draft: 'only in a draft',
    unpublished: 'not published',
    failed: 'The documents that link here could not be loaded.',
    retry: 'Try again',
    pages: 'Documents that link here',
  },
  redirects: {
    singular: 'Redirect',
    plural: 'Redirects',
    description: 'Old URLs and where they redirect. Created automatically when a published document moves.',
    from: 'From',
    fromDescription:
      'Path on the site, such as /learn/biology/questions/what-is-dna. Saved as readable text without a trailing slash.',
    to: 'To',
    toDescription: 'Path or https address. Empty if the redirect leads to a document.',
    document: 'Document',
    documentDescription: 'ID of the document that the redirect follows.',
    kind: 'Kind',
    moved: 'Moved document',
    manual: 'Created manually',
  },
  runs: {
    singular: 'Run',
    plural: 'Imports and exports',
    title: 'Title',
    kind: 'Kind',
    trigger: 'Started from',
    status: 'Status',
    startedAt: 'Started',
    finishedAt: 'Finished',
    who: 'Started by',
    process: 'Process',
  },
}
