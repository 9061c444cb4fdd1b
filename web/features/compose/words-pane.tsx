import { Trans, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { IconButton } from '#web/ui/button.tsx'
import { PlusIcon } from '#web/ui/icons.tsx'
import { HashIcon, TrashIcon } from '#web/ui/icons-more.tsx'
import { languageName } from '#web/ui/language-name.ts'
import { type Content, MAX_TEXT, MAX_TITLE, type Version } from './content.ts'
import type { Change, Fields } from './desk.tsx'
import { languagesWith, looksChinese } from './languages.ts'
import { type AreaHandle, SuggestArea } from './suggest-area.tsx'
import { TopicsField } from './topics-field.tsx'
import css from './words-pane.module.css'

/** Title and text, in one language or two. */
export function WordsPane({ content, change, fields }: { content: Content; change: Change; fields: Fields }) {
  const { t, i18n } = useLingui()
  const [side, setSide] = useState<'own' | 'layer'>('own')
  const { layer } = content
  const shown = side === 'layer' && layer ? layer : null
  const named = content.language ? languageName(i18n.locale, content.language) : t`First language`
  const begin = () => {
    const language = content.language === 'en' || (!content.language && !looksChinese(content.title + content.text)) ? 'zh-Hans' : 'en'
    change({ layer: { language, title: '', text: '' } })
    setSide('layer')
  }
  const turn = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const next = side === 'own' ? 'layer' : 'own'
    setSide(next)
    document.getElementById(`words-tab-${next}`)?.focus()
  }
  const tab = (which: typeof side, label: string) => (
    <button
      type="button"
      role="tab"
      id={`words-tab-${which}`}
      aria-selected={side === which}
      aria-controls="words-panel"
      tabIndex={side === which ? 0 : -1}
      className={css.tab}
      onClick={() => setSide(which)}
      onKeyDown={turn}
    >
      {label}
    </button>
  )
  return (
    <section className={css.words} aria-label={t`Words`}>
      {layer && (
        <div className={css.versions}>
          <div role="tablist" aria-label={t`Languages of this note`} className={css.tabs}>
            {tab('own', named)}
            {tab('layer', languageName(i18n.locale, layer.language))}
          </div>
        </div>
      )}
      <div id="words-panel" {...(layer ? { role: 'tabpanel', 'aria-labelledby': `words-tab-${shown ? 'layer' : 'own'}` } : {})}>
        {shown ? (
          <LayerFields
            key="layer"
            layer={shown}
            own={content.language}
            fields={fields}
            onChange={(part) => change({ layer: { ...shown, ...part } })}
            onRemove={() => {
              change({ layer: null })
              setSide('own')
            }}
          />
        ) : (
          <Sheet
            key="own"
            version={content}
            language={content.language}
            onChange={change}
            fields={fields}
            name=""
            tool={
              !layer && (
                <button type="button" className={css.tool} onClick={begin}>
                  <PlusIcon size={18} />
                  <Trans>Second language</Trans>
                </button>
              )
            }
          >
            <TopicsField topics={content.topics} onChange={(topics) => change({ topics })} />
          </Sheet>
        )}
      </div>
    </section>
  )
}

function LayerFields(props: {
  layer: Version
  own: string | null
  fields: Fields
  onChange: (part: Partial<Version>) => void
  onRemove: () => void
}) {
  const { t, i18n } = useLingui()
  const { layer, own, onChange } = props
  return (
    <>
      <div className={css.layerBar}>
        <select
          aria-label={t`Language of this version`}
          className={css.select}
          value={layer.language}
          onChange={(event) => onChange({ language: event.target.value })}
        >
          {languagesWith(layer.language)
            .filter((tag) => tag !== own)
            .map((tag) => (
              <option key={tag} value={tag}>
                {languageName(i18n.locale, tag)}
              </option>
            ))}
        </select>
        <IconButton label={t`Remove this version`} onClick={props.onRemove}>
          <TrashIcon size={20} />
        </IconButton>
      </div>
      <Sheet version={layer} language={layer.language} onChange={onChange} fields={props.fields} name="layer." />
    </>
  )
}

const NEAR = 0.85

/** How much room is left, once it matters. */
function Left({ length, most }: { length: number; most: number }) {
  const { i18n } = useLingui()
  if (length < most * NEAR) return null
  const left = most - length
  return (
    <span className={`${css.left} ${left < 0 ? css.over : ''}`} role="status">
      {left < 0 ? <Trans>{i18n.number(-left)} too many</Trans> : <Trans>{i18n.number(left)} left</Trans>}
    </span>
  )
}

/** A sheet of letter paper: the title on its head, the text below. */
function Sheet(props: {
  version: Pick<Version, 'title' | 'text'>
  language: string | null
  onChange: (part: Partial<Pick<Version, 'title' | 'text'>>) => void
  fields: Fields
  name: '' | 'layer.'
  /** One more at the foot of the text. */
  tool?: ReactNode
  children?: ReactNode
}) {
  const { t } = useLingui()
  const { version, language, onChange, fields, name } = props
  const area = useRef<AreaHandle | null>(null)
  const wrongTitle = fields[`${name}title`]
  const wrongText = fields[`${name}text`]
  const lang = language ?? undefined
  return (
    <div className={`${css.sheet} ${wrongTitle || wrongText ? css.wrong : ''}`}>
      <div className={css.titleLine}>
        <input
          className={css.title}
          data-field={`${name}title`.split('.')[0]}
          value={version.title}
          dir="auto"
          lang={lang}
          enterKeyHint="next"
          autoComplete="off"
          placeholder={t`A title people stop for`}
          aria-label={t`Title`}
          aria-invalid={wrongTitle ? true : undefined}
          aria-describedby={wrongTitle ? `${name}title-wrong` : undefined}
          onChange={(event) => onChange({ title: event.target.value })}
          onKeyDown={(event) => {
            // Enter goes on to the text instead of publishing a half-written note.
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.metaKey || event.ctrlKey) return
            event.preventDefault()
            area.current?.type('')
          }}
        />
        <Left length={version.title.length} most={MAX_TITLE} />
      </div>
      {wrongTitle && (
        <p id={`${name}title-wrong`} className={css.error} role="alert">
          {wrongTitle}
        </p>
      )}
      <SuggestArea
        handle={area}
        data-field={`${name}text`.split('.')[0]}
        value={version.text}
        dir="auto"
        lang={lang}
        rows={7}
        placeholder={t`Tell it as you would tell a friend, in your own language …`}
        aria-label={t`Text`}
        aria-invalid={wrongText ? true : undefined}
        aria-describedby={wrongText ? `${name}text-wrong` : undefined}
        onText={(text) => onChange({ text })}
      />
      {wrongText && (
        <p id={`${name}text-wrong`} className={css.error} role="alert">
          {wrongText}
        </p>
      )}
      <div className={css.tools}>
        <button type="button" className={css.tool} onMouseDown={(event) => event.preventDefault()} onClick={() => area.current?.type('#')}>
          <HashIcon size={18} />
          <Trans>Topic</Trans>
        </button>
        <button type="button" className={css.tool} onMouseDown={(event) => event.preventDefault()} onClick={() => area.current?.type('@')}>
          <span aria-hidden="true">@</span>
          <Trans>Someone</Trans>
        </button>
        {props.tool}
        <Left length={version.text.length} most={MAX_TEXT} />
      </div>
      {props.children}
    </div>
  )
}
