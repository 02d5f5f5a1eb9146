'use client'

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { useTRPCClient } from '@/app/features/shared/trpc'
import { openLine } from './client/line'
import { openVoice } from './client/microphone'
import { Phone } from './client/phone'
import type { PhoneState } from './client/state'
import { PhonePanel } from './PhonePanel'

interface PanelApi {
  /** Shows the phone; with `call` it dials at once. */
  readonly open: (target?: { number?: string; flowId?: string; call?: boolean }) => void
  readonly close: () => void
  readonly opened: boolean
}

const PhoneContext = createContext<Phone | null>(null)
const PanelContext = createContext<PanelApi | null>(null)

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
  const close = useCallback(() => setTarget(null), [])
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

function required<T>(value: T | null): T {
  if (value === null) throw new Error('The phone needs <PhoneProvider> around it.')
  return value
}

/** The browser phone: its state and what it can do. */
export function usePhone(): PhoneState & { readonly phone: Phone } {
  const phone = required(useContext(PhoneContext))
  const state = useStore(phone.store)
  return { ...state, phone }
}

/** Opens the floating phone: `usePhonePanel().open({ number: '7000', call: true })`. */
export function usePhonePanel(): PanelApi {
  return required(useContext(PanelContext))
}
