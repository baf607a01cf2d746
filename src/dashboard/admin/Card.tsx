import type { ReactNode } from 'react'

import './Dashboard.css'

export type CardProps = { title: string; children: ReactNode }

/** A widget of the dashboard, under its title. */
export const Card = ({ children, title }: CardProps) => (
  <section className="answerbook-card">
    <h2 className="answerbook-card__title">{title}</h2>
    {children}
  </section>
)
