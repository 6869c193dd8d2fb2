/**
 * What a caller hears next. The same delivery and the same replies give the same document.
 * @module
 */
import type { Expected, Ivr, PlainPrompt, Spoken, Utterance } from '../../src/core/ivr.ts'
import type { HttpAnswer, Said } from '../../src/core/ports.ts'
import type { Language, Place } from '../../src/core/understanding.ts'
import type { Call } from './call.ts'
import { queryOf } from './call.ts'
import { phoneOf } from './caller.ts'
import { type Heard, heardIn } from './hearing.ts'
import { cleanField, paths, type VoiceRaw } from './schema.ts'
import { isMenuTime, isTooOften } from './tries.ts'
import type { Document } from './twiml.ts'
import { gather, joined, newDocument, speak } from './twiml.ts'

export interface Answering {
  readonly ivr: Ivr
  /** Where a caller is transferred, E.164; null: they leave a message. */
  readonly agentPhone: string | null
  /** Folder of recordings, without a slash at its end; null: there are none. */
  readonly recordings: string | null
  /** Our root as Twilio reaches it; null: addresses are relative to its own request. */
  readonly publicUrl: string | null
  /** Undefined: no text messages. */
  readonly textsFrom?: string | null
}

/** Seconds. */
const silenceS = 5
/** After the end of a call's matter, and before a transfer out of danger. */
const lastSilenceS = 4
const ringS = 25
const longestMessageS = 180
const messageSilenceS = 6

const noted: HttpAnswer = { status: 204, headers: {}, body: '' }

export function answerTo(raw: VoiceRaw, said: readonly Said[], settings: Answering): HttpAnswer {
  if (raw.door === 'status') return noted
  const scene = sceneOf(raw, settings)
  switch (raw.door) {
    case 'start':
      return scene.greeting()
    case 'heard':
      return scene.heard(said)
    case 'dialled':
      // Somebody talked: there is nothing to add.
      return cleanField(raw.fields, 'DialCallStatus') === 'completed'
        ? scene.end()
        : scene.toMachine(scene.plain('nobody'))
    case 'recorded':
      return scene.end('recorded')
    case 'recording':
    case 'away':
      return cleanField(raw.fields, 'RecordingStatus') === '' ? scene.end('recorded') : scene.done()
    case 'fallback':
      return /\/(?:recorded|dialled)\b/.test(cleanField(raw.fields, 'ErrorUrl'))
        ? scene.end('goodbye')
        : scene.toPerson(scene.plain('technical'))
  }
}

