'use client'

import { Link, NavGroup } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'

export type FileLinkGroupProps = { label: string; links: readonly { href: string; label: string }[] }

/** A group of the navigation, with links that look like Payload's own. */
export const FileLinkGroup = ({ label, links }: FileLinkGroupProps) => {
  const path = usePathname()
  return (
    <NavGroup label={label}>
      {links.map((link) =>
        path === link.href ? (
          <div aria-current="page" className="nav__link" key={link.href}>
            <div className="nav__link-indicator" />
            <span className="nav__link-label">{link.label}</span>
          </div>
        ) : (
          <Link className="nav__link" href={link.href} key={link.href} prefetch={false}>
            <span className="nav__link-label">{link.label}</span>
          </Link>
        ),
      )}
    </NavGroup>
  )
}
