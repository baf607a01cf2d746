/** English messages of the server to editors. */
export const messages = {
  leftUnsaved: 'Your last changes were not saved. Open the document again to check.',
  // Without a colon: Payload's forms read what follows one as a list of fields (payload#15894).
  staleSave:
    'Not saved. This document was changed by someone else, or by you in another tab, after you opened it. Your text is still here. Copy it, reload, and paste it back.',
  draftsOnly: 'You may save drafts only: add draft=true, and ask an editor to publish.',
  slugMissing: 'No slug can be generated from this text: enter one.',
  slugInvalid:
    'Use up to {{max}} letters, digits and hyphens: no spaces, slashes or other punctuation used in URLs.',
  slugOfDevice: 'Windows does not allow a file named "{{name}}": choose another slug.',
  urlTaken: 'Another document already has the URL {{url}}. Choose another slug.',
  urlTakenInTrash: 'A document in the trash already has the URL {{url}}. Choose another slug.',
  redirectFrom: 'Start with one slash, without ?, # or backslashes.',
  redirectFromServed: 'This path belongs to the CMS, where redirects are not followed.',
  redirectTo: 'Use a path that starts with one slash, or an https address.',
  redirectLoop: 'This redirect would lead back to itself: {{path}}. Choose another target.',
  usedBy_one: '1 document still uses it (drafts and trash included). Move or delete that one first.',
  usedBy_other: '{{number}} documents still use it (drafts and trash included). Move or delete them first.',
  pictureUsed_one: '1 document shows this image (drafts and trash included). {{remedy}}',
  pictureUsed_other: '{{number}} documents show this image (drafts and trash included). {{remedy}}',
  pictureRemove: 'Remove it from the text first.',
  pictureSizes:
    'The text uses a resized version, which the new file would not have. Link to the original image first.',
  pictureType: 'Replace it with a file of the same type, {{type}}, or upload another image.',
  pictureOne: 'Replace one image at a time.',
  signIn: 'Sign in first.',
  runForbidden: 'You are not allowed to import and export.',
  filesForbidden: 'You are not allowed to see documents as files.',
  restoreForbidden: 'You are not allowed to restore documents from their files.',
  idMissing: 'The URL must contain the ID of a document.',
  noFiles: 'The documents of this collection have no files.',
  notFound: 'Document not found or not accessible.',
  inTrash: 'In the trash: not exported.',
  notTranslated: 'This document is not translated into this language, so it has no file in it.',
  notPublished: 'Not published: not exported. Publish it to create its file.',
  notImported: 'This document was not imported, so there is no file to restore.',
  importUnreadable: 'The imported file can no longer be read: {{reason}}',
  nothingToRestore: 'Nothing to restore: already identical to the file.',
  restoredAsDraft: 'Restored as a draft. Review and publish it.',
  fileTooLarge:
    'The file of this document would have {{bytes}} bytes; the limit is {{max}}. Shorten the text, or split it into two documents.',
  fileUnreadable:
    'The file of this document could not be read again: {{reason}} Shorten the text, or split it into two documents.',
}
