import { MarkdownField as MarkdownField_2722e8c3896e3769c00a546c77604c09 } from 'answerbook/admin'
import { EditingSession as EditingSession_2722e8c3896e3769c00a546c77604c09 } from 'answerbook/admin'
import { UnresolvedLinks as UnresolvedLinks_2722e8c3896e3769c00a546c77604c09 } from 'answerbook/admin'
import { MarkdownDiff as MarkdownDiff_0763564b7e88de8c022102da353a2a3c } from 'answerbook/admin/rsc'
import { MarkdownView as MarkdownView_0763564b7e88de8c022102da353a2a3c } from 'answerbook/admin/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "answerbook/admin#MarkdownField": MarkdownField_2722e8c3896e3769c00a546c77604c09,
  "answerbook/admin#EditingSession": EditingSession_2722e8c3896e3769c00a546c77604c09,
  "answerbook/admin#UnresolvedLinks": UnresolvedLinks_2722e8c3896e3769c00a546c77604c09,
  "answerbook/admin/rsc#MarkdownDiff": MarkdownDiff_0763564b7e88de8c022102da353a2a3c,
  "answerbook/admin/rsc#MarkdownView": MarkdownView_0763564b7e88de8c022102da353a2a3c,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
