import { createContext, useContext } from 'react'

const Context = createContext(false)

/** Fields inside stand without labels: their words are placeholders, and names for screen readers. */
export const BareFields = Context.Provider

export const useBare = (): boolean => useContext(Context)
