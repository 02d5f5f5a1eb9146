'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useTRPC, useTRPCClient } from '@/app/features/shared/trpc'
import { openLine } from './client/line'
import { openVoice } from './client/microphone'
import { Phone } from './client/phone'
import { PracticePhone } from './client/practice-phone'
import { practiceVoice } from './client/practice-voice'
import type { AnyPhone } from './client/state'
import { type PanelApi, PanelContext, PhoneContext } from './PhoneContext'
import { PhonePanel } from './PhonePanel'

/** One phone for the whole app: a call goes on while one moves from page to page. */
export function PhoneProvider({ children }: { children: ReactNode }) {
  const client = useTRPCClient()
  const [target, setTarget] = useState<{ number?: string; flowId?: string; call?: boolean } | null>(null)
  const trpc = useTRPC()
  // It is as it was at the engine's start; the shell keeps the answer fresh.
  const health = useQuery(trpc.system.health.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }))
  const told = health.data && health.data.engine !== 'down' ? health.data.telephony.state === 'none' : undefined
  // An engine that does not answer for a moment is the same engine: the phone must not change under a call.
  const [practises, setPractises] = useState<boolean>()
  if (told !== undefined && told !== practises) setPractises(told)
  const phone = useMemo((): AnyPhone => {
    if (practises) {
      return new PracticePhone({
        call: (to) => client.phone.practice.begin.mutate({ to }),
        state: (callId) => client.phone.practice.state.query({ callId }),
        move: (callId, move) => client.phone.practice.move.mutate({ callId, move }),
        voice: practiceVoice(),
        now: Date.now,
      })
    }
    return new Phone({
      account: async () => {
        const { wsPath, ...account } = await client.phone.account.mutate()
        return { ...account, url: `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}${wsPath}` }
      },
      openLine,
      openVoice,
      ownAddress: () => (/^[\d.]+$/.test(window.location.hostname) ? window.location.hostname : '127.0.0.1'),
      now: Date.now,
    })
  }, [client, practises])
  useEffect(() => () => phone.close(), [phone])

  const open = useCallback<PanelApi['open']>((next) => setTarget({ number: next?.number, flowId: next?.flowId, call: next?.call }), [])
  // A moment after the page was opened it is not known yet which phone this is.
  const known = practises !== undefined || !health.isPending
  useEffect(() => {
    if (!known || !target?.call || !target.number) return
    setTarget({ ...target, call: false })
    void phone.call(target.number)
  }, [known, target, phone])
  const close = useCallback(() => {
    // a call that one neither sees nor hears is none
    phone.hangUp()
    setTarget(null)
  }, [phone])
  const panel = useMemo(() => ({ open, close, opened: target !== null }), [open, close, target])

  return (
    <PhoneContext.Provider value={phone}>
      <PanelContext.Provider value={panel}>
        {children}
        {target && known && <PhonePanel number={target.number} flowId={target.flowId} onClose={close} />}
      </PanelContext.Provider>
    </PhoneContext.Provider>
  )
}
