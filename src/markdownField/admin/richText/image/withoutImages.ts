type Menu = { groups: { items: { key: string }[] }[] }

/** Takes the ways to choose an image out of the menus of one editor, which Payload makes anew for each of them. */
export const withoutImages = (menus: Menu[]): void => {
  for (const { groups } of menus)
    for (const { items } of groups) {
      const index = items.findIndex(({ key }) => key === 'image')
      if (index >= 0) items.splice(index, 1)
    }
}
