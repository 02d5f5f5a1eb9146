import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CallPage } from '@/app/features/calls/detail/CallPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calls'))('title') }
}

export default async function Call({ params }: { params: Promise<{ id: string }> }) {
  return <CallPage interactionId={(await params).id} />
}
