import { MarkdownField as MarkdownField_2722e8c3896e3769c00a546c77604c09 } from 'answerbook/admin'
import { MarkdownDiff as MarkdownDiff_0763564b7e88de8c022102da353a2a3c } from 'answerbook/admin/rsc'
import { RelationshipCell as RelationshipCell_2722e8c3896e3769c00a546c77604c09 } from 'answerbook/admin'
import { UnresolvedLinks as UnresolvedLinks_2722e8c3896e3769c00a546c77604c09 } from 'answerbook/admin'
import { EditingSession as EditingSession_2722e8c3896e3769c00a546c77604c09 } from 'answerbook/admin'
import { MarkdownView as MarkdownView_0763564b7e88de8c022102da353a2a3c } from 'answerbook/admin/rsc'
import { NewDocument as NewDocument_0763564b7e88de8c022102da353a2a3c } from 'answerbook/admin/rsc'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RichTextFeatureClient as RichTextFeatureClient_2722e8c3896e3769c00a546c77604c09 } from 'answerbook/admin'
import { TableFeatureClient as TableFeatureClient_2722e8c3896e3769c00a546c77604c09 } from 'answerbook/admin'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RunView as RunView_0763564b7e88de8c022102da353a2a3c } from 'answerbook/admin/rsc'
import { RecentWork as RecentWork_0763564b7e88de8c022102da353a2a3c } from 'answerbook/admin/rsc'
import { OwnDrafts as OwnDrafts_0763564b7e88de8c022102da353a2a3c } from 'answerbook/admin/rsc'
import { WaitingLinks as WaitingLinks_0763564b7e88de8c022102da353a2a3c } from 'answerbook/admin/rsc'
import { LastRuns as LastRuns_0763564b7e88de8c022102da353a2a3c } from 'answerbook/admin/rsc'
import { Lists as Lists_0763564b7e88de8c022102da353a2a3c } from 'answerbook/admin/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "answerbook/admin#MarkdownField": MarkdownField_2722e8c3896e3769c00a546c77604c09,
  "answerbook/admin/rsc#MarkdownDiff": MarkdownDiff_0763564b7e88de8c022102da353a2a3c,
  "answerbook/admin#RelationshipCell": RelationshipCell_2722e8c3896e3769c00a546c77604c09,
  "answerbook/admin#UnresolvedLinks": UnresolvedLinks_2722e8c3896e3769c00a546c77604c09,
  "answerbook/admin#EditingSession": EditingSession_2722e8c3896e3769c00a546c77604c09,
  "answerbook/admin/rsc#MarkdownView": MarkdownView_0763564b7e88de8c022102da353a2a3c,
  "answerbook/admin/rsc#NewDocument": NewDocument_0763564b7e88de8c022102da353a2a3c,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "answerbook/admin#RichTextFeatureClient": RichTextFeatureClient_2722e8c3896e3769c00a546c77604c09,
  "answerbook/admin#TableFeatureClient": TableFeatureClient_2722e8c3896e3769c00a546c77604c09,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "answerbook/admin/rsc#RunView": RunView_0763564b7e88de8c022102da353a2a3c,
  "answerbook/admin/rsc#RecentWork": RecentWork_0763564b7e88de8c022102da353a2a3c,
  "answerbook/admin/rsc#OwnDrafts": OwnDrafts_0763564b7e88de8c022102da353a2a3c,
  "answerbook/admin/rsc#WaitingLinks": WaitingLinks_0763564b7e88de8c022102da353a2a3c,
  "answerbook/admin/rsc#LastRuns": LastRuns_0763564b7e88de8c022102da353a2a3c,
  "answerbook/admin/rsc#Lists": Lists_0763564b7e88de8c022102da353a2a3c,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
