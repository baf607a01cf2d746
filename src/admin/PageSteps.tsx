'use client'

import { SetStepNav } from '@payloadcms/ui'

/** The title of a page in the navigation at its top. */
export const PageSteps = ({ title }: { title: string }) => <SetStepNav nav={[{ label: title }]} />
