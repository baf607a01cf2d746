'use client'

import { useEffect, useRef, useState } from 'react'

import { useRunAddresses } from '../runRequests/useRunAddresses.ts'
import { type FileToSend, sendUpload, type Upload, uploadOf } from '../runRequests/sendUpload.ts'

export type Sending = {
  /** The share that has been sent, from 0 to 1; undefined if nothing is being sent. */
  share: number | undefined
  /** The server's reason for refusing, or an empty text if it did not answer. */
  problem: string | undefined
  send: (files: readonly FileToSend[]) => void
  stop: () => void
}

/** Sends files to the server and reports what it has received. */
export const useUpload = (onSent: (upload: Upload) => void): Sending => {
  const { api } = useRunAddresses()
  const [share, setShare] = useState<number>()
  const [problem, setProblem] = useState<string>()
  const sending = useRef<AbortController>(undefined)
  useEffect(() => () => sending.current?.abort(), [])
  const stop = (): void => {
    sending.current?.abort()
    sending.current = undefined
    setShare(undefined)
  }
  const send = (files: readonly FileToSend[]): void => {
    stop()
    const current = new AbortController()
    sending.current = current
    setProblem(undefined)
    setShare(0)
    const name = files.length === 1 ? (files[0]?.path ?? '') : ''
    void sendUpload(api('uploads'), files, { onProgress: setShare, signal: current.signal }).then(
      (answer) => {
        if (current.signal.aborted) return
        setShare(undefined)
        if (answer.ok) onSent(uploadOf(answer.body, name))
        else setProblem(answer.problem ?? '')
      },
    )
  }
  return { share, problem, send, stop }
}
