import { redirect } from 'next/navigation'

/** The product opens on its flows. */
export default function Home(): never {
  redirect('/flows')
}
