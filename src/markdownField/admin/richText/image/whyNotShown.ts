/** Says why an image at an address is not shown, and what can be done. `here` is the address of the page. */
export const whyNotShown = (url: string, here: string): string => {
  const { host, protocol } = URL.canParse(url, here) ? new URL(url, here) : new URL(here)
  if (protocol.startsWith('http') && host !== new URL(here).host)
    return `No image came from ${host}. Images of other hosts are shown here where the setting IMAGE_HOSTS names the host; readers may see it all the same.`
  return 'There is no image at this address.'
}
