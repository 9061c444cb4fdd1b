import { Trans } from '@lingui/react/macro'
import { type ComponentType, lazy, useEffect } from 'react'
import { documentLocale, loadCatalogue } from '#web/lib/i18n.ts'
import { askRenewed } from '#web/lib/renewed.ts'
import { say } from './toast.tsx'

function sayLost() {
  void askRenewed().then((renewed) => {
    // The renewed site speaks for itself, see toast.tsx.
    if (renewed) return
    const label = <Trans>Reload</Trans>
    say(<Trans>This could not be loaded.</Trans>, { tone: 'trouble', action: { label, run: () => location.reload() } })
  })
}

/** Does something with a module that is loaded when it is first wanted, and its words; says so where it cannot be loaded. */
export async function withPart<T>(part: Promise<T>, use: (part: T) => unknown): Promise<void> {
  const loaded = await Promise.all([part, loadCatalogue(documentLocale(), 'later')]).catch(() => null)
  if (loaded) await use(loaded[0])
  else sayLost()
}

/**
 * A part that is loaded when it is first wanted, with the words that are not among those of the first screen. Where it cannot be loaded (no line, or a new build without that file) the page around it stays
 * with all that was typed; `giveUp` takes back what opened it.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, giveUp: (props: P) => void) {
  function Lost(props: P) {
    // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time it was wanted.
    useEffect(() => {
      giveUp(props)
      sayLost()
    }, [])
    return null
  }
  return lazy(() =>
    Promise.all([load(), loadCatalogue(documentLocale(), 'later')]).then(
      ([part]) => ({ default: part }),
      () => ({ default: Lost as ComponentType<P> }),
    ),
  )
}
