export { canonicalLinks, linkTo, type UnresolvedLink } from './links.ts'
export { canonicalRecord, differences } from './records.ts'
export {
  checkbox,
  dateTime,
  day,
  escapedMarkdown,
  list,
  number,
  relation,
  rows,
  status,
  text,
  upload,
  type CheckboxWords,
  type UploadOptions,
} from './codecs/index.ts'
export { dollarFindings } from './dollarFindings.ts'
export { documentValue, setDocumentValue } from './documentValue.ts'
export { exportText, type ExportBase } from './exportText.ts'
export { filePath, isIgnored, matchPath, type PathOptions } from './filePath.ts'
export { isRelated, isRelatedList, sameValue } from './values.ts'
export { type DocumentData, readDocument, type RelationToResolve, toData } from './document.ts'
export { readFile } from './readFile.ts'
export type {
  Binding,
  Codec,
  Decoded,
  FieldValue,
  Link,
  LinksBinding,
  MappedRecord,
  Mapping,
  PresentValue,
  RelatedValue,
  RelationOptions,
} from './types.ts'
