import { redirect } from 'next/navigation'

/** Settings open on what is needed first. */
export default function Settings(): never {
  redirect('/settings/numbers')
}