/** One document in the making. */
function sceneOf(raw: VoiceRaw, { ivr, agentPhone, recordings, publicUrl, textsFrom }: Answering) {
  const { call } = raw
  const document: Document = newDocument()

  function greeting(): HttpAnswer {
    const { first } = ivr.keys
    return listen({ at: 'open' }, [
      ...plain('hello'),
      ...first.flatMap(([key, language]) => ivr.offer(language, key)),
      ...plain('otherLanguages'),
      ...plain('notice'),
      ...plain('ask'),
      ...plain('person'),
    ])
  }

  function heard(said: readonly Said[]): HttpAnswer {
    const heard = heardIn(raw, ivr)
    switch (heard.did) {
      case 'choose-language':
        return inLanguage(heard.language)
      case 'want-languages':
        return languages()
      case 'turn-page':
        return menu(call.count + 1, 0)
      case 'want-text':
        return text(said)
      case 'nothing':
      case 'slip':
        return inVain(heard, said)
      case 'want-again':
        return again(said)
      default:
        return replies(said, heard)
    }
  }

  function inLanguage(language: Language): HttpAnswer {
    const next = { ...call, language, chosen: true }
    if (ivr.voiceOf(language) === null)
      return recordings === null ? toPerson([], language) : menu(0, 0, next, ['hello', 'notice'])
    return listen({ ...next, at: 'open', tries: 0 }, [
      ...plain('notice', language),
      ...plain('ask', language),
      ...plain('person', language),
    ])
  }

  function languages(): HttpAnswer {
    const offers = ivr.keys.others.flatMap(([key, language]) => ivr.offer(language, key))
    return listen({ at: 'languages', tries: 0 }, offers)
  }

  /** The services that callers ask for most, by key. */
  function menu(page: number, tries: number, from = call, before: readonly PlainPrompt[] = []): HttpAnswer {
    const { language } = from
    const says = before.flatMap((prompt) => plain(prompt, language))
    return listen({ ...from, at: 'menu', count: page, tries }, [...says, ...ivr.menuPage(language, page)])
  }

  /** A text message with the number, where the dialog sent one. */
  function text(said: readonly Said[]): HttpAnswer {
    const sent = said.some(({ elsewhere }) => elsewhere?.optedOut === false)
    return listen({ at: 'after', tries: 1 }, [
      ...plain(sent ? 'textSent' : 'textNotSent'),
      ...plain('anythingElse'),
    ])
  }

  /** Nothing was heard, or a key that means nothing here. */
  function inVain(heard: Heard, said: readonly Said[]): HttpAnswer {
    if (call.at === 'danger') return toPerson()
    if (call.at === 'after' && heard.did === 'nothing') return end('goodbye')
    if (isTooOften(call)) return toPerson()
    if (isMenuTime(call)) return menu(0, 0)
    const sorry = plain(heard.did === 'nothing' ? 'silence' : 'notUnderstood')
    const tries = call.tries + 1
    if (call.at === 'menu')
      return menu(call.count, tries, call, [heard.did === 'nothing' ? 'silence' : 'notUnderstood'])
    if (call.at === 'languages') return languages()
    const asked = spoken(said, false)
    if (asked === null || call.last === 0) return listen({ tries }, [...sorry, ...plain('ask')])
    return ask(asked, { tries }, sorry)
  }

  function again(said: readonly Said[]): HttpAnswer {
    if (call.at === 'menu') return menu(call.count, call.tries)
    if (call.at === 'languages') return languages()
    const asked = spoken(said, true)
    return asked === null ? listen({}, plain('ask')) : ask(asked, {})
  }

  /** What the dialog made of the caller's words. */
  function replies(said: readonly Said[], heard: Heard): HttpAnswer {
    const badly = heard.did === 'mumble' && said.every(({ reply }) => reply.speech.say === 'not-understood')
    if (badly) {
      if (isTooOften(call)) return toPerson()
      if (isMenuTime(call)) return menu(0, 0)
      return listen({ tries: call.tries + 1 }, plain('unclear'))
    }
    const language = languageOf(said)
    const next = { language, chosen: call.chosen || language !== call.language, last: call.step }
    const asked = spoken(said, false, language)
    if (heard.did === 'want-agent' || said.some(({ reply }) => reply.speech.say === 'agent-called'))
      return toPerson(asked?.urgent === true ? asked.says : [], language)
    if (asked === null) return listen({ ...next, at: 'open', tries: 0 }, plain('anythingElse', language))
    // A language that nobody speaks here: the service is known now, the rest is recorded.
    if (ivr.voiceOf(language) === null) return toMachine([], language)
    const sameAgain =
      asked.expects.about === call.at && (call.at === 'open' || call.at === 'where') && call.last !== 0
    const tries = sameAgain ? call.tries + 1 : 0
    if (sameAgain && isMenuTime({ ...call, tries: call.tries + 1 })) return menu(0, 0, { ...call, ...next })
    return ask(asked, { ...next, tries })
  }

  /** The language of the replies, where a machine speaks it; what was chosen stays. */
  function languageOf(said: readonly Said[]): Language {
    const replied = said[0]?.reply.language
    if (call.chosen || replied === undefined || ivr.voiceOf(replied) === null) return call.language
    return replied
  }

  /** All replies of a turn as one, expecting what the last one expects. Null: nothing was said. */
  function spoken(said: readonly Said[], again: boolean, language = call.language): Spoken | null {
    const all = said
      .filter(({ elsewhere }) => elsewhere === undefined)
      .map(({ reply, facts, text }) => ivr.speak({ speech: reply.speech, text }, language, facts, again))
    const last = all.at(-1)
    if (last === undefined) return null
    return {
      says: all.flatMap(({ says }) => says),
      expects: last.expects,
      urgent: all.some(({ urgent }) => urgent),
      reference: all.some(({ reference }) => reference),
      near: all.find(({ near }) => near !== null)?.near ?? null,
    }
  }

  /** Says it and listens for what it expects. */
  function ask(asked: Spoken, next: Partial<Call>, before: readonly Utterance[] = []): HttpAnswer {
    const language = next.language ?? call.language
    const { expects } = asked
    const about = expects.about
    if (asked.urgent) return danger(asked, next)
    const count = about === 'choice' ? expects.count : 0
    const after = about === 'after' ? afterwards(asked, language) : []
    return listen({ ...next, at: about, count }, [...before, ...asked.says, ...after], expects, asked.near)
  }

  /** 911 first. Then a person, where there is one to transfer to. */
  function danger({ says }: Spoken, next: Partial<Call>): HttpAnswer {
    const language = next.language ?? call.language
    if (agentPhone === null)
      return listen({ ...next, at: 'after', count: 0 }, [...says, ...plain('anythingElse', language)])
    return listen({ ...next, at: 'danger', count: 0 }, [...says, ...plain('dangerOffer', language)])
  }

  /** What may be done once all is said. */
  function afterwards({ reference }: Spoken, language: Language): readonly Utterance[] {
    const canText = textsFrom !== undefined && phoneOf(raw.fields) !== null
    const names: readonly PlainPrompt[] = reference
      ? ['again', ...(canText ? (['textOffer'] as const) : []), 'wrong', 'anythingElse']
      : ['anythingElse']
    return names.flatMap((name) => plain(name, language))
  }

  /** Speaks and listens; what was heard comes to us with the state of the call. */
  function listen(
    change: Partial<Call>,
    says: readonly Utterance[],
    expects: Expected = { about: 'open' },
    near: Place | null = null,
  ): HttpAnswer {
    const next = { ...call, ...change, step: call.step + 1 }
    const free = next.at === 'number' || next.at === 'case'
    const keysOnly = next.at === 'menu' || next.at === 'languages'
    const voice = ivr.voiceOf(next.language)
    const verb = gather(document, {
      action: url('heard', next),
      voice,
      oneKey: !free,
      hints: voice === null || keysOnly ? [] : ivr.hints(next.language, expects, near),
      silenceS: next.at === 'after' || next.at === 'danger' ? lastSilenceS : silenceS,
    })
    for (const utterance of joined(says)) speak(verb, utterance, recordings)
    return done()
  }

  /** The call from here on, in this language. */
  function speaking(language: Language): Call {
    return { ...call, language, chosen: call.chosen || language !== call.language }
  }

  /** To a person, or to the machine that records. */
  function toPerson(before: readonly Utterance[] = [], language = call.language): HttpAnswer {
    if (agentPhone === null) return toMachine(before, language)
    say([...before, ...plain('connecting', language)])
    const phone = phoneOf(raw.fields)
    const ours = cleanField(raw.fields, 'To')
    // A browser or a SIP phone has no number to show.
    const callerId = phone === null && /^\+\d{7,15}$/.test(ours) ? { callerId: ours } : {}
    const action = url('dialled', speaking(language))
    document.dial({ action, method: 'POST', timeout: ringS, answerOnBridge: true, ...callerId }, agentPhone)
    return done()
  }

  /** A recorded message, announced as one (M.G.L. c. 272, s. 99). What follows is heard by who says nothing. */
  function toMachine(before: readonly Utterance[] = [], language = call.language): HttpAnswer {
    say([...before, ...plain('record', language)])
    document.record({
      action: url('recorded', speaking(language)),
      method: 'POST',
      recordingStatusCallback: url('recording', null),
      recordingStatusCallbackMethod: 'POST',
      maxLength: longestMessageS,
      timeout: messageSilenceS,
      finishOnKey: '#',
      playBeep: true,
    })
    say(plain('nothingHeard', language))
    document.hangup()
    return done()
  }

  function end(prompt?: PlainPrompt): HttpAnswer {
    if (prompt !== undefined) say(plain(prompt))
    document.hangup()
    return done()
  }

  /** Where a language has neither voice nor recordings, English: what else is there to say it with. */
  function plain(prompt: PlainPrompt, language = call.language): readonly Utterance[] {
    const speaks = ivr.voiceOf(language) !== null || recordings !== null
    return ivr.plain(speaks ? language : 'en', prompt)
  }

  function say(says: readonly Utterance[]): void {
    for (const utterance of joined(says)) speak(document, utterance, recordings)
  }

  function url(door: 'heard' | 'dialled' | 'recorded' | 'recording', call: Call | null): string {
    const root = (publicUrl ?? '').replace(/\/+$/, '')
    return `${root}${paths[door]}${call === null ? '' : `?${queryOf(call)}`}`
  }

  function done(): HttpAnswer {
    return {
      status: 200,
      headers: { 'content-type': 'text/xml; charset=utf-8' },
      body: document.toString(),
    }
  }

  return { greeting, heard, toPerson, toMachine, plain, end, done }
}
