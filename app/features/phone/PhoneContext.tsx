'use client'

import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { type AnyPhone, isOngoing, type PhoneState } from './client/state'

export interface PanelApi {
  /** Shows the phone; with `call` it dials at once. */
  readonly open: (target?: { number?: string; flowId?: string; call?: boolean }) => void
  readonly close: () => void
  readonly opened: boolean
}

/** Filled by `<PhoneProvider>`. */
export const PhoneContext = createContext<AnyPhone | null>(null)
export const PanelContext = createContext<PanelApi | null>(null)

function required<T>(value: T | null): T {
  if (value === null) throw new Error('The phone needs <PhoneProvider> around it.')
  return value
}

/** The browser phone: its state and what it can do. */
export function usePhone(): PhoneState & { readonly phone: AnyPhone } {
  const phone = required(useContext(PhoneContext))
  const state = useStore(phone.store)
  return { ...state, phone }
}

/** The number of the call that is on, null while there is none. */
export function useCalledNumber(): string | null {
  const phone = required(useContext(PhoneContext))
  return useStore(phone.store, ({ call }) => (isOngoing(call) ? call.number : null))
}

/** Opens the floating phone: `usePhonePanel().open({ number: '7000', call: true })`. */
export function usePhonePanel(): PanelApi {
  return required(useContext(PanelContext))
}
