import { useMutation, useQueryClient } from '@tanstack/react-query'
import { problemOf } from '@/app/features/shared/problem'
import { useTRPC } from '@/app/features/shared/trpc'
import { useSession } from '../session/EditorContext'

/** Leading numbers to this flow, and away from it. `taken`: the number is someone else's; a flow's can be had with `replace`. */
export function useAssign() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { flowId } = useSession()
  const refresh = async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: trpc.flows.get.queryKey({ flowId }) }),
      queries.invalidateQueries({ queryKey: trpc.numbers.list.queryKey() }),
      queries.invalidateQueries({ queryKey: trpc.flows.list.queryKey() }),
    ])
  }
  const assign = useMutation(trpc.numbers.assign.mutationOptions({ onSuccess: refresh }))
  const unassign = useMutation(trpc.numbers.unassign.mutationOptions({ onSuccess: refresh }))
  const problem = assign.error ? problemOf(assign.error) : null
  return {
    assign: (number: string, replace = false) => assign.mutateAsync({ number, flowId, ...(replace ? { replace } : {}) }),
    unassign: (number: string) => unassign.mutateAsync({ number }),
    pending: assign.isPending || unassign.isPending,
    /** By whom the number is held: another flow, or a desk phone (which cannot be taken over). */
    taken: problem?.code === 'NUMBER_TAKEN' ? String(problem.params?.by ?? '') : null,
    error: (problem?.code === 'NUMBER_TAKEN' ? null : assign.error) ?? unassign.error,
    reset: assign.reset,
  }
}
