'use client'

import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import type { AppRouter } from '@/app/server/root'

/** `const trpc = useTRPC(); useQuery(trpc.flows.list.queryOptions())` */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()

/** What each procedure returns: `Outputs['flows']['list'][number]`. */
export type Outputs = inferRouterOutputs<AppRouter>
/** What each procedure takes. */
export type Inputs = inferRouterInputs<AppRouter>
