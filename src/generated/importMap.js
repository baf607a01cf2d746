import { MarkdownField as MarkdownField_15359d70b8d28b004b96cc9d4b27639d } from 'answerbook/client'
import { MarkdownDiff as MarkdownDiff_1521acc1078897a99e06931d6f8f554c } from 'answerbook/rsc'
import { RelationshipCell as RelationshipCell_15359d70b8d28b004b96cc9d4b27639d } from 'answerbook/client'
import { UnresolvedLinks as UnresolvedLinks_15359d70b8d28b004b96cc9d4b27639d } from 'answerbook/client'
import { InboundLinks as InboundLinks_15359d70b8d28b004b96cc9d4b27639d } from 'answerbook/client'
import { LengthMeter as LengthMeter_15359d70b8d28b004b96cc9d4b27639d } from 'answerbook/client'
import { SearchPreview as SearchPreview_15359d70b8d28b004b96cc9d4b27639d } from 'answerbook/client'
import { EditingSession as EditingSession_15359d70b8d28b004b96cc9d4b27639d } from 'answerbook/client'
import { MarkdownView as MarkdownView_1521acc1078897a99e06931d6f8f554c } from 'answerbook/rsc'
import { NewDocument as NewDocument_1521acc1078897a99e06931d6f8f554c } from 'answerbook/rsc'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RichTextFeatureClient as RichTextFeatureClient_15359d70b8d28b004b96cc9d4b27639d } from 'answerbook/client'
import { TableFeatureClient as TableFeatureClient_15359d70b8d28b004b96cc9d4b27639d } from 'answerbook/client'
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
import { RunStatusCell as RunStatusCell_15359d70b8d28b004b96cc9d4b27639d } from 'answerbook/client'
import { RunCountsCell as RunCountsCell_15359d70b8d28b004b96cc9d4b27639d } from 'answerbook/client'
import { RunStarterCell as RunStarterCell_15359d70b8d28b004b96cc9d4b27639d } from 'answerbook/client'
import { RunListLinks as RunListLinks_1521acc1078897a99e06931d6f8f554c } from 'answerbook/rsc'
import { RunView as RunView_1521acc1078897a99e06931d6f8f554c } from 'answerbook/rsc'
import { FileLinks as FileLinks_1521acc1078897a99e06931d6f8f554c } from 'answerbook/rsc'
import { ImportView as ImportView_1521acc1078897a99e06931d6f8f554c } from 'answerbook/rsc'
import { ExportView as ExportView_1521acc1078897a99e06931d6f8f554c } from 'answerbook/rsc'
import { ChangesView as ChangesView_1521acc1078897a99e06931d6f8f554c } from 'answerbook/rsc'
import { RecentWork as RecentWork_1521acc1078897a99e06931d6f8f554c } from 'answerbook/rsc'
import { OwnDrafts as OwnDrafts_1521acc1078897a99e06931d6f8f554c } from 'answerbook/rsc'
import { NextExport as NextExport_1521acc1078897a99e06931d6f8f554c } from 'answerbook/rsc'
import { WaitingLinks as WaitingLinks_1521acc1078897a99e06931d6f8f554c } from 'answerbook/rsc'
import { LastRuns as LastRuns_1521acc1078897a99e06931d6f8f554c } from 'answerbook/rsc'
import { Lists as Lists_1521acc1078897a99e06931d6f8f554c } from 'answerbook/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "answerbook/client#MarkdownField": MarkdownField_15359d70b8d28b004b96cc9d4b27639d,
  "answerbook/rsc#MarkdownDiff": MarkdownDiff_1521acc1078897a99e06931d6f8f554c,
  "answerbook/client#RelationshipCell": RelationshipCell_15359d70b8d28b004b96cc9d4b27639d,
  "answerbook/client#UnresolvedLinks": UnresolvedLinks_15359d70b8d28b004b96cc9d4b27639d,
  "answerbook/client#InboundLinks": InboundLinks_15359d70b8d28b004b96cc9d4b27639d,
  "answerbook/client#LengthMeter": LengthMeter_15359d70b8d28b004b96cc9d4b27639d,
  "answerbook/client#SearchPreview": SearchPreview_15359d70b8d28b004b96cc9d4b27639d,
  "answerbook/client#EditingSession": EditingSession_15359d70b8d28b004b96cc9d4b27639d,
  "answerbook/rsc#MarkdownView": MarkdownView_1521acc1078897a99e06931d6f8f554c,
  "answerbook/rsc#NewDocument": NewDocument_1521acc1078897a99e06931d6f8f554c,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "answerbook/client#RichTextFeatureClient": RichTextFeatureClient_15359d70b8d28b004b96cc9d4b27639d,
  "answerbook/client#TableFeatureClient": TableFeatureClient_15359d70b8d28b004b96cc9d4b27639d,
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
  "answerbook/client#RunStatusCell": RunStatusCell_15359d70b8d28b004b96cc9d4b27639d,
  "answerbook/client#RunCountsCell": RunCountsCell_15359d70b8d28b004b96cc9d4b27639d,
  "answerbook/client#RunStarterCell": RunStarterCell_15359d70b8d28b004b96cc9d4b27639d,
  "answerbook/rsc#RunListLinks": RunListLinks_1521acc1078897a99e06931d6f8f554c,
  "answerbook/rsc#RunView": RunView_1521acc1078897a99e06931d6f8f554c,
  "answerbook/rsc#FileLinks": FileLinks_1521acc1078897a99e06931d6f8f554c,
  "answerbook/rsc#ImportView": ImportView_1521acc1078897a99e06931d6f8f554c,
  "answerbook/rsc#ExportView": ExportView_1521acc1078897a99e06931d6f8f554c,
  "answerbook/rsc#ChangesView": ChangesView_1521acc1078897a99e06931d6f8f554c,
  "answerbook/rsc#RecentWork": RecentWork_1521acc1078897a99e06931d6f8f554c,
  "answerbook/rsc#OwnDrafts": OwnDrafts_1521acc1078897a99e06931d6f8f554c,
  "answerbook/rsc#NextExport": NextExport_1521acc1078897a99e06931d6f8f554c,
  "answerbook/rsc#WaitingLinks": WaitingLinks_1521acc1078897a99e06931d6f8f554c,
  "answerbook/rsc#LastRuns": LastRuns_1521acc1078897a99e06931d6f8f554c,
  "answerbook/rsc#Lists": Lists_1521acc1078897a99e06931d6f8f554c,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
