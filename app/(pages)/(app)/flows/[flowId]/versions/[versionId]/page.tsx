import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { VersionPage } from '@/app/features/flows/version/VersionPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('flows'))('versions') }
}

export default async function Version({ params }: { params: Promise<{ flowId: string; versionId: string }> }) {
  const { flowId, versionId } = await params
  return <VersionPage flowId={flowId} versionId={versionId} />
}
