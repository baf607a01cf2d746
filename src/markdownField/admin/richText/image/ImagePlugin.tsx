'use client'

import { useEditorConfigContext } from '@payloadcms/richtext-lexical/client'
import { useConfig, useListDrawer } from '@payloadcms/ui'
import {
  $getNodeByKey,
  $setSelection,
  HISTORY_PUSH_TAG,
  type NodeKey,
  type RangeSelection,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'

import { $insertEmbed } from '../embed/insertEmbed.ts'
import { useRichTextSettings } from '../RichTextContext.ts'
import { $createImageNode, $isImageNode } from './ImageNode.tsx'
import type { ImageData } from './ImageView.tsx'
import { type Media, readMedia } from './mediaOf.ts'
import { registerImages } from './registerImages.ts'
import { withoutOwnHost } from './withoutOwnHost.ts'

const ImageDialog = lazy(async () => ({ default: (await import('./ImageDialog.tsx')).ImageDialog }))
const ImageUpload = lazy(async () => ({ default: (await import('./ImageUpload.tsx')).ImageUpload }))

type Opened = { key: NodeKey; image: ImageData } | { file: File }

/** Inserts images, chosen from the media or pasted or dropped as files, and edits their alternative text. */
export const ImagePlugin = () => {
  const [editor] = useLexicalComposerContext()
  const { media, t } = useRichTextSettings()
  const { editorConfig } = useEditorConfigContext()
  const { config } = useConfig()
  const collection = `${config.serverURL}${config.routes.api}/${media ?? ''}`
  const collectionSlugs = useMemo(
    () => config.collections.flatMap(({ slug }) => (slug === media ? [slug] : [])),
    [config.collections, media],
  )
  const [ListDrawer, , { openDrawer, closeDrawer }] = useListDrawer({ collectionSlugs })
  const place = useRef<RangeSelection | null>(null)
  const [opened, setOpened] = useState<Opened>()
  const choose = useRef(openDrawer)
  useEffect(() => {
    choose.current = openDrawer
  })

  useLayoutEffect(() => {
    if (media === undefined)
      withoutImages([editorConfig.features.slashMenu, editorConfig.features.toolbarFixed])
  }, [editorConfig, media])

  useEffect(
    () =>
      registerImages(editor, {
        canUpload: media !== undefined,
        choose: (selection) => {
          place.current = selection
          choose.current()
        },
        open: (key, image) => setOpened({ key, image }),
        upload: (file, selection) => {
          place.current = selection
          setOpened({ file })
        },
      }),
    [editor, media],
  )

  const insert = (found: Media | undefined): void => {
    setOpened(undefined)
    if (!found) return
    editor.update(
      () => {
        if (place.current) $setSelection(place.current.clone())
        const node = $createImageNode({ url: found.url, alt: found.alt })
        $insertEmbed(node)
        node.selectNext(0, 0)
      },
      { tag: HISTORY_PUSH_TAG },
    )
    editor.focus()
  }
  const change = (key: NodeKey, said: Pick<ImageData, 'alt' | 'url'>): void => {
    setOpened(undefined)
    editor.update(
      () => {
        const node = $getNodeByKey(key)
        if (!$isImageNode(node)) return
        const url = withoutOwnHost(said.url, [collection])
        if (url !== '') node.setData({ ...node.getData(), ...said, url })
        node.selectNext(0, 0)
      },
      { tag: HISTORY_PUSH_TAG },
    )
    editor.focus()
  }

  return (
    <Suspense>
      {media !== undefined && (
        <ListDrawer
          enableRowSelections={false}
          onSelect={({ doc }) => {
            closeDrawer()
            void readMedia(collection, String(doc.id)).then(insert, () => undefined)
          }}
        />
      )}
      {opened && 'file' in opened && (
        <ImageUpload
          collection={collection}
          file={opened.file}
          onCancel={() => setOpened(undefined)}
          onUploaded={insert}
        />
      )}
      {opened && 'key' in opened && (
        <ImageDialog
          action={t('answerbook:editor:done')}
          alt={opened.image.alt}
          anchor={editor.getElementByKey(opened.key) ?? undefined}
          onCancel={() => setOpened(undefined)}
          onDone={(said) => change(opened.key, said)}
          preview={opened.image.url}
          url={opened.image.url}
        />
      )}
    </Suspense>
  )
}

type Menu = { groups: { items: { key: string }[] }[] }

/** Removes the commands that choose an image from the menus of one editor; Payload creates menus for each editor. */
const withoutImages = (menus: Menu[]): void => {
  for (const { groups } of menus)
    for (const { items } of groups) {
      const index = items.findIndex(({ key }) => key === 'image')
      if (index >= 0) items.splice(index, 1)
    }
}
