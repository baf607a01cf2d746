type Menu = { groups: { items: { key: string }[] }[] }

/** Removes the commands that choose an image from the menus of one editor; Payload creates menus for each editor. */
export const withoutImages = (menus: Menu[]): void => {
  for (const { groups } of menus)
    for (const { items } of groups) {
      const index = items.findIndex(({ key }) => key === 'image')
      if (index >= 0) items.splice(index, 1)
    }
}
