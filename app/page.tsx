import { redirect } from 'next/navigation'
import { currentMe } from './(pages)/currentMe'

/** The product opens on the first page that one's role may see. */
export default async function Home(): Promise<never> {
  const me = await currentMe()
  if (!me) redirect('/login')
  if (me.permissions.includes('flow.view')) redirect('/flows')
  redirect(me.permissions.includes('call.view') ? '/calls' : '/account')
}
