import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FlowEditor } from '@/app/features/editor/shell/FlowEditor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('flows'))('title') }
}

export default async function Flow({ params }: { params: Promise<{ flowId: string }> }) {
  return <FlowEditor flowId={(await params).flowId} />
}
