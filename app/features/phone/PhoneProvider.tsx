'use client'

import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useTRPCClient } from '@/app/features/shared/trpc'
import { openLine } from './client/line'
import { openVoice } from './client/microphone'
import { Phone } from './client/phone'
import { type PanelApi, PanelContext, PhoneContext } from './PhoneContext'
import { PhonePanel } from './PhonePanel'

/** One phone for the whole app: a call goes on while one moves from page to page. */
export function PhoneProvider({ children }: { children: ReactNode }) {
  const client = useTRPCClient()
  const [target, setTarget] = useState<{ number?: string; flowId?: string } | null>(null)
  const phone = useMemo(
    () =>
      new Phone({
        account: async () => {
          const { wsPath, ...account } = await client.phone.account.mutate()
          return { ...account, url: `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}${wsPath}` }
        },
        openLine,
        openVoice,
        ownAddress: () => (/^[\d.]+$/.test(window.location.hostname) ? window.location.hostname : '127.0.0.1'),
        now: Date.now,
      }),
    [client],
  )
  useEffect(() => () => phone.close(), [phone])

  const open = useCallback<PanelApi['open']>(
    (next) => {
      setTarget({ number: next?.number, flowId: next?.flowId })
      if (next?.call && next.number) void phone.call(next.number)
    },
    [phone],
  )
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
        {target && <PhonePanel number={target.number} flowId={target.flowId} onClose={close} />}
      </PanelContext.Provider>
    </PhoneContext.Provider>
  )
}
