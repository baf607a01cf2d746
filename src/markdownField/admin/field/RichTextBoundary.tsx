'use client'

import { Component, type ReactNode } from 'react'

export type RichTextBoundaryProps = { children: ReactNode; onFail: () => void }

/** Shows nothing in the place of a rich editor that could not be loaded or drawn, and tells who can offer another. */
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
