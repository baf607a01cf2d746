/** Where images that were uploaded to the CMS are in the content root, and how texts refer to them there. */
export type ImagesBinding = {
  /** Slug of the upload collection. */
  collection: string
  /**
   * Path under the content root: `static/images/{filename}`, or `static/images/{folders...}/{filename}` with folders of any
   * depth. New images are written without folders.
   */
  files: string
  /** How texts in files refer to an image, with the same names: `/images/{filename}`. */
  url: string
}
