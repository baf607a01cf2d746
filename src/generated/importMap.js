import { MarkdownField as MarkdownField_2722e8c3896e3769c00a546c77604c09 } from 'answerbook/client'
import { MarkdownDiff as MarkdownDiff_0763564b7e88de8c022102da353a2a3c } from 'answerbook/rsc'
import { RelationshipCell as RelationshipCell_2722e8c3896e3769c00a546c77604c09 } from 'answerbook/client'
import { UnresolvedLinks as UnresolvedLinks_2722e8c3896e3769c00a546c77604c09 } from 'answerbook/client'
import { EditingSession as EditingSession_2722e8c3896e3769c00a546c77604c09 } from 'answerbook/client'
import { MarkdownView as MarkdownView_0763564b7e88de8c022102da353a2a3c } from 'answerbook/rsc'
import { NewDocument as NewDocument_0763564b7e88de8c022102da353a2a3c } from 'answerbook/rsc'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RichTextFeatureClient as RichTextFeatureClient_2722e8c3896e3769c00a546c77604c09 } from 'answerbook/client'
import { TableFeatureClient as TableFeatureClient_2722e8c3896e3769c00a546c77604c09 } from 'answerbook/client'
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
import { RunView as RunView_0763564b7e88de8c022102da353a2a3c } from 'answerbook/rsc'
import { RecentWork as RecentWork_0763564b7e88de8c022102da353a2a3c } from 'answerbook/rsc'
import { OwnDrafts as OwnDrafts_0763564b7e88de8c022102da353a2a3c } from 'answerbook/rsc'
import { WaitingLinks as WaitingLinks_0763564b7e88de8c022102da353a2a3c } from 'answerbook/rsc'
import { LastRuns as LastRuns_0763564b7e88de8c022102da353a2a3c } from 'answerbook/rsc'
import { Lists as Lists_0763564b7e88de8c022102da353a2a3c } from 'answerbook/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "answerbook/client#MarkdownField": MarkdownField_2722e8c3896e3769c00a546c77604c09,
  "answerbook/rsc#MarkdownDiff": MarkdownDiff_0763564b7e88de8c022102da353a2a3c,
  "answerbook/client#RelationshipCell": RelationshipCell_2722e8c3896e3769c00a546c77604c09,
  "answerbook/client#UnresolvedLinks": UnresolvedLinks_2722e8c3896e3769c00a546c77604c09,
  "answerbook/client#EditingSession": EditingSession_2722e8c3896e3769c00a546c77604c09,
  "answerbook/rsc#MarkdownView": MarkdownView_0763564b7e88de8c022102da353a2a3c,
  "answerbook/rsc#NewDocument": NewDocument_0763564b7e88de8c022102da353a2a3c,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "answerbook/client#RichTextFeatureClient": RichTextFeatureClient_2722e8c3896e3769c00a546c77604c09,
  "answerbook/client#TableFeatureClient": TableFeatureClient_2722e8c3896e3769c00a546c77604c09,
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
  "answerbook/rsc#RunView": RunView_0763564b7e88de8c022102da353a2a3c,
  "answerbook/rsc#RecentWork": RecentWork_0763564b7e88de8c022102da353a2a3c,
  "answerbook/rsc#OwnDrafts": OwnDrafts_0763564b7e88de8c022102da353a2a3c,
  "answerbook/rsc#WaitingLinks": WaitingLinks_0763564b7e88de8c022102da353a2a3c,
  "answerbook/rsc#LastRuns": LastRuns_0763564b7e88de8c022102da353a2a3c,
  "answerbook/rsc#Lists": Lists_0763564b7e88de8c022102da353a2a3c,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
