'use client'

import { Component, type ReactNode } from 'react'

export type RichTextBoundaryProps = { children: ReactNode; onFail: () => void }

/** Shows nothing if a rich text editor could not be loaded or rendered, and reports that, so that another can be offered. */
export class RichTextBoundary extends Component<RichTextBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override componentDidCatch(): void {
    this.props.onFail()
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children
  }
}
